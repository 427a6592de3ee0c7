"""Purges Fastly, address by address.

Only surrogate keys name many at once, and these would have to be set by the origin.
"""

from collections.abc import Mapping
from urllib.parse import urlsplit

from plugins.publish.cdn.api import PATIENCE, Api
from plugins.publish.settings import FastlyPurge
from plugins.publish.web.http import HttpLimits
from plugins.publish.web.reader_urls import Outdated

TOKEN = "FASTLY_API_TOKEN"
BASE = "FASTLY_API_ENDPOINT"
AT_ONCE = 4

_REMEDIES = {
    400: "see whether `url` in PUBLISH has the host that Fastly serves",
    401: f"set {TOKEN} to a token that is valid",
    403: f"give the token of {TOKEN} the scope purge_select for this service",
    404: "see whether `url` in PUBLISH has the host that Fastly serves",
    429: "wait until Fastly's hour is over",
}


def purge(
    settings: FastlyPurge,
    outdated: Outdated,
    token: str,
    environment: Mapping[str, str],
    patience: HttpLimits = PATIENCE,
) -> None:
    """Purge what is outdated; to purge everything there is no call that needs no service. Raises PublishError."""
    api = Api(
        who="Fastly",
        base=environment.get(BASE, "https://api.fastly.com").rstrip("/"),
        headers={"Fastly-Key": token, **({"Fastly-Soft-Purge": "1"} if settings.soft else {})},
        secret=token,
        remedies=_REMEDIES,
        patience=patience,
    )
    api.post(((f"/purge/{_cached(found)}", None) for found in outdated.addresses), at_once=AT_ONCE)


def _cached(found: str) -> str:
    parts = urlsplit(found)
    return f"{parts.netloc}{parts.path}"
