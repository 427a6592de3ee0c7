"""Versions of the kit: numbers, tags, the version of a checkout, and the CHANGELOG between two of them."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple, Self

from plugins.start.stopped_error import StoppedError

PROJECT, CHANGELOG = "pyproject.toml", "CHANGELOG.md"
UNRELEASED = "## Unreleased"
_HEADING = re.compile(r"^## (\d+\.\d+\.\d+)\b.*$", re.MULTILINE)


class Version(NamedTuple):
    """Three numbers, as semantic versioning has them."""

    major: int
    minor: int
    patch: int

    @classmethod
    def parse(cls, text: str) -> Self:
        """Return the version in `1.2.0` or `v1.2.0`. Raises StoppedError if it is none."""
        found = re.fullmatch(r"v?(\d+)\.(\d+)\.(\d+)", text.strip())
        if not found:
            raise StoppedError(f"{text!r} is no version; write three numbers, 1.2.0")
        return cls(*map(int, found.groups()))

    def __str__(self) -> str:
        return f"{self.major}.{self.minor}.{self.patch}"

    @property
    def tag(self) -> str:
        return f"v{self}"


def version_in(project: str) -> Version:
    """Return the version in the text of a `pyproject.toml`."""
    return Version.parse(str(tomllib.loads(project)["project"]["version"]))


def version_of(root: Path) -> Version:
    """Return the version that the checkout in `root` says it is."""
    return version_in((root / PROJECT).read_text(encoding="utf-8"))


def changes_between(changelog: str, old: Version, new: Version) -> str:
    """Return the part of a CHANGELOG that came after `old`, up to and with `new`."""
    sections = (text for version, text in _sections(changelog) if old < version <= new)
    return "\n\n".join(sections)


def _sections(changelog: str) -> Iterator[tuple[Version, str]]:
    headings = list(_HEADING.finditer(changelog))
    ends = [heading.start() for heading in headings[1:]] + [len(changelog)]
    for heading, end in zip(headings, ends, strict=True):
        yield Version.parse(heading[1]), changelog[heading.start() : end].strip()
