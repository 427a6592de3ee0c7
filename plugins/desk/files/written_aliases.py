"""Former addresses as the front matter of a file gives them, each read or refused."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from plugins.desk.files.document import Document
from plugins.desk.places import Place
from plugins.desk.text.link_targets import split_suffix
from plugins.newsroom.addresses.address_forms import AddressError, read_address
from plugins.newsroom.front_matter.schema import ArticleFields, AuthorFields, CategoryFields, PageFields, TagFields
from plugins.newsroom.urls import page_path

_ADDRESS = re.compile(r"(?:/(?!/)|[A-Za-z][A-Za-z0-9+.-]*:)\S+")


class WrittenAlias(NamedTuple):
    """One of the `aliases` of a file."""

    place: Place
    written: str
    read: str | AddressError
    """The address in normal form, or the mistake in it."""


def written_aliases(document: Document) -> Iterator[WrittenAlias]:
    """Yield the former addresses that the front matter gives."""
    fields, own_site = document.fields, document.text.found.own_site
    if not isinstance(fields, ArticleFields | PageFields | AuthorFields | CategoryFields | TagFields):
        return
    for number, written in enumerate(fields.aliases):
        read: str | AddressError
        try:
            read = read_address(written, own_site)
        except AddressError as error:
            read = error
        yield WrittenAlias(document.header.place_of("aliases", number), written, read)


def written_id(document: Document) -> str | AddressError | None:
    """Return the address by which feed readers shall know an article, the mistake in it, or None where none is given.

    A path is made the publication's own; anything with a scheme stays as it is, since readers compare letter by letter.
    """
    fields = document.fields
    if not isinstance(fields, ArticleFields) or fields.id is None:
        return None
    if not _ADDRESS.fullmatch(fields.id):
        remedy = "take it away, or write the address by which feed readers know the article: '/2023/10/old-slug/'"
        return AddressError("is no address", remedy)
    if not fields.id.startswith("/"):
        return fields.id
    prefix = document.text.found.own_site.prefix
    path, suffix = split_suffix(fields.id.removeprefix(prefix) if fields.id.startswith(f"{prefix}/") else fields.id)
    return page_path(path) + suffix
