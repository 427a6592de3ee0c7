"""Sources that a publication adds to its content security policy, which stays strict."""

import re
from collections.abc import Mapping, Sequence
from typing import Annotated

from pydantic import AfterValidator

from plugins.newsroom.problems import did_you_mean

DIRECTIVES = (
    "connect-src",
    "font-src",
    "form-action",
    "frame-ancestors",
    "frame-src",
    "img-src",
    "manifest-src",
    "media-src",
    "script-src",
    "style-src",
    "worker-src",
)
"""Directives that may be added to. Not default-src, which would open all of these at once, and not base-uri."""

_EMBEDDED = frozenset({"font-src", "img-src", "media-src"})
"""Directives for files that cannot run: here an address may hold the content itself (`data:`)."""
_SOURCE = re.compile(
    r"'self'|data:|blob:"
    r"|'sha(?:256|384|512)-[A-Za-z0-9+/]+={0,2}'"
    r"|(?:https|wss)://(?:\*\.)?[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*(?::[0-9]+)?(?:/[A-Za-z0-9._~%+/=:@-]*)?"
)
_OPEN = frozenset({"*", "http:", "https:", "ws:", "wss:"})
_REMEDY = "name an origin, such as https://cdn.example.com"


def _known_directive(name: str) -> str:
    """Return `name`. Raises ValueError where it is no directive that a publication may add to."""
    if name in ("default-src", "base-uri"):
        raise ValueError(f"{name!r} stays closed; add to the directive for what is loaded, such as img-src")
    if name not in DIRECTIVES:
        raise ValueError(f"unknown directive {name!r}; {did_you_mean(name, DIRECTIVES)}")
    return name


def _strict_source(source: str) -> str:
    """Return `source`. Raises ValueError where it is none, or would let in anything that somebody puts into a page."""
    folded = source.casefold()
    if folded.startswith(("'unsafe-", "'nonce-", "'strict-dynamic")) or folded in _OPEN:
        raise ValueError(f"{source!r} lets in what anybody puts into a page; {_REMEDY}")
    if not _SOURCE.fullmatch(source):
        raise ValueError(f"{source!r} is no source; " + ("write \"'self'\"" if folded == "self" else _REMEDY))
    return source


def _without_code_in_addresses(sources: Mapping[str, Sequence[str]]) -> Mapping[str, Sequence[str]]:
    for directive, wanted in sources.items():
        for source in wanted:
            if source in ("data:", "blob:") and directive not in _EMBEDDED:
                raise ValueError(f"{source!r} in {directive} lets in what anybody puts into a page; {_REMEDY}")
    return sources


Sources = Annotated[
    dict[Annotated[str, AfterValidator(_known_directive)], list[Annotated[str, AfterValidator(_strict_source)]]],
    AfterValidator(_without_code_in_addresses),
]
"""Sources by directive, as the settings have them."""
