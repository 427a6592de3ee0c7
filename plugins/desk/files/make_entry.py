"""Makes the entry of a document."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import Any
from urllib.parse import unquote

from plugins.desk.files.attachment_files import attachment_key
from plugins.desk.files.document import Document
from plugins.desk.files.entry import MARK_SPOT, PLAYERS, DatedChange, Entry, NamePlaces, Ref, Spot
from plugins.desk.files.picture_files import picture_path
from plugins.desk.files.written_aliases import written_aliases, written_id
from plugins.desk.places import Place
from plugins.desk.text.findings import TextReference
from plugins.desk.text.link_targets import (
    content_path,
    file_and_suffix,
    is_outside,
    is_picture_name,
    names_content,
    names_text,
    split_suffix,
)
from plugins.newsroom.addresses.address_forms import AddressError
from plugins.newsroom.front_matter.schema import (
    ArticleFields,
    AuthorFields,
    CategoryFields,
    Fields,
    PageFields,
    PromoFields,
    SponsorFields,
    TagFields,
)
from plugins.newsroom.front_matter.slugs import slugify
from plugins.newsroom.problems import Problem
from plugins.newsroom.site_pages import ALWAYS
from plugins.newsroom.urls import page_path
from plugins.pictures.values import Crop


def make_entry(document: Document, problems: list[Problem]) -> Entry:
    """Return the entry of a document with the `problems` of its own."""
    fields = document.fields
    article = fields if isinstance(fields, ArticleFields) else None
    dont_miss, dont_miss_place = _dont_miss(document)
    aliases = [alias for alias in written_aliases(document) if isinstance(alias.read, str)]
    feed_id = written_id(document)
    return Entry(
        kind=document.kind,
        source=document.source,
        slug=document.slug,
        is_sound=document.is_sound,
        has_fields=fields is not None,
        is_draft=_is_draft(document),
        public_from=None if _is_draft(document) else _public_from(fields),
        published=_seconds(article.published) if article else None,
        expires=_seconds(article.expires) if article else None,
        retracted=_seconds(article.retracted.date) if article and article.retracted else None,
        month=(article.published.year, article.published.month) if article and article.published else None,
        name=_name(document),
        order=getattr(fields, "order", 0),
        category=article.category if article else "",
        authors=article.authors if article else (),
        tags=_tags(document),
        sponsor=article.sponsor if article else None,
        related=article.related if article else (),
        dont_miss=dont_miss,
        has_mark=bool(document.text.marks),
        has_summary=bool(article and article.has_own_summary),
        has_picture=bool(article and article.picture),
        has_credit=bool(article and article.picture and article.picture.credit),
        picture_area=_picture_area(fields),
        aliases=tuple(str(alias.read) for alias in aliases),
        feed_id=None if isinstance(feed_id, AddressError) else feed_id,
        lang=(article.lang or "") if article else "",
        translation_of=article.translation_of if article else None,
        refs=_plain(_refs(document)),
        changes=_plain(dated_changes(document, article)) if article else (),
        places=_plain(_name_places(document, article, dont_miss_place, [alias.place for alias in aliases])),
        problems=tuple(problem.plain for problem in problems),
    )


def _plain(values: Iterable[Any]) -> tuple[Any, ...]:
    """Return values with plain tuples in place of named ones, as `marshal` keeps no others."""
    return tuple(_plain(value) if isinstance(value, tuple) else value for value in values)


def lead_picture(fields: Fields | None) -> str | None:
    """Return the file of the picture in the front matter, as written."""
    if isinstance(fields, ArticleFields) and fields.picture:
        return fields.picture.file
    if isinstance(fields, AuthorFields) and fields.portrait:
        return fields.portrait.file
    if isinstance(fields, CategoryFields | TagFields) and fields.podcast:
        return fields.podcast.image
    return None


def _picture_area(fields: Fields | None) -> tuple[tuple[int, int] | None, Crop | None]:
    if isinstance(fields, ArticleFields) and fields.picture:
        return fields.picture.focus, fields.picture.crop
    if isinstance(fields, AuthorFields) and fields.portrait:
        return fields.portrait.focus, None
    return None, None


def lead_picture_place(document: Document) -> Place:
    """Return the place of the picture in the front matter."""
    keys = {"articles": ("picture", "file"), "authors": ("portrait", "file")}
    return document.header.place_of(*keys.get(document.kind, ("podcast", "image")))


def _name_places(
    document: Document, article: ArticleFields | None, dont_miss: Spot, aliases: Sequence[Spot]
) -> NamePlaces:
    def places(key: str, names: tuple[str, ...]) -> tuple[Place, ...]:
        return tuple(place_of(key, number) for number in range(len(names)))

    place_of = document.header.place_of
    return NamePlaces(
        slug=document.header.place_of_key("slug"),
        name=place_of("name"),
        category=place_of("category"),
        sponsor=place_of("sponsor"),
        dont_miss=dont_miss,
        authors=places("authors", article.authors) if article else (),
        tags=places("tags", article.tags) if article else (),
        related=places("related", article.related) if article else (),
        aliases=tuple(aliases),
        id=place_of("id"),
        translation_of=place_of("translation_of"),
    )


def _name(document: Document) -> str:
    # Also of a category with mistakes elsewhere, lest all its articles are reported.
    name = document.header.values.get("name")
    return " ".join(name.split()) if isinstance(name, str) else ""


def _tags(document: Document) -> tuple[tuple[str, str], ...]:
    fields = document.fields
    names = fields.tags if isinstance(fields, ArticleFields) else [fields.name] if isinstance(fields, TagFields) else []
    return tuple((name, slugify(name)) for name in names)


def _is_draft(document: Document) -> bool:
    fields = document.fields
    if isinstance(fields, ArticleFields | PageFields):
        return fields.status == "draft"
    return document.kind in ("articles", "pages") and document.says_draft


def _public_from(fields: Fields | None) -> float | None:
    if isinstance(fields, ArticleFields):
        return _seconds(fields.public_from)
    return fields.start.timestamp() if isinstance(fields, PromoFields) else ALWAYS


def _seconds(time: datetime | None) -> float | None:
    return time.timestamp() if time else None


def _dont_miss(document: Document) -> tuple[str | None, Spot]:
    if not (isinstance(document.fields, ArticleFields) and document.fields.dont_miss) and document.text.marks:
        return document.text.marks[0].target, MARK_SPOT  # a second one is a mistake of its own
    chosen = document.fields.dont_miss if isinstance(document.fields, ArticleFields) else None
    return chosen, document.header.place_of("dont_miss")


def dated_changes(document: Document, fields: ArticleFields) -> Iterator[DatedChange]:
    """Yield the changes that front matter tells of."""
    place_of = document.header.place_of
    if fields.updated:
        yield DatedChange(place_of("updated"), fields.updated.timestamp(), "updated")
    for number, correction in enumerate(fields.corrections):
        place = place_of("corrections", number, "date")
        yield DatedChange(place, correction.date.timestamp(), "corrected")


def _refs(document: Document) -> Iterator[Ref]:
    lead = lead_picture(document.fields)
    own_site = document.text.found.own_site
    if lead and not is_outside(target := own_site.path_of(lead) or lead):
        kind = "picture" if document.kind in ("articles", "authors") else "artwork"
        yield Ref(lead_picture_place(document), kind, lead, picture_path(document.source, target), "")
    for keys, url in header_links(document.fields):
        target = own_site.path_of(url) or url
        if not is_outside(target):
            place = document.header.place_of(*keys)
            yield _file(document, place, target, url) if names_content(target) else _address(place, target, url)
    if document.kind != "promos":
        for number, reference in enumerate(document.text.references):
            yield from _ref(document, reference, (0, number))


def _ref(document: Document, reference: TextReference, place: Spot) -> Iterator[Ref]:
    target, written = reference.target, reference.written
    path, _, fragment = target.partition("#")
    if is_outside(target):
        if embed := document.embed(reference):
            yield Ref(place, "embed", written, embed.address, "")
        return
    if reference.kind in PLAYERS or (reference.kind == "media" and _names_file(target)):
        is_track = reference.element.tag == "track"
        yield Ref(place, "track" if is_track else reference.kind, written, attachment_key(document.source, target), "")
    elif reference.kind == "picture" or (names_content(target) and is_picture_name(split_suffix(target)[0])):
        kind = "original" if reference.asks_for_file else "picture"
        yield Ref(place, kind, written, picture_path(document.source, target), "")
    elif names_content(target):
        yield _file(document, place, target, written, reference)
    elif target.startswith("/"):
        yield _address(place, target, written)
    elif not path and _looked_for(fragment):
        yield Ref(place, "part", written, document.source, _looked_for(fragment))


def _names_file(target: str) -> bool:
    """Tell whether the address of audio or video is that of a file; nothing else can be meant without a slash."""
    return names_content(target) or not target.startswith(("/", "#", "?"))


def _file(document: Document, place: Spot, target: str, written: str, reference: TextReference | None = None) -> Ref:
    path, suffix = file_and_suffix(target)
    if names_text(path):
        key = content_path(document.source, target)
        return Ref(place, "file", written, key, _looked_for(suffix.partition("#")[2]))
    form = next((form for link, form in document.text.found.tables.values() if link is reference), "attachment")
    return Ref(place, form, written, attachment_key(document.source, target), "")


def _address(place: Spot, target: str, written: str) -> Ref:
    return Ref(place, "address", written, page_path(split_suffix(target)[0]), _looked_for(target.partition("#")[2]))


def _looked_for(fragment: str) -> str:
    """Return a fragment that names a part of a text: neither the top of the page nor a place of the theme's."""
    return "" if fragment in ("", "top") or fragment.startswith("_") else unquote(fragment)


def header_links(fields: Fields | None) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Return the addresses in front matter, each with the way to it."""
    if isinstance(fields, PromoFields | SponsorFields):
        yield ("url",), fields.url
    elif isinstance(fields, CategoryFields | TagFields) and fields.podcast and fields.podcast.link:
        yield ("podcast", "link"), fields.podcast.link
    elif isinstance(fields, AuthorFields):
        yield from ((("links", number, "url"), link.url) for number, link in enumerate(fields.links))
