"""Finds the promotion that runs at a given time."""

from collections.abc import Iterable
from datetime import datetime
from urllib.parse import urlsplit

from plugins.newsroom.articles import PromoNotice
from plugins.newsroom.choices import Promo
from plugins.newsroom.urls import site_prefix


def running_notice(notices: Iterable[PromoNotice], now: datetime) -> PromoNotice | None:
    """Return the notice that runs at `now`: from its start until just before its end.

    Of several the one with the highest priority, then the latest start, then the first slug.
    """
    current = (notice for notice in notices if notice.start <= now < notice.end)
    return min(current, key=lambda notice: (-notice.priority, -notice.start.timestamp(), notice.slug), default=None)


def make_promo(notice: PromoNotice, siteurl: str) -> Promo:
    """Return the banner of `notice`; a root-relative address gets the site's path prefix."""
    target, site = urlsplit(notice.url), urlsplit(siteurl)
    is_relative = not target.scheme and not target.netloc
    return Promo(
        title=notice.title,
        text=notice.text,
        url=site_prefix(siteurl) + notice.url if is_relative and notice.url.startswith("/") else notice.url,
        advertiser=notice.advertiser,
        is_external=not is_relative and target.hostname != site.hostname,
    )
