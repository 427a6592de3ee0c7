"""Bunny, purged one address a call, sections with a star.

Limits as documented in July 2026: 120 exact addresses at once and 5 a second; of those that end with `/` or `*` 20 at
once and one in two seconds. So few addresses are purged one by one, and a call waits as long as Bunny asks.
"""

from collections.abc import Iterator
from urllib.parse import urlencode

from plugins.publish.cdn.api import Call, PurgeApi
from plugins.publish.settings import BunnyPurge
from plugins.publish.web.http import HttpLimits
from plugins.publish.web.reader_urls import Outdated, gathered

EXACT = 100
"""Addresses that are purged one by one, half of which end with `/`: a minute at most. Judged, not documented."""


def _calls(settings: BunnyPurge, outdated: Outdated) -> Iterator[Call]:
    addresses, sections = gathered(outdated, EXACT)
    for address in addresses:
        # Without `exactPath` the home page would stand for everything.
        exact = {"exactPath": "true"} if address.endswith("/") else {}
        yield f"/purge?{urlencode({'url': address, **exact})}", None
    for section in sections:
        yield f"/purge?{urlencode({'url': f'{section}*'})}", None


BUNNY = PurgeApi(
    name="Bunny",
    base="https://api.bunny.net",
    base_variable="BUNNY_API_BASE_URL",
    token_variable="BUNNY_API_KEY",
    headers=lambda _, token: {"AccessKey": token},
    calls=_calls,
    remedies={
        400: "see whether `url` in PUBLISH has a host of one of the account's pull zones",
        401: "set BUNNY_API_KEY to the account's key",
        403: "set BUNNY_API_KEY to a key that may purge",
        404: "see whether `url` in PUBLISH has a host of one of the account's pull zones",
        429: "wait two minutes",
    },
    at_once=2,
    limits=HttpLimits(total=120.0),
)
