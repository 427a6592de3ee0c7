"""`addresses.toml` in the content folder: addresses that are gone, and former ones that no other file names."""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple, Self
from urllib.parse import urlsplit

from plugins.newsroom.addresses.address_forms import AddressError, normal_address, read_address
from plugins.newsroom.problems import Problem, did_you_mean, shortened
from plugins.newsroom.urls import OwnSite, page_path
from plugins.newsroom.words.toml_mistakes import toml_mistake, utf8_mistake

ADDRESSES = "addresses.toml"
"""The file, in the content folder."""

GONE, MOVED = "gone", "moved"
_WRITTEN = {GONE: 'write gone = ["/2023/11/old-slug/"]', MOVED: 'write [moved], and below it "/old/" = "/new/"'}
_SUFFIX = re.compile(r"[?#].*")
_KEY = re.compile(r"""\s*(?:\[\s*(\w+)\s*\]|(?:"([^"]*)"|'([^']*)'|([^\s="'\[]+))\s*=)""")
_ENTRY = re.compile(r"""(?<![\w/])(?:"([^"]*)"|'([^']*)'|(-?\d[\d.]*))""")


class GoneAddress(NamedTuple):
    """An address that shall answer that it is gone."""

    address: str
    """In normal form."""
    line: int


class MovedAddress(NamedTuple):
    """A former address with the one that it leads to."""

    address: str
    """In normal form."""
    target: str
    """Root-relative path of a page, decoded, or a full address of another site."""
    suffix: str
    """The part of it from `?` or `#` on, of a page."""
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnAddresses:
    """The entries of the file that can be used, and the problems of others."""

    path: str = ""
    """The file as problems name it."""
    gone: tuple[GoneAddress, ...] = ()
    moved: tuple[MovedAddress, ...] = ()
    problems: tuple[Problem, ...] = ()


def leading_to(moved: Iterable[MovedAddress]) -> Mapping[str, Sequence[str]]:
    """Return the addresses that lead to each end of a chain, by the end in normal form."""
    steps = {each.address: normal_address(each.target) for each in moved if each.target.startswith("/")}
    found: dict[str, list[str]] = {}
    for address in steps:
        end, seen = address, set[str]()
        while end in steps and end not in seen:
            seen.add(end)
            end = steps[end]
        found.setdefault(end, []).append(address)
    return found


@dataclass(frozen=True, slots=True)
class AddressFile:
    """The file as it is now."""

    path: str
    """As problems name it."""
    data: bytes = b""
    error: str = ""
    """The reason why it cannot be read."""

    @classmethod
    def in_folder(cls, root: Path, shown_root: str) -> Self:
        """Return the file of a content folder, which problems call `shown_root`; an empty one where there is none."""
        path = f"{shown_root}/{ADDRESSES}"
        try:
            return cls(path, (root / ADDRESSES).read_bytes())
        except FileNotFoundError:
            return cls(path)
        except OSError as error:
            return cls(path, error=str(error.strerror))

    def read(self, own: OwnSite) -> OwnAddresses:
        """Return the addresses that it gives."""
        if self.error:
            remedy = "make it a file that this user may read, or take it away"
            problem = Problem(self.path, 1, 1, f"cannot be read: {self.error}", remedy)
            return OwnAddresses(path=self.path, problems=(problem,))
        return read_own_addresses(self.path, self.data, own)


def read_own_addresses(path: str, data: bytes, own: OwnSite) -> OwnAddresses:
    """Return the addresses in `data`, the content of the file that problems call `path`."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return OwnAddresses(path=path, problems=(utf8_mistake(path, data, error),))
    try:
        found = tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        return OwnAddresses(path=path, problems=(toml_mistake(path, text, error, _WRITTEN[MOVED]),))
    reader = _Reader(path, text, own)
    gone, moved = tuple(reader.gone(found.get(GONE, []))), tuple(reader.moved(found.get(MOVED, {})))
    for name in found:
        if name not in _WRITTEN:
            reader.add(reader.line_of_key(name), f"unknown key {shortened(name)!r}", _remedy_for(name))
    return OwnAddresses(path=path, gone=gone, moved=moved, problems=tuple(reader.problems))


def _remedy_for(name: str) -> str:
    if name.startswith(("/", "http")):
        return "put it below a line [moved]"
    return did_you_mean(name, _WRITTEN)


class _Reader:
    """Reads the two tables of one file, and collects the problems of entries that it leaves out."""

    def __init__(self, path: str, text: str, own: OwnSite) -> None:
        self._path, self._own = path, own
        self._lines = list(enumerate(text.splitlines(), 1))
        self.problems: list[Problem] = []

    def add(self, line: int, what: str, remedy: str) -> None:
        self.problems.append(Problem(self._path, line, 1, what, remedy))

    def gone(self, value: Any) -> Iterator[GoneAddress]:
        if not isinstance(value, list):
            self.add(self.line_of_key(GONE), "gone is no list", _WRITTEN[GONE])
            return
        seen: dict[str, int] = {}
        for entry in value:
            line = self.line_of_entry(entry)
            address = self._address(entry, line)
            if address is None:
                continue
            if address in seen:
                self.add(line, f"{_shown(entry)} is in line {seen[address]} already", "take one of them away")
            else:
                seen[address] = line
                yield GoneAddress(address, line)

    def moved(self, value: Any) -> Iterator[MovedAddress]:
        if not isinstance(value, Mapping):
            self.add(self.line_of_key(MOVED), "moved is no table", _WRITTEN[MOVED])
            return
        seen: dict[str, int] = {}
        for entry, target in value.items():
            line = self.line_of_key(entry)
            if entry == GONE:
                self.add(line, "gone stands below [moved], and so is one of its addresses", "write it above that line")
                continue
            address = self._address(entry, line)
            if address in seen:
                self.add(line, f"{_shown(entry)} is in line {seen[address]} already", "take one of them away")
            elif address and (read := self._target(entry, target, line)):
                seen[address] = line
                yield MovedAddress(address, *read, line)

    def _address(self, written: Any, line: int) -> str | None:
        if not isinstance(written, str):
            self.add(line, f"{_shown(written)} is no address", 'write it in quotes, as "/2023/11/old-slug/"')
            return None
        try:
            return read_address(written.strip(), self._own)
        except AddressError as error:
            self.add(line, f"{_shown(written)} {error.what}", error.remedy)
            return None

    def _target(self, entry: str, written: Any, line: int) -> tuple[str, str] | None:
        """Return the path that an entry leads to, or the full address, and its end; None for a mistake."""
        remedy = 'write an address of a page, "/new/", or a full one, "https://…"'
        if not isinstance(written, str) or not written.strip() or re.search(r"[\s\x00-\x1f]", written.strip()):
            self.add(line, f"{_shown(entry)} leads to {_shown(written)}, which is no address", remedy)
            return None
        written = written.strip()
        path = self._own.path_of(written) or written
        if path.startswith("/") and not path.startswith("//"):
            prefix = self._own.prefix
            path = path.removeprefix(prefix) if prefix and path.startswith(f"{prefix}/") else path
            return page_path(_SUFFIX.sub("", path)), "".join(_SUFFIX.findall(path))
        if not _is_full(path):
            self.add(line, f"{_shown(entry)} leads to {_shown(written)}, which is no address", remedy)
            return None
        return path, ""

    def line_of_key(self, name: str) -> int:
        """Return the line that a key or the head of a table stands in; 1 where it is written in another way."""
        return self._lines_of_keys.get(name, 1)

    def line_of_entry(self, value: Any) -> int:
        """Return the first line that an entry of a list stands in."""
        return self._lines_of_entries.get(str(value), self.line_of_key(GONE))

    @cached_property
    def _lines_of_keys(self) -> Mapping[str, int]:
        return _first_lines((number, match) for number, line in self._lines if (match := _KEY.match(line)))

    @cached_property
    def _lines_of_entries(self) -> Mapping[str, int]:
        return _first_lines((number, match) for number, line in self._lines for match in _ENTRY.finditer(line))


def _first_lines(found: Iterable[tuple[int, re.Match[str]]]) -> dict[str, int]:
    lines: dict[str, int] = {}
    for number, match in found:
        lines.setdefault(match[match.lastindex or 0], number)
    return lines


def _is_full(address: str) -> bool:
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.netloc)


def _shown(value: Any) -> str:
    return repr(shortened(str(value)))
