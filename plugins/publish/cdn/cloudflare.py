"""Cloudflare, purged by addresses in batches and sections as prefixes.

Limits as documented in July 2026: 100 addresses in a call (Enterprise 500), 800 addresses a second, 1,200 calls in five
minutes; prefixes 5 calls a minute on the free plan.
"""

from collections.abc import Iterator, Mapping
from urllib.parse import quote, urlsplit

from plugins.publish.cdn.api import Call, PurgeApi
from plugins.publish.settings import CloudflarePurge
from plugins.publish.web.reader_urls import Outdated, batches, gathered

EXACT = 3_000
"""Addresses that are purged one by one: 30 calls. Judged, not documented."""
MOST_PREFIXES = 100


def _headers(settings: CloudflarePurge, token: str) -> Mapping[str, str]:
    return {"Authorization": f"Bearer {token}"}


def _calls(settings: CloudflarePurge, outdated: Outdated) -> Iterator[Call]:
    path = f"/zones/{quote(settings.zone, safe='')}/purge_cache"
    found = gathered(outdated, EXACT)
    for part in batches(found.exact, settings.batch):
        yield path, {"files": part}
    prefixes = [_prefix(section) for section in found.sections]
    for part in batches(prefixes, min(settings.batch, MOST_PREFIXES)):
        yield path, {"prefixes": part}


def _prefix(section: str) -> str:
    """Return host and path without the last slash: a prefix ends between two parts of a path."""
    parts = urlsplit(section)
    return f"{parts.netloc}{parts.path.rstrip('/')}"


CLOUDFLARE = PurgeApi(
    name="Cloudflare",
    base="https://api.cloudflare.com/client/v4",
    base_variable="CLOUDFLARE_API_BASE_URL",
    token_variable="CLOUDFLARE_API_TOKEN",
    headers=_headers,
    calls=_calls,
    remedies={
        400: "see whether `zone` in PUBLISH is that of this address, and `batch` no more than the plan allows",
        401: "set CLOUDFLARE_API_TOKEN to a token that is valid",
        403: "give the token of CLOUDFLARE_API_TOKEN leave to purge this zone (Zone, Cache Purge, Purge)",
        404: "mend `zone` in PUBLISH",
        429: "wait five minutes",
    },
)
