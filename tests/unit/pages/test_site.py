import pytest

from plugins.newsroom.page_parts import Link
from plugins.newsroom.syndication.feed_formats import FeedFormat
from plugins.newsroom.words.catalogues import english
from plugins.pages.settings import PagesSettings
from plugins.pages.site import make_site
from tests.values import BRAND, publication, text_page

SETTINGS = {
    "SITENAME": "The Test",
    "SITESUBTITLE": "News of tests",
    "SITEURL": "https://example.test/news",
    "DEFAULT_LANG": "en",
}


def test_the_footer_links_the_pages_that_exist_in_the_order_of_the_settings() -> None:
    pages = PagesSettings(footer=["privacy", "missing", "about"])

    made = make_site(
        SETTINGS,
        pages,
        publication(text_pages=(text_page("about"), text_page("privacy"))),
        english(),
        BRAND,
        ["atom"],
    )

    assert made.footer == (Link(text="Privacy", url="/news/privacy/"), Link(text="About", url="/news/about/"))


def test_the_navigation_has_every_category_in_order() -> None:
    made = make_site(SETTINGS, PagesSettings(), publication(), english(), BRAND, ["atom"])

    assert [(section.text, section.url) for section in made.sections] == [
        ("Social", "/news/social/"),
        ("Media", "/news/media/"),
    ]


@pytest.mark.parametrize(
    ("formats", "url"), [(["json", "atom"], "/news/feed.xml"), (["rss"], "/news/rss.xml"), ([], None)]
)
def test_pages_lead_people_to_a_feed_where_there_is_one(formats: list[FeedFormat], url: str | None) -> None:
    feed = make_site(SETTINGS, PagesSettings(), publication(), english(), BRAND, formats).feed

    assert (feed and feed.url) == url
