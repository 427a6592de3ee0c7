"""Redirect pages: the small page at a former address, written for a build and read again by publishing."""

import html
import re
from dataclasses import dataclass

from markupsafe import Markup, escape

from plugins.newsroom.language.language_tags import Direction

REDIRECT = "redirect"
"""Name of the kind of these files, in a build and in its record."""

MOST_BYTES = 8_192
"""No redirect page is longer: addresses in files' names are at most 4,096 bytes."""
_REFRESH = re.compile(rb'<meta name="robots" content="noindex">\n<meta http-equiv="refresh" content="0; url=([^"]*)">')


@dataclass(frozen=True, slots=True, kw_only=True)
class RedirectPage:
    """The page at a former address."""

    location: str
    """The address that it leads to: root-relative with the site's path prefix, or a full one of another site."""
    full_location: str
    """The same as a full address."""
    lang: str
    direction: Direction
    moved: str
    """Phrase with a place for the address."""


def redirect_page(page: RedirectPage) -> bytes:
    """Return the page as HTML in UTF-8; browsers follow it at once, and search engines take it as a redirect."""
    address = page.full_location
    link = Markup('<a href="{}" dir="ltr">{}</a>').format(page.location, address)
    lines = [
        "<!DOCTYPE html>",
        Markup('<html lang="{}" dir="{}">').format(page.lang, page.direction),
        '<meta charset="utf-8">',
        Markup("<title>{}</title>").format(page.moved.format(address=address)),
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        '<meta name="color-scheme" content="light dark">',
        Markup('<link rel="canonical" href="{}">').format(address),
        '<meta name="robots" content="noindex">',
        Markup('<meta http-equiv="refresh" content="0; url={}">').format(page.location),
        Markup("<p>{}</p>").format(Markup(escape(page.moved)).format(address=link)),
        "</html>",
        "",
    ]
    return "\n".join(lines).encode()


def location_of(body: bytes) -> str | None:
    """Return the `location` of a redirect page; None for any other file."""
    found = _REFRESH.search(body) if len(body) <= MOST_BYTES else None
    return html.unescape(found[1].decode("utf-8", "replace")) if found else None
