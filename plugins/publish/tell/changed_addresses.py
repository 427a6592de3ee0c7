"""The addresses that a release has changed, as hubs and search engines are told them: feeds and pages, no files."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from plugins.newsroom.addresses.redirect_page import REDIRECT
from plugins.newsroom.embeds.frame_page import FRAME
from plugins.newsroom.syndication.feed_formats import FEED_FILES
from plugins.newsroom.urls import front_url
from plugins.publish.plan.gone_pages import url_of_page
from plugins.publish.plan.publish_plan import PublishPlan, is_page
from plugins.publish.site.manifest import BY_OTHERS
from plugins.publish.web.reader_urls import addresses

MANY_CHANGED = 100
"""Changed pages from which a release in which half of all change is one of the frame, such as the foot of each page.
A judgement: an edit rewrites an article, its neighbours, and some tens of lists."""
MOST_KEPT = 10_000
"""Addresses of one kind that are kept for the next release; sitemaps name the others."""

_NEVER = frozenset({FRAME, BY_OTHERS})
_ARCHIVE = re.compile(r"(?:^|/)feeds/[0-9]+/[^/]+$")
"""Partners' feeds lie beside archives, and their names begin with a letter."""
_FEED_NAMES = frozenset(file.name for file in FEED_FILES.values())


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangedAddresses:
    """Addresses in full, percent-encoded, each once."""

    feeds: tuple[str, ...] = ()
    """The feed of everything before all others."""
    pages: tuple[str, ...] = ()

    def with_earlier(self, earlier: "ChangedAddresses") -> "ChangedAddresses":
        """Return these, then earlier ones that nobody could be told, within bounds."""
        return ChangedAddresses(
            feeds=_each_once((*self.feeds, *earlier.feeds)), pages=_each_once((*self.pages, *earlier.pages))
        )

    def within_bounds(self) -> "ChangedAddresses":
        """Return as many as may be kept."""
        return ChangedAddresses(feeds=self.feeds[:MOST_KEPT], pages=self.pages[:MOST_KEPT])


def changed_addresses(plan: PublishPlan, url: str) -> ChangedAddresses:
    """Return the addresses of feeds with other content, and of pages that are new, changed or gone, below `url`."""
    feeds = [path for path in (*plan.new, *plan.changed) if _is_feed(path, _kind(plan, path))]
    feeds.sort(key=lambda path: (path.count("/"), path))
    gone = [path for path in (*plan.removed, *plan.dropped) if _is_told(path, "")]
    new = [path for path in plan.new if _is_told(path, _kind(plan, path)) and _kind(plan, path) != REDIRECT]
    changed = [path for path in plan.changed if _is_told(path, _kind(plan, path))]
    if changes_frame(plan):
        changed = []
    pages = sorted({*new, *changed, *gone})
    return ChangedAddresses(feeds=_addresses(url, feeds), pages=_addresses(url, pages))


def changes_frame(plan: PublishPlan) -> bool:
    """Tell whether so many pages change that the cause must be what all of them have: no news for search engines."""
    changed = sum(map(is_page, plan.changed))
    return changed > MANY_CHANGED and 2 * changed > plan.after.pages


def _kind(plan: PublishPlan, path: str) -> str:
    return plan.files[path].kind if path in plan.files else ""


def _is_feed(path: str, kind: str) -> bool:
    """Tell whether a file is a feed that people subscribe to: no archive, and no copy at a former address.

    Kept releases know no kinds, so there the names tell.
    """
    return not _ARCHIVE.search(path) and (kind == "feed" if kind else path.rpartition("/")[2] in _FEED_NAMES)


def _is_told(path: str, kind: str) -> bool:
    """Tell whether search engines are told of a page: not of frames, the 404, or further pages of a front."""
    url = url_of_page(path)
    is_own = bool(url) and kind not in _NEVER and not path.startswith("embeds/")
    return is_own and path != "404.html" and front_url(url) == url


def _addresses(url: str, paths: Iterable[str]) -> tuple[str, ...]:
    return tuple(addresses(url, path)[0] for path in paths)


def _each_once(found: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(found))
