"""What surrounds the articles of the benchmark's publication, the same for every generator."""

import json
import re
import runpy
import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

from tests.bench.corpus import PICTURES, Corpus
from tests.bench.vocabulary import SECTIONS
from tests.conftest import DEMONSTRATION

SITES = Path(__file__).parent / "sites"
COLOURS = ("red", "orange", "green", "teal", "blue", "violet", "pink", "ochre")
WIDTH, HEIGHT = 1200, 675
PROMO = {
    "title": "Lowdown Live: early tickets",
    "text": "Two days on the next decade of marketing in Asia.",
    "url": "https://events.lowdown.example/live/",
    "advertiser": "Lowdown Events",
}
SPONSOR = {
    "slug": "tideline-screens",
    "name": "Tideline Screens",
    "url": "https://tideline.example/",
    "label": "In partnership with Tideline Screens",
    "disclosure": "This article was paid for by Tideline Screens, which read it before publication.",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Author:
    """One of the corpus's authors."""

    slug: str
    name: str
    role: str
    beat: str
    biography: str
    portrait: str


def slug(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")


def picture_name(number: int) -> str:
    return f"picture-{number:02}.png"


def quoted(text: str) -> str:
    """Return `text` as YAML writes it between quotes."""
    return json.dumps(text, ensure_ascii=False)


@cache
def kit_settings() -> dict[str, Any]:
    """Return the settings of the repository's own publication: its name, its pages, its calls to action."""
    return runpy.run_path(str(DEMONSTRATION / "pelicanconf.py"))


def section_colour(place: int) -> str:
    return COLOURS[place % len(COLOURS)]


def section_text(name: str) -> str:
    return f"What happens in {name}, who is behind it and what it costs."


def text_pages() -> Iterator[tuple[str, str]]:
    """Yield slug and text of the pages that every footer links to."""
    for page in kit_settings()["PAGES"]["footer"]:
        yield page, "\n\n".join(f"## Part {part}\n\nWhat stands on the page {page}." for part in range(1, 5))


def authors(corpus: Corpus) -> Iterator[Author]:
    for number, name in enumerate(corpus.vocabulary.author_names):
        section = SECTIONS[Random(f"{corpus.seed}/{name}").randrange(len(SECTIONS))]
        yield Author(
            slug=slug(name),
            name=name,
            role="Reporter" if number % 5 else "Editor",
            beat=f"{section} and what follows from it",
            biography=f"{name} has written about {section} since the first day.",
            portrait=picture_name(number % PICTURES) if number % 3 == 0 else "",
        )


@cache
def picture(number: int) -> bytes:
    """Return a PNG of one colour, as large as a lead picture."""
    colour = bytes((number * 4, 80, 120))
    rows = zlib.compress((b"\0" + bytes(WIDTH)) * HEIGHT)
    header = struct.pack(">IIBBBBB", WIDTH, HEIGHT, 8, 3, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"PLTE", colour), (b"IDAT", rows), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(kind, data) for kind, data in chunks)


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
