"""Links to the feeds of a front, one a format."""

from collections.abc import Iterable

from plugins.newsroom.page_parts import FeedLink
from plugins.newsroom.syndication.feed_formats import FEED_FILES, FeedFormat
from plugins.newsroom.urls import feed_url


def feed_links(title: str, front_href: str, formats: Iterable[FeedFormat]) -> tuple[FeedLink, ...]:
    """Return the feeds of the front at `front_href`, as pages print it; Atom, which has no label, comes first."""
    wanted = set(formats)
    return tuple(
        FeedLink(
            text=title if form == "atom" else f"{title} ({file.label})",
            url=feed_url(front_href, form),
            media_type=file.media_type,
        )
        for form, file in FEED_FILES.items()
        if form in wanted
    )
