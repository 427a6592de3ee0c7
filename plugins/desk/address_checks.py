"""That no two documents want one address, and none an address of the publication's own."""

import re
from collections.abc import Iterable, Iterator

from plugins.desk.documents import Document
from plugins.desk.index import Index
from plugins.desk.schema import Fields
from plugins.desk.slugs import slugify
from plugins.newsroom import urls
from plugins.newsroom.problems import Problem

_PICTURES, _PATTERNS = "/pictures/", "/patterns/"
"""Where the desk publishes pictures, and where the preview shows the theme's components."""
_OWN_URLS = (
    urls.tags_url(),
    urls.authors_url(),
    urls.archive_url(),
    urls.numbered_url("/", 2),
    urls.asset_url(""),
    "/404.html",
    _PICTURES,
    _PATTERNS,
)
_OWN_SLUGS = frozenset(re.split(r"[/.]", url.lstrip("/"))[0] for url in _OWN_URLS)
_YEAR = re.compile(r"\d{4}")
"""The first part of the address of every article."""


def check_addresses(index: Index) -> Iterator[Problem]:
    """Find documents that want the same address."""
    folder = index.folder
    for documents in (folder.articles, folder.authors, folder.tags, folder.sponsors, folder.promos):
        yield from _check_unique(documents)
    for document in folder.documents:
        if not document.slug:
            place = document.header.place_of_key("slug")
            yield document.problem(place, "no letter or digit for an address", "choose another file name")
    taken: dict[str, str] = {}
    fronts = [(urls.category_url(document.slug), document) for document in folder.categories]
    pages = [(urls.text_page_url(document.slug), document) for document in folder.pages]
    for url, document in (*fronts, *pages):
        is_own = document.slug in _OWN_SLUGS or _YEAR.fullmatch(document.slug)
        holder = "the publication itself" if is_own else taken.setdefault(url, document.path)
        if holder != document.path:
            place = document.header.place_of_key("slug")
            what = f"address {url} is taken by {holder}"
            yield document.problem(place, what, "choose another slug or file name")


def _check_unique(documents: Iterable[Document[Fields]]) -> Iterator[Problem]:
    first: dict[str, Document[Fields]] = {}
    for document in documents:
        other = first.setdefault(document.slug, document)
        if other is not document:
            line = other.header.place_of_key("slug").line
            what = f"slug {document.slug!r} is taken by {other.path}:{line}"
            place = document.header.place_of_key("slug")
            yield document.problem(place, what, "choose another slug or file name")


def check_tags(index: Index) -> Iterator[Problem]:
    """Find tags that would share an address although they are different words."""
    first: dict[str, tuple[str, str]] = {}
    for tag in index.folder.tags:
        if tag.fields and slugify(tag.fields.name) == tag.slug:
            first[tag.slug] = (tag.fields.name, f"{tag.path}:{tag.header.place_of('name').line}")
    for article in index.folder.articles:
        for number, name in enumerate(article.fields.tags if article.fields else ()):
            place, slug = article.header.place_of("tags", number), slugify(name)
            if not slug:
                what = f"tag {name!r} has no letter or digit for its address"
                yield article.problem(place, what, "choose another name")
                continue
            other, where = first.setdefault(slug, (name, f"{article.path}:{place.line}"))
            if _letters(other) != _letters(name):
                what = f"tag {name!r} has the address of {other!r} ({where})"
                yield article.problem(place, what, "write both the same, or choose another name")


def _letters(name: str) -> str:
    """Return what tells words apart: no case, spaces, hyphens or other joins."""
    return "".join(filter(str.isalnum, name.casefold()))
