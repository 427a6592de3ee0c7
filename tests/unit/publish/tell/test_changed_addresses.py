from typing import Any

import pytest

from plugins.publish.plan.publish_plan import Count, PublishPlan
from plugins.publish.site.manifest import PublishedFile
from plugins.publish.tell.changed_addresses import MOST_KEPT, ChangedAddresses, changed_addresses, changes_frame

KINDS = {
    "2026/11/a/index.html": "article",
    "2026/11/old/index.html": "redirect",
    "404.html": "404",
    "embeds/1/index.html": "embed frame",
    "feed.xml": "feed",
    "feeds/4/feed.xml": "feed",
    "index.html": "home",
    "news/feed.json": "former feed",
    "news/feed.xml": "feed",
    "news/page/2/index.html": "category",
    "pictures/a-0123456789ab.webp": "picture",
    "sitemap.xml": "sitemap index",
}


def _kind_of(path: str) -> str:
    return KINDS.get(path, "feed" if path.endswith(".xml") else "article")


def plan_of(**paths: Any) -> PublishPlan:
    """Return a plan with the paths of each kind of change, in a publication of 150 pages."""
    sent = [*paths.get("new", []), *paths.get("changed", [])]
    files = {path: PublishedFile(sha256="0", bytes=1, kind=_kind_of(path)) for path in sent}
    return PublishPlan(files=files, after=Count(files=300, pages=150), **paths)


def told(plan: PublishPlan, url: str = "https://a.example") -> tuple[list[str], list[str]]:
    found = changed_addresses(plan, url)
    return [each.removeprefix(url) for each in found.feeds], [each.removeprefix(url) for each in found.pages]


def test_feeds_and_pages_are_told_and_files_frames_archives_and_the_404_are_not() -> None:
    assert told(plan_of(new=sorted(KINDS))) == (["/feed.xml", "/news/feed.xml"], ["/2026/11/a/", "/"])


def test_feeds_of_partners_are_told_as_they_name_the_hub_too() -> None:
    paths = ["feeds/12/rss.xml", "feeds/reader/rss.xml", "id/feeds/3/feed.xml", "tags/feeds/feed.xml"]

    assert told(plan_of(changed=paths))[0] == ["/feeds/reader/rss.xml", "/tags/feeds/feed.xml"]


def test_addresses_of_pages_that_go_or_lead_elsewhere_now_are_told() -> None:
    plan = plan_of(
        changed=["2026/11/old/index.html"], removed=["2026/11/b/index.html", "b.jpg", "news/page/3/index.html"]
    )

    assert told(plan) == ([], ["/2026/11/b/", "/2026/11/old/"])


def test_a_page_that_is_taken_down_is_told() -> None:
    plan = plan_of(dropped=["2026/11/b/index.html"], takes_down=["2026/11/b/"])

    assert told(plan) == ([], ["/2026/11/b/"])


def test_addresses_have_the_path_of_the_site_and_are_encoded() -> None:
    found = changed_addresses(plan_of(new=["tags/brücke/index.html"]), "https://a.example/news/")

    assert found.pages == ("https://a.example/news/tags/br%C3%BCcke/",)


def test_files_of_a_kept_release_are_told_by_their_names() -> None:
    files = {path: PublishedFile(sha256="0", bytes=1) for path in KINDS}
    feeds, pages = told(PublishPlan(new=sorted(files), files=files))

    assert feeds == ["/feed.xml", "/news/feed.json", "/news/feed.xml"]
    assert pages == ["/2026/11/a/", "/2026/11/old/", "/"]


@pytest.mark.parametrize(("number", "is_frame"), [(100, False), (101, True)])
def test_a_change_of_most_pages_is_one_of_their_frame_and_no_news(number: int, is_frame: bool) -> None:
    changed = [f"2026/11/{at:03}/index.html" for at in range(number)]
    plan = plan_of(changed=changed, new=["2026/12/a/index.html"])

    assert changes_frame(plan) is is_frame
    assert told(plan)[1][-1] == "/2026/12/a/"
    assert len(told(plan)[1]) == (1 if is_frame else number + 1)


def test_earlier_addresses_come_after_new_ones_each_once_and_within_bounds() -> None:
    earlier = ChangedAddresses(pages=("a", *(str(number) for number in range(MOST_KEPT))))
    found = ChangedAddresses(feeds=("f",), pages=("b", "a")).with_earlier(earlier)

    assert found.pages[:3] == ("b", "a", "0")
    assert len(found.within_bounds().pages) == MOST_KEPT
