"""Purges Bunny: one address a call, sections with a star.

Limits as documented in July 2026: 120 exact addresses at once and 5 a second; of those that end with `/` or `*` 20 at
once and one in two seconds. So sections are taken early, and a call waits as long as Bunny asks.
"""

from collections.abc import Mapping
from urllib.parse import urlencode

from plugins.publish.cdn.api import Api
from plugins.publish.settings import BunnyPurge
from plugins.publish.web.http import HttpLimits
from plugins.publish.web.reader_urls import Outdated, gathered

TOKEN = "BUNNY_API_KEY"
BASE = "BUNNY_API_BASE_URL"
EXACT = 100
"""Addresses that are purged one by one, half of which end with `/`: a minute at most. Judged, not documented."""
AT_ONCE = 2
PATIENCE = HttpLimits(total=120.0)

_REMEDIES = {
    400: "see whether `url` in PUBLISH has a host of one of the account's pull zones",
    401: f"set {TOKEN} to the account's key",
    403: f"set {TOKEN} to a key that may purge",
    404: "see whether `url` in PUBLISH has a host of one of the account's pull zones",
    429: "wait two minutes",
}


def purge(
    settings: BunnyPurge,
    outdated: Outdated,
    token: str,
    environment: Mapping[str, str],
    patience: HttpLimits = PATIENCE,
) -> None:
    """Purge what is outdated. Raises PublishError."""
    api = Api(
        who="Bunny",
        base=environment.get(BASE, "https://api.bunny.net").rstrip("/"),
        headers={"AccessKey": token},
        secret=token,
        remedies=_REMEDIES,
        patience=patience,
    )
    found = gathered(outdated, EXACT)
    queries = [_query(exact) for exact in found.exact] + [{"url": f"{section}*"} for section in found.sections]
    api.post(((f"/purge?{urlencode(query)}", None) for query in queries), at_once=AT_ONCE)


def _query(exact: str) -> dict[str, str]:
    """Return the parameters for one address; without `exactPath` the home page would stand for everything."""
    return {"url": exact, **({"exactPath": "true"} if exact.endswith("/") else {})}
