"""Edits of files that name the moved thing: as related article, author or category, or by links to it."""

import html
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple

from plugins.desk.files.attachment_files import attachment_key
from plugins.desk.files.content_index import ContentIndex
from plugins.desk.files.entry import FILE_KINDS, Entry, Ref, Spot
from plugins.desk.files.picture_files import is_picture, picture_path
from plugins.desk.moving.file_text import FileText, TextEdit
from plugins.desk.moving.moved_thing import Moved
from plugins.desk.text.link_targets import content_path, target_like
from plugins.newsroom.urls import OwnSite

_COMMENT = re.compile(r"(?:^|\s)#")


class Naming(NamedTuple):
    """A place that names the moved thing, the words that stand there, and those that are to."""

    place: Spot
    written: str
    new: str


@dataclass(frozen=True, slots=True)
class Namings:
    """Finds the places that a move changes, and says how each file refers to others afterwards."""

    index: ContentIndex
    own: OwnSite
    moved: Moved

    def of(self, entry: Entry) -> Iterator[Naming]:
        """Yield the places in the file of an entry."""
        places = entry.at
        if entry.kind == "articles":
            yield from _changed(entry.related, places.related, self.article_name)
            yield from _changed((entry.dont_miss or "",), (places.dont_miss,), self.article_name)
            yield from _changed((entry.translation_of or "",), (places.translation_of,), self.article_name)
            yield from _changed(entry.authors, places.authors, partial(self.name, "authors"))
            yield from _changed((entry.category,), (places.category,), partial(self.name, "categories"))
            yield from _changed((entry.sponsor or "",), (places.sponsor,), partial(self.name, "sponsors"))
        for ref in map(Ref._make, entry.refs):
            if (new := self.target(entry, ref)) != ref.target:
                yield Naming(ref.place, ref.target, new)

    def name(self, kind: str, written: str) -> str:
        """Return what a category, author or sponsor is called, who was called `written`."""
        moved = self.moved
        is_meant = kind == moved.kind and written == moved.slug and not (moved.entry and moved.entry.name == written)
        return moved.new_slug if is_meant else written

    def article_name(self, written: str) -> str:
        """Return what an article is called that was called `written`; with its month where another has its slug."""
        target = self.index.article(written) if self.moved.kind == "articles" and written else None
        if target is None or self.moved.entry is None:
            return written
        is_short = "/" not in written.strip("/")
        others = self.index.articles_by_slug.get(self.moved.new_slug, ())
        if target.source != self.moved.entry.source:
            is_shared = is_short and written == self.moved.new_slug
            return self.index.namesakes(written)[0] if is_shared and len(others) == 1 else written
        return self.moved.new_slug if is_short and not others else self.moved.name(self.moved.new_slug)

    def key(self, entry: Entry, ref: Ref) -> str:
        """Return the key that a reference of an entry has afterwards."""
        if ref.kind == "part":
            return self.moved.source(entry.source)
        if ref.kind != "address":
            return self.moved.source(ref.key)
        return self._address(ref.key) if self._leads_there(ref) else ref.key

    def target(self, entry: Entry, ref: Ref) -> str:
        """Return what a reference of an entry says afterwards."""
        if ref.kind == "part":
            return ref.target
        if ref.kind == "address":
            return self._address(ref.target) if self._leads_there(ref) else ref.target
        source, key = self.moved.source(entry.source), self.key(entry, ref)
        path_of = picture_path if is_picture(ref.key) else attachment_key if ref.kind in FILE_KINDS else content_path
        target = self.own.path_of(ref.target) or ref.target
        return ref.target if path_of(source, target) == key else target_like(ref.target, source, key)

    def _leads_there(self, ref: Ref) -> bool:
        page = self.index.page_at(ref.key) if self.moved.url else None
        return page is not None and page.url == self.moved.url

    def _address(self, written: str) -> str:
        """Return an address with the path of the moved page in place of the present one, the rest as it is."""
        old, new = str(self.moved.url).strip("/"), str(self.moved.new_url).strip("/")
        ends = [*re.finditer(rf"(?<=/){re.escape(old)}(?=[/?#]|$)", re.split(r"[?#]", written)[0])]
        return f"{written[: ends[-1].start()]}{new}{written[ends[-1].end() :]}" if ends else written


def _changed(names: tuple[str, ...], places: tuple[Spot, ...], renamed: Callable[[str], str]) -> Iterator[Naming]:
    for written, place in zip(names, places, strict=True):
        if (new := renamed(written)) != written:
            yield Naming(place, written, new)


def edit_of(text: FileText, place: Spot, naming: Naming) -> TextEdit | None:
    """Return the edit of a file at a place; None where the words do not stand there as they are read."""
    start = text.offset(place)
    as_html = Naming(naming.place, html.escape(naming.written), html.escape(naming.new))
    for each in dict.fromkeys((naming, as_html)):
        found = text.found(each.written, start)
        # A list of several lines, or one in TOML, has the place of its first entry; a mark that of its bracket.
        while found and naming.place[0] and _COMMENT.search(text.text[: found.start].rpartition("\n")[2]):
            found = text.found(each.written, found.end)
        if found:
            return found._replace(text=each.new)
    return None


def edits_everywhere(text: FileText, naming: Naming, start: int) -> Iterator[TextEdit]:
    """Yield the edits of all places behind an offset that say the same, for a text that has the words several times."""
    found = text.found(naming.written, start)
    while found:
        yield found._replace(text=naming.new)
        found = text.found(naming.written, found.end)
