"""Fastly, purged address by address.

Fastly purges many at once only by surrogate keys, which the origin would have to set, or all by a service's identity.
"""

from collections.abc import Iterator
from urllib.parse import urlsplit

from plugins.publish.cdn.api import Call, PurgeApi
from plugins.publish.settings import FastlyPurge
from plugins.publish.web.reader_urls import Outdated


def _calls(settings: FastlyPurge, outdated: Outdated) -> Iterator[Call]:
    for address in outdated.addresses:
        parts = urlsplit(address)
        yield f"/purge/{parts.netloc}{parts.path}", None


FASTLY = PurgeApi(
    name="Fastly",
    base="https://api.fastly.com",
    base_variable="FASTLY_API_ENDPOINT",
    token_variable="FASTLY_API_TOKEN",
    headers=lambda settings, token: {"Fastly-Key": token} | ({"Fastly-Soft-Purge": "1"} if settings.soft else {}),
    calls=_calls,
    remedies={
        400: "see whether `url` in PUBLISH has the host that Fastly serves",
        401: "set FASTLY_API_TOKEN to a token that is valid",
        403: "give the token of FASTLY_API_TOKEN the scope purge_select for this service",
        404: "see whether `url` in PUBLISH has the host that Fastly serves",
        429: "wait until Fastly's hour is over",
    },
    at_once=4,
)
