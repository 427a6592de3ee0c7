"""What peers get of the kit's theme: styles, script, drawings, icons, and the texts of the blocks."""

from collections.abc import Iterator
from typing import Any

from plugins.brand.wordmark import wordmark_svg
from plugins.press.render import TemplateRenderer
from tests.bench.corpus import Corpus
from tests.bench.formats.base import File
from tests.bench.publication import (
    PROMO,
    SPONSOR,
    authors,
    kit_settings,
    section_colour,
    section_text,
    slug,
)
from tests.bench.vocabulary import SECTIONS
from tests.conftest import DEMONSTRATION, ROOT

THEME = ROOT / "theme"
BRAND = DEMONSTRATION / "content" / "brand"
_ICONS = {
    "icon.svg": "favicon.svg",
    "icon.png": "apple-touch-icon.png",
    "logo.png": "logo.png",
    "share.png": "share.png",
}
"""The files of the brand, by the names that they are published under."""


def styles(kinds: dict[str, str]) -> dict[str, str]:
    """Return for each of `kinds`, a peer's kinds of pages, the minified style of the template of the kit it names."""
    renderer = TemplateRenderer(THEME)
    return {kind: renderer.theme(f"{template}.html").css for kind, template in kinds.items()}


def script() -> str:
    """Return the minified script of an article."""
    return TemplateRenderer(THEME).theme("article.html").script


def symbols() -> str:
    """Return the icons of the share links, as the page has them."""
    return (THEME / "templates" / "partials" / "symbols.html").read_text(encoding="utf-8")


def wordmark(name: str) -> str:
    """Return the drawing of the publication's name; `name` is what a template prints for it."""
    return wordmark_svg((BRAND / "wordmark.svg").read_bytes(), name, "")


def icons(below: str) -> Iterator[File]:
    for name, published in _ICONS.items():
        yield File(f"{below}/{published}", (BRAND / name).read_bytes())


def texts(corpus: Corpus) -> dict[str, Any]:
    """Return what the blocks around an article say."""
    settings = kit_settings()
    return {
        "tagline": settings["SITESUBTITLE"],
        "footer": settings["PAGES"]["footer"],
        "promo": PROMO,
        "sponsors": {SPONSOR["slug"]: SPONSOR},
        "sections": [
            {"name": name, "slug": slug(name), "colour": section_colour(place), "text": section_text(name)}
            for place, name in enumerate(SECTIONS, 1)
        ],
        "writers": {
            author.name: {"role": author.role, "beat": author.beat, "biography": author.biography}
            for author in authors(corpus)
        },
        **settings["CTA"],
    }
