"""Takedown lists: texts and pictures that must not be public, named in any form that an editor would paste."""

import posixpath
import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from plugins.newsroom.urls import UNKNOWN_SITE, OwnSite, own_site, page_path

_DATED = re.compile(r"\d{4}/\d{2}/([^/]+)")
_TEXT = ".md"
_ROOTS = ("content", "output")
"""Folders of a checkout whose files somebody may name by path."""


@dataclass(frozen=True, slots=True)
class TakedownEntry:
    """One entry: an address of the publication, a slug, or a file of the content folder."""

    written: str
    path: str
    """Decoded, in small letters, its accents in one form, without slashes at its ends; empty for a place elsewhere."""

    @property
    def slug(self) -> str:
        """The slug that it may be, of an article in whatever month: a single word, or the name of a text's file."""
        if self.path.endswith(_TEXT):
            folder, name = posixpath.split(self.path.removesuffix(_TEXT))
            return posixpath.basename(folder) if name == "index" else name
        return "" if "/" in self.path or "." in self.path else self.path

    @property
    def address(self) -> str:
        """The address that it is by itself, whether there is a page or not; empty for a place elsewhere."""
        end = "" if "." in posixpath.basename(self.path) else "/"
        return f"/{self.path}{end}" if self.path else ""

    @property
    def is_whole(self) -> bool:
        """Tell whether it names one place: a slug or the name of a file may be that of several."""
        return "/" in self.path or self.path.endswith(".html")

    def names_page(self, url: str) -> bool:
        """Tell whether it means the page at a root-relative URL."""
        path = _uniform(url.strip("/"))
        if path and path == self.path:
            return True
        dated = _DATED.fullmatch(path) if self.slug else None
        return dated is not None and dated[1] == self.slug

    def names_file(self, source: str) -> bool:
        """Tell whether it means a file, by its path below the content folder; its name alone will do."""
        return self.path in (_uniform(source), _uniform(posixpath.basename(source)))


@dataclass(frozen=True, slots=True)
class TakedownList:
    """All entries of a publication."""

    entries: tuple[TakedownEntry, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.entries)

    def naming(self, source: str, urls: Iterable[str]) -> list[TakedownEntry]:
        """Return the entries that mean a text: its file, or one of its addresses."""
        addresses = list(urls)
        return [entry for entry in self.entries if entry.names_file(source) or any(map(entry.names_page, addresses))]


NOTHING_TAKEN_DOWN = TakedownList()


def read_takedown_list(written: Iterable[str], own: OwnSite = UNKNOWN_SITE) -> TakedownList:
    """Return the list that `written` entries make up; `own` is the site whose full addresses are the publication's."""
    return TakedownList(tuple(TakedownEntry(entry, _path(entry, own)) for entry in written))


def takedown_of(settings: Mapping[str, Any]) -> TakedownList:
    """Return the takedown list in `PUBLISH` of Pelican's settings; an empty one where that has mistakes."""
    chosen = settings.get("PUBLISH")
    written = chosen.get("takedown") if isinstance(chosen, Mapping) else None
    if not isinstance(written, list | tuple):
        return NOTHING_TAKEN_DOWN
    own = own_site(settings.get("SITEURL"))
    return read_takedown_list([entry for entry in written if isinstance(entry, str) and entry.strip()], own)


def _path(written: str, own: OwnSite) -> str:
    address = written.strip().replace("\\", "/")  # as Windows has it
    if "://" in address or address.startswith("//"):
        found = own.path_of(address)
        if found is None:
            return ""
        address = found
    elif "." in address.partition("/")[0] and (found := own.path_of(f"//{address}")) is not None:
        address = found  # copied out of a browser, which leaves the scheme out
    path = page_path(re.split("[?#]", address, maxsplit=1)[0]).strip("/")
    path = path.removeprefix(f"{own.prefix.strip('/')}/") if own.prefix else path
    return _uniform(_below_root(path.removeprefix("./")).removesuffix("index.html").strip("/"))


def _uniform(path: str) -> str:
    """Return a path in small letters, and its accents in the one form of Unicode that addresses have."""
    return unicodedata.normalize("NFC", path.lower())


def _below_root(path: str) -> str:
    """Return a path without the folders up to the content or the output folder of a checkout, where it has them."""
    parts = path.split("/")
    for root in _ROOTS:
        if root in parts[:-1] and ("." in parts[-1] or parts[0] == root):
            return "/".join(parts[len(parts) - parts[::-1].index(root) :])
    return path
