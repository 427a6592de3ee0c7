"""The content security policy: sources that pages may load, run and send forms to; only those that the build names.

Directives are explained in https://www.w3.org/TR/CSP3/.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from plugins.newsroom.embeds.frame_page import FRAME_STYLE_HASH
from plugins.publish.site.model import Notes

NOTHING = "'none'"
FRAMES = "embeds"
"""Folder of the pages that frames of articles hold, each with a frame of another site."""

_CODE = re.compile(r"\b(style|script)-src ([^;\"\n]*)")
_HASH = re.compile(r"'sha256-([A-Za-z0-9+/=]+)'")

Directives = Mapping[str, Sequence[str]]
"""Sources by directive."""


def content_security_policy(notes: Notes, more: Directives) -> str:
    """Return the policy for pages of a build with these `notes`, and `more` sources."""
    needed = _needed(notes)
    # A directive that the policy does not name falls back to default-src, which allows nothing: naming it only adds.
    for directive, sources in more.items():
        needed[directive] = list(dict.fromkeys([*needed.get(directive, ()), *sources]))
    return _joined(needed)


def is_frame(path: str) -> bool:
    """Tell whether the file at `path` is a page that frames of articles hold."""
    return path.startswith(f"{FRAMES}/")


def policy_of_frames(notes: Notes) -> str:
    """Return the policy for the pages that frames of articles hold: nothing but the frame of another site.

    That page names the one site that it shows by itself; a rule for each would be a new one with many articles.
    """
    return _joined(_needed_in_frames(notes))


def missing_sources(policy: str, path: str, notes: Notes) -> list[str]:
    """Return the sources that the page at `path` needs and `policy` does not allow: `style-src 'sha256-…'`.

    A server with headers of an earlier build lacks new styles of the theme, or a new address of the newsletter's form.
    """
    allowed = {directive: set(sources) for directive, *sources in map(str.split, filter(str.strip, policy.split(";")))}
    return [
        f"{directive} {source}"
        for directive, sources in (_needed_in_frames(notes) if is_frame(path) else _needed(notes)).items()
        for source in sources
        if source not in allowed.get(directive, ())
    ]


def with_hashes_of(notes: Notes, former: str) -> Notes:
    """Return `notes`, with all styles and scripts that the text of `former` headers allows: for pages of two themes."""
    found: dict[str, set[str]] = {}
    for match in _CODE.finditer(former):
        found.setdefault(match[1], set()).update(_HASH.findall(match[2]))
    return replace(
        notes,
        styles=tuple(sorted(found.get("style", set()) - {FRAME_STYLE_HASH} | set(notes.styles))),
        scripts=tuple(sorted(found.get("script", set()) | set(notes.scripts))),
    )


def _needed(notes: Notes) -> dict[str, Sequence[str]]:
    """Return the directives of every page, in the order in which they are sent."""
    fonts = (*(["'self'"] if notes.has_face else []), *_data(notes, "font-src"))
    return {
        "default-src": (),
        "base-uri": (),
        "connect-src": ("'self'",),  # Lighthouse reads robots.txt by a fetch of the page
        **({"font-src": fonts} if fonts else {}),
        "form-action": notes.form_origins,
        "frame-ancestors": (),
        **({"frame-src": ("'self'",)} if notes.frame_origins else {}),
        "img-src": ("'self'", *_data(notes, "img-src")),
        "manifest-src": ("'self'",),
        "media-src": ("'self'",),
        "script-src": _hashes(notes.scripts),
        "style-src": ("'self'", *_hashes(notes.styles)),  # feeds have theirs in a file
    }


def _needed_in_frames(notes: Notes) -> dict[str, Sequence[str]]:
    return {
        "default-src": (),
        "base-uri": (),
        "form-action": (),
        "frame-ancestors": ("'self'",),
        "frame-src": notes.frame_origins,
        "style-src": _hashes((FRAME_STYLE_HASH,)),
    }


def _joined(needed: Directives) -> str:
    return "; ".join(f"{directive} {' '.join(sources) or NOTHING}" for directive, sources in needed.items())


def _data(notes: Notes, directive: str) -> tuple[str, ...]:
    return ("data:",) if directive in notes.data_sources else ()


def _hashes(digests: Sequence[str]) -> tuple[str, ...]:
    return tuple(f"'sha256-{digest}'" for digest in digests)
