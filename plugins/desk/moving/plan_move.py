"""The plan of a move: which files are renamed, and what every file that names the moved thing says afterwards."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from plugins.desk.files.content_index import ContentIndex
from plugins.desk.files.entry import Entry, Ref, Spot
from plugins.desk.front_matter.split import split_file
from plugins.desk.load import ContentFolder
from plugins.desk.moving.file_text import FileText
from plugins.desk.moving.moved_thing import ONE, Moved, MoveError, find_thing, new_slug, tag_spellings, url_for
from plugins.desk.moving.naming_edits import Naming, Namings, edit_of, edits_everywhere
from plugins.desk.moving.settings_edits import DEFAULTS, edited_settings
from plugins.desk.moving.write_keys import with_entry, with_value
from plugins.desk.read_file import FileReader
from plugins.newsroom.addresses.address_forms import written_address
from plugins.newsroom.problems import shortened
from plugins.newsroom.site_pages import reserved_slugs
from plugins.newsroom.urls import OwnSite

ALIASES = "aliases"
_SAID = ("slug", "is_sound", "is_draft", "related", "dont_miss", "authors", "category", "sponsor", "refs")
"""The parts of an entry that a move changes, or must not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MovePlan:
    """All that a move does; paths are below the content folder."""

    rename: tuple[str, str] | None
    """The file or folder that gets another name, and that name."""
    files: dict[str, bytes]
    """The files that are written, by their paths after the renaming."""
    lines: tuple[str, ...]
    """All that is done, for people: a line each."""


def plan_move(content: ContentFolder, reader: FileReader, origin: str, target: str) -> MovePlan:
    """Return the plan to move what is called `origin` to `target`. Raises MoveError."""
    return _Planner(content, reader, reader.texts.own_site).plan(origin, target)


@dataclass(frozen=True, slots=True)
class _Planner:
    content: ContentFolder
    reader: FileReader
    own: OwnSite

    @property
    def index(self) -> ContentIndex:
        return self.content.index

    def plan(self, origin: str, target: str) -> MovePlan:
        index = self.index
        thing = find_thing(index, self.own, origin)
        slug = new_slug(index, self.own, thing, target)
        if slug == thing.slug:
            raise MoveError(f"{shortened(slug)!r} is what it is called already; name another: TO=…")
        if thing.entry and not thing.entry.has_fields:
            raise MoveError(f"{index.path_of(thing.entry.source)} has mistakes; mend them first: make check-content")
        url, new_url = (url_for(index, thing.kind, each, thing.entry) for each in (thing.slug, slug))
        moved = Moved(kind=thing.kind, entry=thing.entry, slug=thing.slug, new_slug=slug, url=url, new_url=new_url)
        self._check_free(moved)
        moved = replace(moved, rename=self._rename(moved))
        files, lines = self._files(moved)
        if moved.kind == "pages":
            for edited in edited_settings(moved.slug, moved.new_slug):
                files[str(edited.path.absolute())] = edited.data
                lines += (f"{edited.path}:{line}: {moved.slug} → {moved.new_slug}" for line in edited.lines)
        if moved.rename:
            lines.insert(0, " → ".join(map(index.path_of, moved.rename)))
        return MovePlan(rename=moved.rename, files=files, lines=(*lines, *self._last_lines(moved)))

    def _check_free(self, moved: Moved) -> None:
        """Refuse an address that something else has, or had."""
        index, slug = self.index, moved.new_slug
        same = [entry for entry in index.kinds[moved.kind] if entry.slug == slug] if moved.kind != "articles" else []
        page = index.pages.get(moved.new_url) if moved.new_url else None
        holder = same[0] if same else index.shown_by(page) if page else None
        if holder:
            raise MoveError(f"{_called(moved)} is taken by {index.path_of(holder.source)}; choose another: TO=…")
        is_top = moved.kind in ("pages", "categories")
        self._check_former(moved)
        if moved.kind == "tags":
            self._check_spellings(moved)
        if page or (is_top and (slug in reserved_slugs() or (len(slug) == 4 and slug.isdigit()))):
            raise MoveError(f"{_called(moved)} is taken by the publication itself; choose another: TO=…")

    def _check_former(self, moved: Moved) -> None:
        """Refuse an address that leads on from somewhere else, or is gone."""
        former, address = self.index.former, moved.new_url or ""
        alias, line = former.aliases.get(address), former.gone.get(address)
        if alias and not _is_own(moved, alias.entry):
            place = f"{self.index.path_of(alias.entry.source)}:{alias.place[0]}"
            by_id = f", and write 'id: {address}' in its place" if former.is_known_by(alias.entry, address) else ""
            raise MoveError(f"{_called(moved)} is an alias in {place}; choose another, or take it away there{by_id}")
        if line or address in former.moved:
            where = f"{former.own.path}:{line}" if line else former.own.path
            raise MoveError(f"{_called(moved)} stands in {where}; choose another, or take it away there")

    def _check_spellings(self, moved: Moved) -> None:
        """Refuse a tag that articles write in ways which its file cannot all name."""
        written = tag_spellings(self.index, moved.slug)
        name = moved.entry.name if moved.entry else written[0]
        others = [each for each in written if each.casefold() != name.casefold()]
        if others:
            what = f"tag {shortened(name)!r} is written {shortened(others[0])!r} too, which would stay at {moved.url}"
            raise MoveError(f"{what}; write both the same, and move again")

    def _rename(self, moved: Moved) -> tuple[str, str] | None:
        """Return the file, or the folder of an `index.md`, that has the slug as its name, and its next name."""
        if moved.entry is None:
            return None
        path = PurePosixPath(moved.entry.source)
        header = split_file(self._data(moved.entry.source), "").header
        if moved.kind in ("articles", "pages") and header.values.get("slug"):
            return None
        is_folder = path.stem == "index" and len(path.parts) > 2
        old = path.parent if is_folder else path
        new = old.with_name(moved.new_slug if is_folder else f"{moved.new_slug}{path.suffix}")
        if moved.new_slug == "index" and not is_folder:
            raise MoveError("a file called index.md has the name of its folder; choose another: TO=…")
        if (self.content.root / new).exists():
            raise MoveError(f"{self.index.path_of(str(new))} is there already; choose another: TO=…")
        return str(old), str(new)

    def _data(self, source: str) -> bytes:
        try:
            return (self.content.root / source).read_bytes()
        except OSError as error:
            raise MoveError(f"{self.index.path_of(source)} cannot be read ({error.strerror})") from None

    def _files(self, moved: Moved) -> tuple[dict[str, bytes], list[str]]:
        files: dict[str, bytes] = {}
        lines: list[str] = []
        namings = Namings(self.index, self.own, moved)
        for path in self.index.entries:
            entry = Entry._make(self.content.sources.light(path))  # as written, also of an article that is retracted
            changes = list(namings.of(entry))
            if changes or _is_own(moved, entry):
                source = moved.source(entry.source)
                files[source] = self._file(namings, entry, changes, lines)
        if moved.entry is None:
            files |= self._new_tag(moved, lines)
        return files, lines

    def _file(self, namings: Namings, entry: Entry, changes: list[Naming], lines: list[str]) -> bytes:
        """Return the content of a file after the move, and add what changes in it to the lines for people."""
        source, data = namings.moved.source(entry.source), self._data(entry.source)
        path, text = self.index.path_of(source), FileText(data)
        placed = [(change, self._place(entry, change)) for change in changes]
        lines += (f"{path}:{at[0]}: {shortened(each.written)} → {shortened(each.new)}" for each, at in placed)
        own: list[str] = []
        edits = [edit for change, place in placed if (edit := edit_of(text, place, change))]
        body = text.offset((split_file(data, "").body_line, 1))
        many = (edit for change in changes if not change.place[0] for edit in edits_everywhere(text, change, body))
        for tried in (edits, [*edits, *many]):
            written = text.edited(tried)
            if _is_own(namings.moved, entry):
                written = self._own_file(namings.moved, written, path, own := [])
            if self._is_as_meant(namings, entry, source, written):
                lines += own
                return written
        place = placed[0][1] if placed else (1, 1)
        names = ", ".join(shortened(each.written) for each in changes) or namings.moved.slug
        raise MoveError(_by_hand(self.index.path_of(entry.source), place[0], names))

    def _place(self, entry: Entry, change: Naming) -> Spot:
        return change.place if change.place[0] else self.index.locate(entry.source, change.place)

    def _own_file(self, moved: Moved, data: bytes, path: str, lines: list[str]) -> bytes:
        """Return the file of the moved thing, with its slug if that stands there, and its present address."""
        if not moved.rename:
            lines.append(f"{path}: slug: {moved.new_slug}")
            data = _written(with_value(data, "slug", moved.new_slug), path, f"slug: {moved.new_slug}")
        if moved.url and self._was_public(moved):
            alias = written_address(moved.url, self.own.prefix)
            lines.append(f"{path}: {ALIASES}: {alias}")
            data = _written(with_entry(data, ALIASES, alias), path, f"{ALIASES}: [{alias}]")
        return data

    def _was_public(self, moved: Moved) -> bool:
        return moved.entry is None or not self.index.is_waiting(moved.entry)

    def _new_tag(self, moved: Moved, lines: list[str]) -> dict[str, bytes]:
        """Return a file for a tag that has none, which gives it its next address."""
        source = f"tags/{moved.new_slug}.md"
        name = json.dumps(tag_spellings(self.index, moved.slug)[0], ensure_ascii=False)
        lines.append(f"{self.index.path_of(source)}: a new file, which gives the tag {name} its address")
        alias = written_address(moved.url or "", self.own.prefix)
        return {source: f"---\nname: {name}\n{ALIASES}: [{alias}]\n---\n".encode()}

    def _is_as_meant(self, namings: Namings, before: Entry, source: str, data: bytes) -> bool:
        """Tell whether a file says all that it is to say, and has no mistake more."""
        after, moved = Entry._make(self.reader.read(source, data).light), namings.moved
        wanted = before._replace(
            slug=moved.new_slug if _is_own(moved, before) else before.slug,
            related=tuple(map(namings.article_name, before.related)),
            dont_miss=namings.article_name(before.dont_miss) if before.dont_miss else None,
            authors=tuple(namings.name("authors", each) for each in before.authors),
            category=namings.name("categories", before.category),
            sponsor=namings.name("sponsors", before.sponsor) if before.sponsor else None,
            refs=tuple((ref.kind, namings.key(before, ref)) for ref in map(Ref._make, before.refs)),
        )
        found = after._replace(refs=tuple((ref.kind, ref.key) for ref in map(Ref._make, after.refs)))
        is_same = all(getattr(found, name) == getattr(wanted, name) for name in _SAID)
        return is_same and len(after.problems) == len(before.problems)

    def _last_lines(self, moved: Moved) -> Iterator[str]:
        if moved.url is None:
            return
        if self._was_public(moved):
            yield f"{moved.url} leads to {moved.new_url} from the next publish on"
        elif moved.entry:
            yield f"{moved.url} was never public, so nothing leads from there to {moved.new_url}"
        if moved.kind == "pages" and moved.slug in DEFAULTS:
            yield f"if settings do not say so, {DEFAULTS[moved.slug]} is {moved.slug!r}: write {moved.new_slug!r} there"


def _is_own(moved: Moved, entry: Entry) -> bool:
    return moved.entry is not None and entry.source == moved.entry.source


def _called(moved: Moved) -> str:
    return f"address {moved.new_url}" if moved.new_url else f"{ONE[moved.kind]} {moved.new_slug!r}"


def _written(data: bytes | None, path: str, line: str) -> bytes:
    if data is None:
        what = f"{path}: {line!r} cannot be written into this front matter; nothing has been changed"
        raise MoveError(f"{what}: put every key on a line of its own, and move again")
    return data


def _by_hand(path: str, line: int, written: str) -> str:
    what = f"{path}:{line}: {shortened(written)!r} cannot be changed safely as it is written; nothing has been changed"
    return f"{what}: write it as plain text on one line, and move again"
