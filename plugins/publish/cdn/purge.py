"""The purge of a release: which addresses it makes outdated, and the one call that purges these from the network."""

import secrets
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from typing import Any
from urllib.parse import urlsplit

from plugins.publish.cdn import cloudfront
from plugins.publish.cdn.api import PurgeApi
from plugins.publish.cdn.bunny import BUNNY
from plugins.publish.cdn.cloudflare import CLOUDFLARE
from plugins.publish.cdn.fastly import FASTLY
from plugins.publish.errors import PublishError
from plugins.publish.plan.publish_plan import PublishPlan
from plugins.publish.settings import CloudFrontPurge, Purge
from plugins.publish.web.http import VERIFY_LIMITS, HttpLimits
from plugins.publish.web.reader_urls import Outdated, addresses

PURGE_APIS: Mapping[str, PurgeApi[Any]] = {"bunny": BUNNY, "cloudflare": CLOUDFLARE, "fastly": FASTLY}
"""APIs by `provider` in the settings. CloudFront, which signs its requests, is purged through boto3."""


def purge_urls(plan: PublishPlan, url: str) -> list[str]:
    """Return the addresses whose copies a release makes outdated, percent-encoded, in order of path.

    New ones too: a network also keeps the answer that there is nothing. `url` is that of the publication.
    """
    return [found for path in plan.touched for found in addresses(url, path)]


def make_purge(
    settings: Purge | None, environment: Mapping[str, str], plan: PublishPlan, url: str, *, everything: bool = False
) -> Callable[[], None]:
    """Return the purge of a release; it does nothing where there is no network, or nothing to purge.

    Where there are too many addresses for the network, their sections are purged. `everything` purges all below `url`,
    where the network can. Raises PublishError like `check_purge`, and where `url` is no address.
    """
    if settings is None:
        return _nothing
    check_purge(settings, environment)
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise PublishError(
            f"PUBLISH has a `purge`, and {url or 'nothing'!r} as the address that readers use; "
            "set `url` there to a whole one, https://example.com"
        )
    found = purge_urls(plan, url)
    if not (found or everything):
        return _nothing
    outdated = Outdated(url=url, addresses=found, run=secrets.token_hex(8), everything=everything)
    if isinstance(settings, CloudFrontPurge):
        return partial(cloudfront.invalidate, settings, outdated)
    return partial(PURGE_APIS[settings.provider].purge, settings, outdated, environment)


def check_purge(settings: Purge, environment: Mapping[str, str]) -> None:
    """Raise PublishError where a purge would fail for want of credentials. Purges nothing."""
    if isinstance(settings, CloudFrontPurge):
        cloudfront.check_credentials()
    else:
        PURGE_APIS[settings.provider].token(environment)


def settling(settings: Purge | None) -> HttpLimits:
    """Return the limits of time for a look at pages after a purge, judged by statements of the networks."""
    return replace(VERIFY_LIMITS, total=120.0) if isinstance(settings, CloudFrontPurge) else VERIFY_LIMITS


def _nothing() -> None:
    pass
