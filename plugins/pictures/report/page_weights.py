"""Weights of pages: the bytes of all pictures that a browser loads until a page was scrolled through."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from plugins.pictures.report.browser_choice import DESKTOP, PHONE, Window, chosen

_PICTURE = re.compile(r"<picture\b[^>]*>(?P<sources>.*?)</picture>|(?P<image><img\b[^>]*>)", re.DOTALL)
_TAG = re.compile(r"<(?:source|img)\b[^>]*>")
_ATTRIBUTE = re.compile(r'\s(?P<name>[\w-]+)="(?P<value>[^"]*)"')


class PageWeight(NamedTuple):
    """The pictures of a page."""

    path: str
    """Of the page, below the output folder."""
    pictures: int
    phone: int
    """Bytes in a window 390 pixels wide at double density."""
    desktop: int
    """Bytes in a window 1280 pixels wide at single density."""


def page_weights(output: Path, prefix: str) -> list[PageWeight]:
    """Return the weights of the pages of a build that show pictures, the heaviest on a phone first.

    `prefix` is the path that the site lives under.
    """
    size = cache(lambda address: _size(output, prefix, address))
    weights = []
    for page in output.rglob("*.html"):
        shown = list(_shown(page.read_text(encoding="utf-8")))
        if shown:
            loads = [{address for each in shown if (address := _chosen(each, window))} for window in (PHONE, DESKTOP)]
            bytes_of = [sum(map(size, load)) for load in loads]
            weights.append(PageWeight(page.relative_to(output).as_posix(), len(shown), *bytes_of))
    return sorted(weights, key=lambda weight: (-weight.phone, -weight.desktop, weight.path))


def _shown(html: str) -> Iterator[str]:
    """Yield the first tag of each picture, from which browsers of today choose."""
    for match in _PICTURE.finditer(html):
        tag = _TAG.search(match[0])
        if tag:
            yield tag[0]


@cache
def _chosen(tag: str, window: Window) -> str:
    found = {match["name"]: match["value"] for match in _ATTRIBUTE.finditer(tag)}
    return chosen(found.get("srcset", ""), found.get("sizes", ""), window) or found.get("src", "")


def _size(output: Path, prefix: str, address: str) -> int:
    """Return the size of a file of the site; 0 of one that is not there."""
    path = unquote(urlsplit(address).path)
    file = output / path.removeprefix(prefix).lstrip("/")
    return file.stat().st_size if path.startswith(prefix) and file.is_file() else 0
