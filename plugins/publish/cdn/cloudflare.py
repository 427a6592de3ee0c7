"""Cloudflare, purged by addresses in batches and sections as prefixes.

Limits as documented in July 2026: 100 addresses in a call (Enterprise 500), 800 addresses a second, 1,200 calls in five
minutes; prefixes 5 calls a minute on the free plan.
"""

from collections.abc import Iterator
from urllib.parse import quote, urlsplit

from plugins.publish.cdn.api import Call, PurgeApi
from plugins.publish.settings import CloudflarePurge
from plugins.publish.web.reader_urls import Outdated, batches, gathered

EXACT = 3_000
"""Addresses that are purged one by one: 30 calls. Judged, not documented."""
MOST_PREFIXES = 100


def _calls(settings: CloudflarePurge, outdated: Outdated) -> Iterator[Call]:
    path = f"/zones/{quote(settings.zone, safe='')}/purge_cache"
    addresses, sections = gathered(outdated, EXACT)
    for part in batches(addresses, settings.batch):
        yield path, {"files": part}
    # A prefix is host and path without the last slash: it ends between two parts of a path.
    prefixes = [f"{parts.netloc}{parts.path.rstrip('/')}" for parts in map(urlsplit, sections)]
    for part in batches(prefixes, min(settings.batch, MOST_PREFIXES)):
        yield path, {"prefixes": part}


CLOUDFLARE = PurgeApi(
    name="Cloudflare",
    base="https://api.cloudflare.com/client/v4",
    base_variable="CLOUDFLARE_API_BASE_URL",
    token_variable="CLOUDFLARE_API_TOKEN",
    headers=lambda _, token: {"Authorization": f"Bearer {token}"},
    calls=_calls,
    remedies={
        400: "see whether `zone` in PUBLISH is that of this address, and `batch` no more than the plan allows",
        401: "set CLOUDFLARE_API_TOKEN to a token that is valid",
        403: "give the token of CLOUDFLARE_API_TOKEN leave to purge this zone (Zone, Cache Purge, Purge)",
        404: "mend `zone` in PUBLISH",
        429: "wait five minutes",
    },
)
