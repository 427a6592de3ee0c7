"""The content security policy: sources that pages may load, run and send forms to; only those that the build names.

Directives are explained in https://www.w3.org/TR/CSP3/.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from plugins.publish.site.model import Notes

NOTHING = "'none'"

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
    return "; ".join(f"{directive} {' '.join(sources) or NOTHING}" for directive, sources in needed.items())


def missing_sources(policy: str, notes: Notes) -> list[str]:
    """Return the sources that pages need and `policy`, as a server sends it, does not allow: `style-src 'sha256-…'`.

    A server with headers of an earlier build lacks new styles of the theme, or a new address of the newsletter's form.
    """
    allowed = {directive: set(sources) for directive, *sources in map(str.split, filter(str.strip, policy.split(";")))}
    return [
        f"{directive} {source}"
        for directive, sources in _needed(notes).items()
        for source in sources
        if source not in allowed.get(directive, ())
    ]


def with_hashes_of(notes: Notes, former: str) -> Notes:
    """Return `notes`, with all styles and scripts that the text of `former` headers allows: for pages of two themes."""
    found = {match[1]: set(_HASH.findall(match[2])) for match in _CODE.finditer(former)}
    return replace(
        notes,
        styles=tuple(sorted(found.get("style", set()) | set(notes.styles))),
        scripts=tuple(sorted(found.get("script", set()) | set(notes.scripts))),
    )


def _needed(notes: Notes) -> dict[str, Sequence[str]]:
    """Return the directives of every page, in the order in which they are sent."""
    fonts = (*(["'self'"] if notes.has_face else []), *_data(notes, "font-src"))
    return {
        "default-src": (),
        "base-uri": (),
        **({"font-src": fonts} if fonts else {}),
        "form-action": notes.form_origins,
        "frame-ancestors": (),
        "img-src": ("'self'", *_data(notes, "img-src")),
        "media-src": ("'self'",),
        "script-src": _hashes(notes.scripts),
        "style-src": _hashes(notes.styles),
    }


def _data(notes: Notes, directive: str) -> tuple[str, ...]:
    return ("data:",) if directive in notes.data_sources else ()


def _hashes(digests: Sequence[str]) -> tuple[str, ...]:
    return tuple(f"'sha256-{digest}'" for digest in digests)
