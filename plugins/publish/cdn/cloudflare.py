"""Purges Cloudflare: addresses in batches, sections as prefixes.

Limits as documented in July 2026: 100 addresses in a call (Enterprise 500), 800 addresses a second, 1,200 calls in five
minutes; prefixes 5 calls a minute on the free plan.
"""

from collections.abc import Mapping
from urllib.parse import quote, urlsplit

from plugins.publish.cdn.api import PATIENCE, Api
from plugins.publish.settings import CloudflarePurge
from plugins.publish.web.http import HttpLimits
from plugins.publish.web.reader_urls import Outdated, batches, gathered

TOKEN = "CLOUDFLARE_API_TOKEN"
BASE = "CLOUDFLARE_API_BASE_URL"
EXACT = 3_000
"""Addresses that are purged one by one: 30 calls. Judged, not documented."""

_REMEDIES = {
    400: "see whether `zone` in PUBLISH is that of this address, and `batch` no more than the plan allows",
    401: f"set {TOKEN} to a token that is valid",
    403: f"give the token of {TOKEN} leave to purge this zone (Zone, Cache Purge, Purge)",
    404: "mend `zone` in PUBLISH",
    429: "wait five minutes",
}


def purge(
    settings: CloudflarePurge,
    outdated: Outdated,
    token: str,
    environment: Mapping[str, str],
    patience: HttpLimits = PATIENCE,
) -> None:
    """Purge what is outdated. Raises PublishError."""
    api = Api(
        who="Cloudflare",
        base=environment.get(BASE, "https://api.cloudflare.com/client/v4").rstrip("/"),
        headers={"Authorization": f"Bearer {token}"},
        secret=token,
        remedies=_REMEDIES,
        patience=patience,
    )
    found = gathered(outdated, EXACT)
    prefixes = [_prefix(section) for section in found.sections]
    bodies = [{"files": list(part)} for part in batches(found.exact, settings.batch)]
    bodies += [{"prefixes": list(part)} for part in batches(prefixes, min(settings.batch, 100))]
    call = f"/zones/{quote(settings.zone, safe='')}/purge_cache"
    api.post((call, body) for body in bodies)


def _prefix(section: str) -> str:
    """Return host and path without the last slash: a prefix ends between two parts of a path."""
    parts = urlsplit(section)
    return f"{parts.netloc}{parts.path.rstrip('/')}"
