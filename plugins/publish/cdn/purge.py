"""What a release has made old in the network before the target, and the one call that purges it there."""

import secrets
from collections.abc import Callable, Mapping
from dataclasses import replace
from urllib.parse import urlsplit

from plugins.publish.cdn import bunny, cloudflare, cloudfront, fastly
from plugins.publish.errors import PublishError
from plugins.publish.plan.publish_plan import PublishPlan
from plugins.publish.settings import BunnyPurge, CloudflarePurge, CloudFrontPurge, FastlyPurge
from plugins.publish.web.http import VERIFY_LIMITS, HttpLimits
from plugins.publish.web.reader_urls import Outdated, addresses

Network = CloudFrontPurge | CloudflarePurge | FastlyPurge | BunnyPurge

_TOKENS = {"cloudflare": cloudflare.TOKEN, "fastly": fastly.TOKEN, "bunny": bunny.TOKEN}


def purge_urls(plan: PublishPlan, url: str) -> list[str]:
    """Return the addresses whose copies a release makes old, percent-encoded, in order of path.

    New ones too: a network also keeps the answer that there is nothing. `url` is that of the publication.
    """
    return [found for path in plan.touched for found in addresses(url, path)]


def make_purge(
    settings: Network | None, environment: Mapping[str, str], plan: PublishPlan, url: str, *, everything: bool = False
) -> Callable[[], None]:
    """Return what purges the network of a release; it does nothing where there is none, or nothing to purge.

    Where there are too many addresses for the network, their sections are purged. `everything` purges all below `url`,
    where the network can. Raises PublishError like `check_purge`, and where `url` is no address.
    """
    if settings is None:
        return _nothing
    check_purge(settings, environment)
    _check_url(url)
    found = purge_urls(plan, url)
    outdated = Outdated(url=url, addresses=found, run=secrets.token_hex(8), everything=everything)
    token = "" if isinstance(settings, CloudFrontPurge) else _token(settings, environment)

    def purge() -> None:
        match settings:
            case CloudFrontPurge():
                cloudfront.purge(settings, outdated)
            case CloudflarePurge():
                cloudflare.purge(settings, outdated, token, environment)
            case FastlyPurge():
                fastly.purge(settings, outdated, token, environment)
            case BunnyPurge():
                bunny.purge(settings, outdated, token, environment)

    return purge if found or everything else _nothing


def check_purge(settings: Network, environment: Mapping[str, str]) -> None:
    """Raise PublishError where a purge would fail for want of credentials. Purges nothing."""
    if isinstance(settings, CloudFrontPurge):
        cloudfront.check()
    else:
        _token(settings, environment)


def settling(settings: Network | None) -> HttpLimits:
    """Return how long readers may get old copies after a purge, judged by what the networks say of themselves."""
    return replace(VERIFY_LIMITS, total=120.0) if isinstance(settings, CloudFrontPurge) else VERIFY_LIMITS


def _nothing() -> None:
    pass


def _check_url(url: str) -> None:
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise PublishError(
            f"PUBLISH has a `purge`, and {url or 'nothing'!r} as the address that readers use; "
            "set `url` there to a whole one, https://example.com"
        )


def _token(settings: Network, environment: Mapping[str, str]) -> str:
    """Return the token of the network; what may not stand in a header would be told by the error about that."""
    variable = _TOKENS[settings.provider]
    token = environment.get(variable, "").strip()
    if not token:
        raise PublishError(
            f"{variable} is not set, and the `purge` of PUBLISH needs it ({settings.provider}); "
            "set it in the environment, not in a file of the repository"
        )
    if not (token.isascii() and token.isprintable()) or " " in token:
        raise PublishError(
            f"{variable} holds a space, a line break or another character that no token has; set it anew"
        )
    return token
