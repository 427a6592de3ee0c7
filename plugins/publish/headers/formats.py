"""The headers, and the rules for addresses, in the format of each host: `python -m plugins.publish headers nginx`."""

import json
from collections.abc import Callable, Mapping
from urllib.parse import urlsplit

from plugins.newsroom.media_types import NAMED_TYPES, media_type
from plugins.newsroom.problems import did_you_mean
from plugins.publish.errors import PublishError
from plugins.publish.headers.cloudfront_function import cloudfront_function
from plugins.publish.headers.csp import with_hashes_of
from plugins.publish.headers.per_file import FOREVER, LASTING, LASTING_FOLDER, LASTING_SUFFIXES, passing
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
    """Return a `_headers` file; a rule for a header that all files have begins with the line `again`."""
    everywhere = {**security_headers(notes, settings), "Cache-Control": passing(settings.page_seconds)}
    rules = ["/*\n" + "".join(f"  {name}: {value}\n" for name, value in everywhere.items())]
    first = again.format(name="Cache-Control")
    rules += [f"/{LASTING_FOLDER}/*.{suffix}\n{first}  Cache-Control: {FOREVER}\n" for suffix in LASTING_SUFFIXES]
    rules += [f"/*{name}\n  Content-Type: {media_type(name)}\n" for name in NAMED_TYPES]
    return "\n".join(rules)


def _firebase(notes: Notes, settings: HeaderSettings) -> str:
    everywhere = {**security_headers(notes, settings), "Cache-Control": passing(settings.page_seconds)}
    rules = [
        {"source": "**", "headers": _pairs(everywhere)},
        # Of two rules for one address Firebase lets the later one win.
        {"regex": f"^/{LASTING}", "headers": _pairs({"Cache-Control": FOREVER})},
        *({"source": f"**/{name}", "headers": _pairs({"Content-Type": media_type(name)})} for name in NAMED_TYPES),
    ]
    return _json({"hosting": {"headers": rules}})


def _pairs(headers: Mapping[str, str]) -> list[dict[str, str]]:
    return [{"key": name, "value": value} for name, value in headers.items()]


def _cloudfront(notes: Notes, settings: HeaderSettings) -> str:
    """Return a response headers policy; types and lifetimes are the objects' own."""
    headers = security_headers(notes, settings)
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
            "Name": f"{host.replace('.', '-')}-headers",
            "Comment": "Made by make headers FORMAT=cloudfront",
            "SecurityHeadersConfig": fields,
            "CustomHeadersConfig": {"Quantity": len(own), "Items": own},
        }
    )


def _cloudfront_function(site: PublishedSite, notes: Notes, settings: HeaderSettings) -> str:
    prefix = urlsplit(notes.siteurl).path.rstrip("/")
    return cloudfront_function(address_rules(site), site.files(), prefix, passing(settings.page_seconds))


def _json(value: object) -> str:
    return json.dumps(value, indent=2) + "\n"


FORMATS: Mapping[str, Callable[[PublishedSite, Notes, HeaderSettings], str]] = {
    "caddy": lambda site, notes, settings: caddy(notes, settings) + caddy_rules(address_rules(site)),
    "cloudflare": lambda _, notes, settings: _cloudflare(notes, settings),
    "cloudflare-redirects": lambda site, *_: cloudflare_redirects(address_rules(site)),
    "cloudfront": lambda _, notes, settings: _cloudfront(notes, settings),
    "cloudfront-function": _cloudfront_function,
    "firebase": lambda _, notes, settings: _firebase(notes, settings),
    "firebase-redirects": lambda site, *_: firebase_redirects(address_rules(site)),
    "json": lambda _, notes, settings: _json(security_headers(notes, settings)),
    # Of two rules for one address the later and closer one wins.
    "netlify": lambda _, notes, settings: _headers_file(notes, settings, again=""),
    "netlify-redirects": lambda site, *_: netlify_redirects(address_rules(site)),
    "nginx": lambda site, notes, settings: nginx(notes, settings) + nginx_rules(address_rules(site)),
}
"""Formats by the name of the host; `json` for programs: the headers of every page."""
