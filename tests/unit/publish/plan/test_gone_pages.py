import pytest

from plugins.publish.plan.gone_pages import gone_pages, kind_of_page, url_of_page
from plugins.publish.plan.publish_plan import PublishPlan
from plugins.publish.site.model import Notes

REMOVED = [
    "2023/10/old/card.jpg",
    "2023/10/old/index.html",
    "2023/10/said/index.html",
    "2023/10/withheld/index.html",
    "archive/2023/10/index.html",
    "news/feed.xml",
    "news/index.html",
    "news/page/2/index.html",
    "old.html",
    "tags/video/index.html",
]


def test_pages_that_go_are_named_those_that_come_and_go_by_themselves_last() -> None:
    plan, notes = PublishPlan(removed=REMOVED), Notes(gone=("/2023/10/said/",))

    assert gone_pages(plan, notes, lambda path: "withheld" in path) == [
        *("/2023/10/old/", "/news/", "/old.html", "/archive/2023/10/", "/tags/video/"),
    ]


@pytest.mark.parametrize(
    ("path", "url"),
    [
        *(("index.html", "/"), ("a/index.html", "/a/"), ("a.html", "/a.html"), ("a.css", "")),
        ("a/myindex.html", "/a/myindex.html"),
    ],
)
def test_a_file_answers_one_address(path: str, url: str) -> None:
    assert url_of_page(path) == url


@pytest.mark.parametrize(
    ("url", "kind"),
    [
        *(("/2023/11/a/", "article"), ("/tags/a/", "tag"), ("/authors/a/", "author"), ("/archive/2023/11/", "month")),
        *(("/about/", "page"), ("/", "page"), ("/2023/11/", "page")),
    ],
)
def test_an_address_tells_the_kind_of_its_page(url: str, kind: str) -> None:
    assert kind_of_page(url) == kind
