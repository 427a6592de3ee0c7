import pytest

from plugins.newsroom.page_parts import Link
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
        has_feeds=True,
    )

    assert made.footer == (Link(text="Privacy", url="/news/privacy/"), Link(text="About", url="/news/about/"))


def test_the_navigation_has_every_category_in_order() -> None:
    made = make_site(SETTINGS, PagesSettings(), publication(), english(), BRAND, has_feeds=True)

    assert [(section.text, section.url) for section in made.sections] == [
        ("Social", "/news/social/"),
        ("Media", "/news/media/"),
    ]


@pytest.mark.parametrize(
    ("has_feeds", "expected"), [(True, Link(text="The Test feed", url="/news/feed.xml")), (False, None)]
)
def test_pages_link_to_the_feed_of_a_publication_that_has_one(has_feeds: bool, expected: Link | None) -> None:
    assert make_site(SETTINGS, PagesSettings(), publication(), english(), BRAND, has_feeds=has_feeds).feed == expected
