"""The headers for an own web server, as a file that its configuration includes."""

import re
from collections.abc import Iterator, Mapping
from urllib.parse import unquote

from plugins.newsroom.media_types import BINARY_TYPES, NAMED_TYPES, TEXT_TYPES, UNKNOWN, with_charset
from plugins.newsroom.urls import site_prefix
from plugins.publish.headers.path_rules import PathRule, path_rules
from plugins.publish.headers.per_file import passing
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
        *_nginx_headers(notes, {"Cache-Control": passing(settings.page_seconds), **security_headers(notes, settings)}),
    ]
    return HOW.format(form="nginx") + "\n".join(lines) + "\n"


def _nginx_headers(notes: Notes, everywhere: Mapping[str, str]) -> Iterator[str]:
    """Yield what sets the headers. Those that differ by path are variables, and an empty one is not sent."""
    rules = list(path_rules(notes))
    varied = dict.fromkeys(name for rule in rules for name in rule.headers)
    for name in varied:
        yield f'set {_variable(name)} "{everywhere.get(name, "")}";'
    for rule in rules:
        condition = f'if ($uri ~ "{_whole(rule, notes)}")'  # an answer 404 has another $uri
        yield from (f'{condition} {{ set {_variable(name)} "{value}"; }}' for name, value in rule.headers.items())
    for name, value in {**dict.fromkeys(varied, ""), **everywhere}.items():
        given = _variable(name) if name in varied else f'"{value}"'
        yield f"add_header {name} {given} always;"


def _variable(name: str) -> str:
    return f"${name.lower().replace('-', '_')}"


def _whole(rule: PathRule, notes: Notes) -> str:
    """Return the pattern of a rule for addresses, with or without the path of SITEURL, which some servers take away."""
    prefix = unquote(site_prefix(notes.siteurl))
    start = "" if rule.is_anywhere else f"^(?:{re.escape(prefix)})?" if prefix else "^"
    return f"{start}/{rule.pattern}"


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
    ]
    rules = {rule.name: rule for rule in path_rules(notes)}
    frames = rules.pop("frames", None)
    for rule in rules.values():
        lines += _caddy_rule(rule.name, f"path_regexp {_caddy_word(_whole(rule, notes))}", rule.headers)
    for kind, pattern in (*patterns.items(), *((kind, f"*/{name}") for name, kind in NAMED_TYPES.items())):
        name, value = re.sub(r"\W", "-", pattern.split()[0]).strip("-"), with_charset(kind)
        lines += _caddy_rule(name, f"path {pattern}", {"Content-Type": value})
    lines += ["}", *(_caddy_frames(frames, notes) if frames else ())]
    return HOW.format(form="caddy") + "\n".join(lines) + "\n"


def _caddy_rule(name: str, condition: str, headers: Mapping[str, str]) -> list[str]:
    return [f"\t@{name} {condition}", *(f'\theader @{name} {header} "{value}"' for header, value in headers.items())]


def _caddy_frames(rule: PathRule, notes: Notes) -> list[str]:
    """Return the rule for pages in folders of their own, whose addresses are not those of files."""
    found = ["\t\tfile {", "\t\t\ttry_files {path}index.html {path}", "\t\t}"]
    condition = ["{", f"\t\tpath_regexp {_caddy_word(_whole(rule, notes))}", *found, "\t}"]
    return ["route {", *_caddy_rule(rule.name, "\n".join(condition), rule.headers), "}"]


def _caddy_word(pattern: str) -> str:
    """Return a pattern as one word of a Caddyfile, in which the last ones that end with a brace open a block."""
    return pattern if pattern.isascii() and not re.search(r'[\s"`]', pattern) else f"`{pattern}`"


def _suffixes() -> dict[str, list[str]]:
    """Return the suffixes by type."""
    found: dict[str, list[str]] = {}
    for suffix, kind in (*TEXT_TYPES.items(), *BINARY_TYPES.items()):
        found.setdefault(kind, []).append(suffix)
    return found
