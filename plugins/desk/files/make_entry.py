"""Makes the entry of a document."""

from collections.abc import Iterator
from datetime import datetime
from urllib.parse import unquote

from plugins.desk.files.document import Document
from plugins.desk.files.entry import Change, Entry, Locator, Ref
from plugins.desk.text.link_targets import content_path, is_outside, is_picture_name, names_content, split_suffix
from plugins.desk.text.scan import Reference
from plugins.newsroom.front_matter.schema import (
    ArticleFields,
    AuthorFields,
    Fields,
    PageFields,
    PromoFields,
    SponsorFields,
    TagFields,
)
from plugins.newsroom.front_matter.slugs import slugify
from plugins.newsroom.problems import Problem
from plugins.newsroom.site_pages import ALWAYS


def make_entry(document: Document[Fields], problems: list[Problem]) -> Entry:
    """Return the entry of a document with the `problems` of its own."""
    fields = document.fields
    article = fields if isinstance(fields, ArticleFields) else None
    dont_miss, dont_miss_at = _dont_miss(document)
    return Entry(
        kind=document.kind,
        source=document.source,
        slug=document.slug,
        is_sound=document.is_sound,
        has_fields=fields is not None,
        is_draft=isinstance(fields, ArticleFields | PageFields) and fields.status == "draft",
        public_from=_public_from(fields),
        published=_seconds(article.published) if article else None,
        month=(article.published.year, article.published.month) if article and article.published else None,
        name=_name(document),
        order=getattr(fields, "order", 0),
        category=article.category if article else "",
        authors=article.authors if article else (),
        tags=_tags(document),
        sponsor=article.sponsor if article else None,
        related=article.related if article else (),
        dont_miss=dont_miss,
        dont_miss_at=dont_miss_at,
        has_mark=bool(document.scan.marks),
        has_picture=bool(article and article.picture),
        refs=tuple(map(tuple, _refs(document))),
        changes=tuple(map(tuple, _changes(article))) if article else (),
        problems=tuple((each.path, each.line, each.column, each.what, each.remedy) for each in problems),
    )


def lead_picture(fields: Fields | None) -> str | None:
    """Return the file of the picture in the front matter, as written."""
    if isinstance(fields, ArticleFields) and fields.picture:
        return fields.picture.file
    if isinstance(fields, AuthorFields) and fields.portrait:
        return fields.portrait.file
    return None


def lead_picture_at(document: Document[Fields]) -> Locator:
    """Return where the picture in the front matter stands."""
    return ("header", "picture" if document.kind == "articles" else "portrait", "file")


def _name(document: Document[Fields]) -> str:
    # Also of a category with mistakes elsewhere, lest all its articles are reported.
    name = document.header.values.get("name")
    return " ".join(name.split()) if isinstance(name, str) else ""


def _tags(document: Document[Fields]) -> tuple[tuple[str, str], ...]:
    fields = document.fields
    names = fields.tags if isinstance(fields, ArticleFields) else [fields.name] if isinstance(fields, TagFields) else []
    return tuple((name, slugify(name)) for name in names)


def _public_from(fields: Fields | None) -> float | None:
    if isinstance(fields, ArticleFields):
        return _seconds(fields.public_from)
    if isinstance(fields, PageFields) and fields.status == "draft":
        return None
    return fields.start.timestamp() if isinstance(fields, PromoFields) else ALWAYS


def _seconds(time: datetime | None) -> float | None:
    return time.timestamp() if time else None


def _dont_miss(document: Document[Fields]) -> tuple[str | None, Locator]:
    if isinstance(document.fields, ArticleFields) and document.fields.dont_miss:
        return document.fields.dont_miss, ("header", "dont_miss")
    # A second mark is a mistake of its own.
    marked = document.scan.marks[0].target if document.scan.marks else None
    return (marked, ("mark", 0)) if marked else (None, ())


def _changes(fields: ArticleFields) -> Iterator[Change]:
    if fields.updated:
        yield Change(("header", "updated"), fields.updated.timestamp(), "updated")
    for number, correction in enumerate(fields.corrections):
        yield Change(("header", "corrections", number, "date"), correction.date.timestamp(), "corrected")


def _refs(document: Document[Fields]) -> Iterator[Ref]:
    lead = lead_picture(document.fields)
    if lead and not is_outside(lead):
        yield Ref(lead_picture_at(document), "picture", lead, content_path(document.source, lead), "")
    for keys, url in header_links(document.fields):
        if url.startswith("/") and not is_outside(url):
            yield _address(("header", *keys), url)
    if document.kind != "promos":
        for number, reference in enumerate(document.scan.references):
            yield from _ref(document, ("text", number), reference)


def _ref(document: Document[Fields], at: Locator, reference: Reference) -> Iterator[Ref]:
    target = reference.target
    path, _, fragment = target.partition("#")
    if is_outside(target):
        return
    if reference.kind == "picture" or (names_content(target) and is_picture_name(split_suffix(target)[0])):
        yield Ref(at, "picture", target, content_path(document.source, target), "")
    elif names_content(target):
        yield Ref(at, "file", target, content_path(document.source, target), _looked_for(fragment))
    elif target.startswith("/"):
        yield _address(at, target)
    elif not path and _looked_for(fragment):
        yield Ref(at, "part", target, document.source, _looked_for(fragment))


def _address(at: Locator, target: str) -> Ref:
    return Ref(at, "address", target, unquote(split_suffix(target)[0]), _looked_for(target.partition("#")[2]))


def _looked_for(fragment: str) -> str:
    """Return a fragment that names a part of a text: neither the top of the page nor a place of the theme's."""
    return "" if fragment in ("", "top") or fragment.startswith("_") else unquote(fragment)


def header_links(fields: Fields | None) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Return the addresses in front matter, each with the way to it."""
    if isinstance(fields, PromoFields | SponsorFields):
        yield ("url",), fields.url
    elif isinstance(fields, AuthorFields):
        yield from ((("links", number, "url"), link.url) for number, link in enumerate(fields.links))
