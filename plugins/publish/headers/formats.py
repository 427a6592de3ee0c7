"""The headers, and the rules for addresses, in the format of each host: `python -m plugins.publish headers nginx`."""

import json
from collections.abc import Callable, Mapping
from urllib.parse import urlsplit

from plugins.newsroom.media_types import NAMED_TYPES, media_type
from plugins.newsroom.problems import did_you_mean
from plugins.publish.errors import PublishError
from plugins.publish.headers.cloudfront_function import cloudfront_function
from plugins.publish.headers.csp import with_hashes_of
from plugins.publish.headers.path_rules import path_rules, type_globs
from plugins.publish.headers.per_file import passing
from plugins.publish.headers.platform_rules import cloudflare_redirects, firebase_redirects, netlify_redirects
from plugins.publish.headers.security import security_headers
from plugins.publish.headers.server_rules import caddy_rules, nginx_rules
from plugins.publish.headers.web_servers import caddy, nginx
from plugins.publish.settings import HeaderSettings
from plugins.publish.site.address_rules import address_rules
from plugins.publish.site.model import Notes, PublishedSite

LONGEST_LINE = 2000
"""Characters that Cloudflare reads of a line of `_headers`."""

_CLOUDFRONT_FIELDS = (
    "Content-Security-Policy",
    "Strict-Transport-Security",
    "X-Content-Type-Options",
    "Referrer-Policy",
)
"""Headers that CloudFront has fields for; the others are its custom headers."""


def render(form: str, site: PublishedSite, settings: HeaderSettings, former: str = "") -> str:
    """Return the headers of a site, its redirects and gone addresses, in one of FORMATS.

    `former` is the text for an earlier build, whose styles and scripts the headers then allow as well.

    Raises PublishError where there is no such format, no room for them, or no build to make them for.
    """
    if form not in FORMATS:
        remedy = did_you_mean(form, FORMATS)
        raise PublishError(f"headers for {form!r}: unknown; {remedy}" if form else f"headers for what? {remedy}")
    if not (site.notes.siteurl or site.notes.styles):
        raise PublishError(
            "no build says what its pages have in them, so every style would be blocked; run make publish"
        )
    return FORMATS[form](site, with_hashes_of(site.notes, former) if former else site.notes, settings)


def _cloudflare(notes: Notes, settings: HeaderSettings) -> str:
    # Cloudflare joins the values of two rules with a comma, unless the later rule takes the first value away.
    text = _headers_file(notes, settings, again="  ! {name}\n")
    longest = max(text.splitlines(), key=len)
    if len(longest) > LONGEST_LINE:
        name = longest.strip().partition(":")[0]
        raise PublishError(
            f"{name} has {len(longest)} characters, and Cloudflare reads {LONGEST_LINE} of a line; "
            "take sources out of PUBLISH.headers.sources, or styles of their own out of page kinds"
        )
    return text


def _headers_file(notes: Notes, settings: HeaderSettings, again: str) -> str:
    """Return a `_headers` file; a header that an earlier rule has set too comes behind a line `again`."""
    everywhere = {**security_headers(notes, settings), "Cache-Control": passing(settings.page_seconds)}
    rules: dict[str, dict[str, str]] = {"/*": everywhere}
    for rule in path_rules(notes):
        for glob in rule.globs:
            rules.setdefault(f"/{glob}", {}).update(rule.headers)
    for glob, kind in type_globs().items():
        rules.setdefault(f"/{glob}", {})["Content-Type"] = kind
    rules |= {f"/*{name}": {"Content-Type": media_type(name)} for name in NAMED_TYPES}
    text, before = list[str](), set[str]()
    for path, headers in rules.items():
        lines = [f"{again.format(name=name) if name in before else ''}  {name}: {headers[name]}\n" for name in headers]
        text.append(f"{path}\n{''.join(lines)}")
        before |= headers.keys() if path.endswith("/*") else set()
    return "\n".join(text)


def _firebase(notes: Notes, settings: HeaderSettings) -> str:
    everywhere = {**security_headers(notes, settings), "Cache-Control": passing(settings.page_seconds)}
    types = {glob.replace("/*", "/*/*"): kind for glob, kind in type_globs().items()}
    rules = [
        {"source": "**", "headers": _pairs(everywhere)},
        # Of two rules for one address Firebase lets the later one win.
        *({"regex": f"^/{rule.pattern}", "headers": _pairs(rule.headers)} for rule in path_rules(notes)),
        *({"source": f"**/{name}", "headers": _pairs({"Content-Type": media_type(name)})} for name in NAMED_TYPES),
        *({"source": glob, "headers": _pairs({"Content-Type": kind})} for glob, kind in types.items()),
    ]
    return _json({"hosting": {"headers": rules}})


def _pairs(headers: Mapping[str, str]) -> list[dict[str, str]]:
    return [{"key": name, "value": value} for name, value in headers.items()]


def _cloudfront(notes: Notes, settings: HeaderSettings, part: str = "") -> str:
    """Return a response headers policy; types and lifetimes are the objects' own.

    `part` names the rules by which the headers of some files differ: there is a policy for each behaviour.
    """
    found = [rule.headers for rule in path_rules(notes) if rule.name == part]
    if part and not found:
        raise PublishError(f"this build has no {part}, and needs no headers for them")
    headers = {**security_headers(notes, settings), **(found[0] if found else {})}
    headers.pop("Cache-Control", None)
    own = [
        {"Header": name, "Value": value, "Override": True}
        for name, value in headers.items()
        if name not in _CLOUDFRONT_FIELDS
    ]
    fields = {
        "ContentSecurityPolicy": {"ContentSecurityPolicy": headers["Content-Security-Policy"], "Override": True},
        "ContentTypeOptions": {"Override": True},
        "ReferrerPolicy": {"ReferrerPolicy": headers["Referrer-Policy"], "Override": True},
    }
    if settings.hsts:
        fields["StrictTransportSecurity"] = {"AccessControlMaxAgeSec": settings.hsts, "Override": True}
    host = urlsplit(notes.siteurl).hostname or "publication"
    return _json(
        {
            "Name": f"{host.replace('.', '-')}-{part or 'headers'}",
            "Comment": f"Made by make headers FORMAT=cloudfront{f'-{part}' if part else ''}",
            "SecurityHeadersConfig": fields,
            "CustomHeadersConfig": {"Quantity": len(own), "Items": own},
        }
    )


def _cloudfront_function(site: PublishedSite, notes: Notes, settings: HeaderSettings) -> str:
    prefix = urlsplit(notes.siteurl).path.rstrip("/")
    return cloudfront_function(address_rules(site), site.files(), prefix, passing(settings.page_seconds))


def _json_paths(notes: Notes) -> str:
    """Return the headers that differ by path: regular expressions for paths below the root; later ones win."""
    return _json([{"path": rule.pattern, "headers": rule.headers} for rule in path_rules(notes)])


def _json(value: object) -> str:
    return json.dumps(value, indent=2) + "\n"


FORMATS: Mapping[str, Callable[[PublishedSite, Notes, HeaderSettings], str]] = {
    "caddy": lambda site, notes, settings: caddy(notes, settings) + caddy_rules(address_rules(site)),
    "cloudflare": lambda _, notes, settings: _cloudflare(notes, settings),
    "cloudflare-redirects": lambda site, *_: cloudflare_redirects(address_rules(site)),
    "cloudfront": lambda _, notes, settings: _cloudfront(notes, settings),
    "cloudfront-files": lambda _, notes, settings: _cloudfront(notes, settings, "files"),
    "cloudfront-frames": lambda _, notes, settings: _cloudfront(notes, settings, "frames"),
    "cloudfront-function": _cloudfront_function,
    "firebase": lambda _, notes, settings: _firebase(notes, settings),
    "firebase-redirects": lambda site, *_: firebase_redirects(address_rules(site)),
    "json": lambda _, notes, settings: _json(security_headers(notes, settings)),
    "json-paths": lambda _, notes, __: _json_paths(notes),
    # Of two rules for one address the later and closer one wins.
    "netlify": lambda _, notes, settings: _headers_file(notes, settings, again=""),
    "netlify-redirects": lambda site, *_: netlify_redirects(address_rules(site)),
    "nginx": lambda site, notes, settings: nginx(notes, settings) + nginx_rules(address_rules(site)),
}
"""Formats by the name of the host; `json` for programs: the headers of every page, and `json-paths` those by path."""
