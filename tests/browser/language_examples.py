"""Small publications of invented brands in other languages, built for the pictures of README.md."""

import shutil
from pathlib import Path
from typing import Any

from tests.conftest import DEMONSTRATION, ROOT
from tests.theme.publications import TEXTS

ARTICLE = "/2023/11/article-0/"
PICTURES = ("live-host-ring-light", "convenience-store-night", "coin-jar-camera", "abacus-chart", "magazine-stack")
"""Drawings of the demonstration, one an article."""
COLOURS = ("pink", "orange", "violet", "red", "teal", "blue")

_SETTINGS = """import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).absolute().parent))
from plugins.settings import *

SITENAME = {name!r}
SITESUBTITLE = {tagline!r}
SITEURL = "https://publication.example"
TIMEZONE = {zone!r}
DEFAULT_LANG = {lang!r}
BRAND = {{"accent": {accent!r}}}
DESK = {{"show_drafts": True}}
RELATED = {{"fill": True}}
PAGES = {{"footer": ["about"]}}
"""
_ARTICLE = """---
title: {title!r}
date: 2023-11-{day:02} 09:30
category: section-{section}
authors: [{authors}]
summary: {summary!r}
tags: [{tags}]
picture: {{file: /pictures/{picture}.webp, alt: {title!r}}}
---

{text}

## {heading}

{text}

> {quote}
>
> {name}

{text}
"""


def write_publication(root: Path, lang: str, accent: str, zone: str, lead: str) -> None:
    """Write a publication in `lang` with an accent of its own into a folder, with the kit's plugins and theme.

    The newest article has the picture `lead`, and others come after it.
    """
    texts = TEXTS[lang]
    for name in ("plugins", "theme", "publishconf.py"):
        (root / name).symlink_to(ROOT / name)
    settings = _SETTINGS.format(name=texts["name"], tagline=texts["tagline"], lang=lang, accent=accent, zone=zone)
    (root / "pelicanconf.py").write_text(settings, encoding="utf-8")
    for number, name in enumerate(texts["sections"]):
        header = f"name: {name!r}\norder: {number}\ncolour: {COLOURS[number]}\nsummary: {texts['tagline']!r}"
        _write(root, f"categories/section-{number}.md", header, texts["summary"])
    for number, name in enumerate(texts["authors"]):
        _write(root, f"authors/author-{number}.md", f"name: {name!r}\nrole: {texts['role']!r}", texts["summary"])
    title, summary = texts["about"]
    _write(root, "pages/about.md", f"title: {title!r}\nsummary: {summary!r}\norder: 1", texts["summary"])
    pictures = root / "content" / "pictures"
    pictures.mkdir()
    others = [picture for picture in PICTURES if picture != lead]
    for number, picture in enumerate([lead, *others][: len(texts["titles"])]):
        shutil.copyfile(DEMONSTRATION / "content" / "pictures" / f"{picture}.webp", pictures / f"{picture}.webp")
        text = _ARTICLE.format(**_fields(texts, number), day=24 - number, picture=picture, section=(number + 1) % 6)
        path = root / "content" / "articles" / f"article-{number}.md"
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")


def _fields(texts: dict[str, Any], number: int) -> dict[str, str]:
    return {
        "title": texts["titles"][number],
        "authors": "author-0" if number % 2 else "author-0, author-1",
        "summary": texts["summary"],
        "tags": ", ".join(repr(tag) for tag in texts["tags"][:3]),
        "text": texts["text"],
        "heading": texts["sections"][number],
        "quote": texts["quote"],
        "name": texts["authors"][0],
    }


def _write(root: Path, name: str, header: str, text: str) -> None:
    path = root / "content" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"---\n{header}\n---\n\n{text}\n", encoding="utf-8")
