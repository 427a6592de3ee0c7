"""That no two files want one address, and none an address of the publication's own."""

import re
from collections.abc import Iterator, Sequence

from plugins.desk.checks.reachability import OpenDocument
from plugins.desk.files.content_index import ContentIndex
from plugins.desk.files.entry import Entry
from plugins.newsroom import urls
from plugins.newsroom.problems import Problem
from plugins.newsroom.site_pages import reserved_slugs

_YEAR = re.compile(r"\d{4}")
"""The first part of the address of every article."""
_REMEDY = "choose another slug or file name"


def check_addresses(index: ContentIndex, open_document: OpenDocument) -> Iterator[Problem]:
    """Find files that want the same address."""
    for kind in ("articles", "authors", "tags", "sponsors", "promos"):
        yield from _check_unique(index, index.kinds[kind], open_document)
    taken: dict[str, str] = {}
    own_slugs = reserved_slugs()
    fronts = [(urls.category_url(entry.slug), entry) for entry in index.kinds["categories"]]
    pages = [(urls.text_page_url(entry.slug), entry) for entry in index.kinds["pages"]]
    for url, entry in (*fronts, *pages):
        is_own = entry.slug in own_slugs or _YEAR.fullmatch(entry.slug)
        path = index.path_of(entry.source)
        holder = "the publication itself" if is_own else taken.setdefault(url, path)
        if holder != path:
            document = open_document(entry.source)
            place = document.header.place_of_key("slug")
            yield document.problem(place, f"address {url} is taken by {holder}", _REMEDY)


def _check_unique(index: ContentIndex, entries: Sequence[Entry], open_document: OpenDocument) -> Iterator[Problem]:
    first: dict[str, Entry] = {}
    for entry in entries:
        other = first.setdefault(entry.slug, entry)
        if other is not entry:
            document = open_document(entry.source)
            line = open_document(other.source).header.place_of_key("slug").line
            what = f"slug {entry.slug!r} is taken by {index.path_of(other.source)}:{line}"
            yield document.problem(document.header.place_of_key("slug"), what, _REMEDY)


def check_tags(index: ContentIndex, open_document: OpenDocument) -> Iterator[Problem]:
    """Find tags that would share an address although they are different words."""
    first: dict[str, tuple[str, Entry, tuple[str | int, ...]]] = {}
    for tag in index.kinds["tags"]:
        if tag.has_fields and tag.tags[0][1] == tag.slug:
            first[tag.slug] = (tag.name, tag, ("name",))
    same: dict[tuple[str, str], bool] = {}
    for article in index.kinds["articles"]:
        for number, (name, slug) in enumerate(article.tags):
            other, holder, keys = first.setdefault(slug, (name, article, ("tags", number)))
            if other is name or not slug:
                continue
            if (other, name) not in same:
                same[other, name] = _letters(other) == _letters(name)
            if not same[other, name]:
                line = open_document(holder.source).header.place_of(*keys).line
                what = f"tag {name!r} has the address of {other!r} ({index.path_of(holder.source)}:{line})"
                document = open_document(article.source)
                place = document.header.place_of("tags", number)
                yield document.problem(place, what, "write both the same, or choose another name")


def _letters(name: str) -> str:
    """Return what tells words apart: no case, spaces, hyphens or other joins."""
    return "".join(filter(str.isalnum, name.casefold()))
