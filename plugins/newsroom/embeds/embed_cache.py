"""`embeds.toml` in the content folder: the words on cards of embeds, which `make embeds` writes and people edit."""

import datetime
import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Any, Self

from plugins.newsroom.problems import Problem, did_you_mean, shortened
from plugins.newsroom.words.toml_mistakes import toml_mistake, utf8_mistake

EMBEDS = "embeds.toml"
"""The file, in the content folder."""
TEXTS = ("title", "text", "author", "picture", "credit", "did")
DATES = ("date", "fetched")
KEYS = (*TEXTS, *DATES)
"""Keys of an entry; `fetched` is the day on which the host was asked, for editors."""

_WRITTEN = '["https://video.example/watch?v=1"] on a line, and below it title = "…"'
_HEAD = re.compile(r"""\s*\[\s*(?:"((?:[^"\\]|\\.)*)"|'([^']*)')\s*\]""")
_KEY = re.compile(r"""\s*["']?([\w-]+)["']?\s*=""")
_UNSEEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
"""Characters that no feed may hold, or that turn the words around them."""
_DID = re.compile(r"did:[a-z]+:[A-Za-z0-9._:%-]{1,200}")

Canonical = Callable[[str], str | None]
"""Returns the address by which an embed is known, for any of its addresses; None for one of no known host."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EmbedNotes:
    """The words of a card, as plain text; each may be empty."""

    title: str = ""
    text: str = ""
    """Of a post, its own words."""
    author: str = ""
    """As readers know them: a person, a channel, a show."""
    date: datetime.date | None = None
    """When it was posted."""
    picture: str = ""
    """The file, as texts name it: `/pictures/embeds/…`."""
    credit: str = ""
    """Maker of the picture, if that is neither the author nor the site."""
    did: str = ""
    """Of a post on Bluesky: the number of its account, which frames need."""


NO_NOTES = EmbedNotes()


@dataclass(frozen=True, slots=True, kw_only=True)
class EmbedCache:
    """The entries of the file that can be used, and the problems of others."""

    path: str = ""
    """The file as problems name it."""
    notes: Mapping[str, EmbedNotes] = field(default_factory=lambda: MappingProxyType({}))
    """By canonical address."""
    lines: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))
    """The line that an entry begins in, by canonical address."""
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class EmbedFile:
    """The file as it is now; equal ones say the same."""

    path: str
    """As problems name it."""
    data: bytes = b""
    error: str = ""
    """The reason why it cannot be read."""

    @classmethod
    def in_folder(cls, root: Path, shown_root: str) -> Self:
        """Return the file of a content folder, which problems call `shown_root`; an empty one where there is none."""
        path = f"{shown_root}/{EMBEDS}"
        try:
            return cls(path, (root / EMBEDS).read_bytes())
        except FileNotFoundError:
            return cls(path)
        except OSError as error:
            return cls(path, error=str(error.strerror))

    def read(self, canonical: Canonical) -> EmbedCache:
        """Return the entries that it gives."""
        if self.error:
            remedy = "make it a file that this user may read, or take it away"
            problem = Problem(self.path, 1, 1, f"cannot be read: {self.error}", remedy)
            return EmbedCache(path=self.path, problems=(problem,))
        return read_embed_cache(self.path, self.data, canonical)


def read_embed_cache(path: str, data: bytes, canonical: Canonical) -> EmbedCache:
    """Return the entries in `data`, the content of the file that problems call `path`."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return EmbedCache(path=path, problems=(utf8_mistake(path, data, error),))
    try:
        found = tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        return EmbedCache(path=path, problems=(toml_mistake(path, text, error, f"write {_WRITTEN}"),))
    reader = _Reader(path, text, canonical)
    for address, entry in found.items():
        reader.read(address, entry)
    return EmbedCache(path=path, notes=reader.notes, lines=reader.lines, problems=tuple(reader.problems))


class _Reader:
    """Reads the entries of one file, and collects the problems of those that it leaves out."""

    def __init__(self, path: str, text: str, canonical: Canonical) -> None:
        self._path, self._canonical = path, canonical
        self._places = _lines(text)
        self.notes: dict[str, EmbedNotes] = {}
        self.lines: dict[str, int] = {}
        self.problems: list[Problem] = []

    def read(self, address: str, entry: Any) -> None:
        """Take one entry, if it is right."""
        line = self._places.get((address, ""), self._places.get(("", address), 1))
        if not isinstance(entry, Mapping):
            self._add(line, f"{_shown(address)} stands outside of an entry", f"write {_WRITTEN}")
            return
        known = self._canonical(address)
        if known is None:
            remedy = "write the full address of one video, post or episode of a host that is known, or take it away"
            self._add(line, f"{_shown(address)} is no address of an embed", remedy)
        elif known in self.notes:
            what = f"{_shown(address)} is in line {self.lines[known]} already"
            self._add(line, what, "bring the two together in one place")
        else:
            values = {name: value for name, value in entry.items() if self._is_right(address, name, value)}
            values.pop("fetched", None)
            self.notes[known], self.lines[known] = EmbedNotes(**values), line

    def _is_right(self, address: str, name: str, value: Any) -> bool:
        """Tell whether a key of an entry can be used, and note why not."""
        line = self._places.get((address, name), self._places.get((address, ""), 1))
        mistake = next(_mistakes(name, value), None)
        if mistake:
            self._add(line, *mistake)
        return mistake is None

    def _add(self, line: int, what: str, remedy: str) -> None:
        self.problems.append(Problem(self._path, line, 1, what, remedy))


def _mistakes(name: str, value: Any) -> Iterator[tuple[str, str]]:
    if name not in KEYS:
        yield f"unknown key {shortened(name)!r}", did_you_mean(name, KEYS)
    elif name in DATES:
        if not isinstance(value, datetime.date) or isinstance(value, datetime.datetime):
            yield f"{name} is no day: {_shown(value)}", f"write it without quotes: {name} = 2026-11-20"
    elif not isinstance(value, str):
        yield f"{name} has no words: {_shown(value)}", f'write it in quotes: {name} = "…"'
    elif unseen := _UNSEEN.search(value):
        what = f"{name} holds a character that cannot be seen, U+{ord(unseen[0]):04X}"
        yield what, "take it away"
    elif name == "did" and value and not _DID.fullmatch(value):
        yield f"did is no account of Bluesky: {_shown(value)}", 'write it as "did:plc:…", or take it away'


def _lines(text: str) -> dict[tuple[str, str], int]:
    """Return the lines of entries, by address and the empty name, and those of their keys, by address and name."""
    places: dict[tuple[str, str], int] = {}
    address = ""
    for number, line in enumerate(text.splitlines(), 1):
        if head := _HEAD.match(line):
            address = head[1] or head[2] or ""
            places.setdefault((address, ""), number)
        elif key := _KEY.match(line):
            places.setdefault((address, key[1]), number)
    return places


def _shown(value: Any) -> str:
    return repr(shortened(str(value)))
