"""The page that holds the frame of another site: the one page of a publication with a foreign frame in it.

Pages with cards put it into a frame of their own, so that their policy names no foreign host.
"""

from base64 import b64encode
from dataclasses import dataclass
from hashlib import sha256

from markupsafe import Markup

from plugins.newsroom.language.language_tags import Direction

FRAME = "embed frame"
"""Name of the kind of these files, in a build and in its record."""

_STYLE = (
    ":root{color-scheme:light dark}"
    "body{display:flex;flex-direction:column;block-size:100vh;margin:0;font:.8125rem/1.25rem system-ui,sans-serif}"
    "iframe{flex:1;min-block-size:0;border:0}"
    "p{margin:0;padding-block:.5rem 0}"
    "a{color:inherit}"
)
FRAME_STYLE_HASH = b64encode(sha256(_STYLE.encode()).digest()).decode()
"""SHA-256 of the style of these pages in base64, as a content security policy has it."""

_SANDBOX = "allow-forms allow-popups allow-popups-to-escape-sandbox allow-presentation allow-same-origin allow-scripts"
"""Everything that players need. What is not in it: to lead the reader's whole window elsewhere, and downloads."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FramePage:
    """A page with one foreign frame."""

    lang: str
    direction: Direction
    title: str
    frame: str
    """Address of what it shows."""
    origins: tuple[str, ...]
    """Origins that the frame may be of."""
    allow: str
    """Features of browsers that the frame may use."""
    link: str
    """Address on the other site, for who sees nothing."""
    open: str
    """Words of the link to it."""


def frame_policy(origins: tuple[str, ...]) -> str:
    """Return the content security policy of a page that shows these origins; a page cannot say who may frame it."""
    return (
        f"default-src 'none'; base-uri 'none'; form-action 'none'; frame-src {' '.join(origins)}; "
        f"style-src 'sha256-{FRAME_STYLE_HASH}'"
    )


def frame_page(page: FramePage) -> bytes:
    """Return the page as HTML in UTF-8.

    Of this publication the other site learns its origin, without which some play nothing, and no page's address.
    """
    lines = [
        "<!DOCTYPE html>",
        Markup('<html lang="{}" dir="{}">').format(page.lang, page.direction),
        '<meta charset="utf-8">',
        Markup('<meta http-equiv="Content-Security-Policy" content="{}">').format(frame_policy(page.origins)),
        Markup("<title>{}</title>").format(page.title),
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        '<meta name="robots" content="noindex">',
        f"<style>{_STYLE}</style>",
        Markup('<iframe src="{}" title="{}" allow="{}" referrerpolicy="strict-origin" sandbox="{}"></iframe>').format(
            page.frame, page.title, page.allow, _SANDBOX
        ),
        Markup('<p><a href="{}" target="_top">{}</a></p>').format(page.link, page.open),
        "</html>",
        "",
    ]
    return "\n".join(lines).encode()
