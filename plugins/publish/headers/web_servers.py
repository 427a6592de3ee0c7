"""The headers for an own web server, as a file that its configuration includes."""

import re

from plugins.newsroom.media_types import BINARY_TYPES, NAMED_TYPES, TEXT_TYPES, UNKNOWN, with_charset
from plugins.publish.headers.per_file import FOREVER, LASTING, passing
from plugins.publish.headers.security import security_headers
from plugins.publish.settings import HeaderSettings
from plugins.publish.site.model import Notes

HOW = "# Made by `make headers FORMAT={form}`; make it again when that says something else.\n"


def nginx(notes: Notes, settings: HeaderSettings) -> str:
    """Return text for a `server` block; a location with an `add_header` of its own would have none of these."""
    # nginx adds the charset to text/html by itself.
    texts = sorted({*TEXT_TYPES.values(), *NAMED_TYPES.values()} - {"text/html"})
    lines = [
        "types {",
        *(f"    {kind} {' '.join(suffixes)};" for kind, suffixes in _suffixes().items()),
        "}",
        f"default_type {UNKNOWN};",
        "charset utf-8;",
        f"charset_types {' '.join(texts)};",
        *(
            f"location ~ /{re.escape(name)}$ {{ types {{ }} default_type {kind}; }}"
            for name, kind in NAMED_TYPES.items()
        ),
        f'set $cache_control "{passing(settings.page_seconds)}";',
        f'if ($uri ~ "/{LASTING}") {{ set $cache_control "{FOREVER}"; }}',  # an answer 404 has another $uri
        "add_header Cache-Control $cache_control always;",
        *(f'add_header {name} "{value}" always;' for name, value in security_headers(notes, settings).items()),
    ]
    return HOW.format(form="nginx") + "\n".join(lines) + "\n"


def caddy(notes: Notes, settings: HeaderSettings) -> str:
    """Return text for a site block. Headers of files are for those that exist, so that no 404 has them."""
    everywhere = {**security_headers(notes, settings), "Cache-Control": passing(settings.page_seconds)}
    patterns = {kind: " ".join(f"*.{each}" for each in suffixes) for kind, suffixes in _suffixes().items()}
    del patterns["text/html"]  # an address without a name, and the answer 404
    lines = [
        "header {",
        *(f'\t{name} "{value}"' for name, value in everywhere.items()),
        "}",
        "@found file",
        "route @found {",
        *_caddy_rule("lasting", f"path_regexp /{LASTING}", "Cache-Control", FOREVER),
    ]
    for kind, pattern in (*patterns.items(), *((kind, f"*/{name}") for name, kind in NAMED_TYPES.items())):
        name, value = re.sub(r"\W", "-", pattern.split()[0]).strip("-"), with_charset(kind)
        lines += _caddy_rule(name, f"path {pattern}", "Content-Type", value)
    lines.append("}")
    return HOW.format(form="caddy") + "\n".join(lines) + "\n"


def _caddy_rule(name: str, condition: str, header: str, value: str) -> tuple[str, str]:
    return f"\t@{name} {condition}", f'\theader @{name} {header} "{value}"'


def _suffixes() -> dict[str, list[str]]:
    """Return the suffixes by type."""
    found: dict[str, list[str]] = {}
    for suffix, kind in (*TEXT_TYPES.items(), *BINARY_TYPES.items()):
        found.setdefault(kind, []).append(suffix)
    return found
