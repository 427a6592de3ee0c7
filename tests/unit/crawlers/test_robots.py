import pytest
from protego import Protego

from plugins.crawlers.known_crawlers import KNOWN_CRAWLERS
from plugins.crawlers.robots import SITEMAP_LINE, robots_txt
from plugins.crawlers.settings import CrawlersSettings

SITE = "https://example.test"
PAGE = f"{SITE}/2023/11/one/"


def rules(site_url: str = SITE, **settings: object) -> Protego:
    return Protego.parse(robots_txt(CrawlersSettings.model_validate(settings), site_url, "/sitemap.xml"))


def test_by_default_everybody_may_read_everything() -> None:
    assert robots_txt(CrawlersSettings(), SITE, "/sitemap.xml") == (
        "User-agent: *\nDisallow:\n\nSitemap: https://example.test/sitemap.xml\n"
    )
    assert robots_txt(CrawlersSettings(), SITE, "") == "User-agent: *\nDisallow:\n"
    assert list(rules().sitemaps) == [f"{SITE}/sitemap.xml"]


@pytest.mark.parametrize("purpose", ["search", "ai_search", "ai_training"])
def test_a_purpose_is_refused_by_the_names_of_its_crawlers(purpose: str) -> None:
    found = rules(**{purpose: False})  # type: ignore[arg-type]  # a setting by its name

    refused = {crawler.name for crawler in KNOWN_CRAWLERS if not found.can_fetch(PAGE, crawler.name)}
    assert refused == {crawler.name for crawler in KNOWN_CRAWLERS if crawler.purpose == purpose}
    assert found.can_fetch(PAGE, "SomebodyElse")


def test_a_crawler_by_name_is_told_otherwise_than_its_purpose() -> None:
    found = rules(ai_training=False, agents={"ccbot": True, "Googlebot": False, "Scraper_X": False})

    may = {name: found.can_fetch(PAGE, name) for name in ("CCBot", "GPTBot", "Googlebot", "Bingbot", "Scraper_X")}
    assert may == {"CCBot": True, "GPTBot": False, "Googlebot": False, "Bingbot": True, "Scraper_X": False}


def test_all_but_those_that_are_named_may_be_refused() -> None:
    found = rules(agents={"*": False, "Googlebot": True}, disallow=["/tags/"])

    assert found.can_fetch(PAGE, "Googlebot")
    assert not found.can_fetch(f"{SITE}/tags/x/", "Googlebot")
    assert not found.can_fetch(PAGE, "Bingbot")


def test_a_path_is_refused_to_everybody_and_lies_below_that_of_the_publication() -> None:
    found = rules("https://example.test/news", disallow=["/tags/", "/*.json$"])

    assert not found.can_fetch(f"{SITE}/news/tags/video/", "Bingbot")
    assert not found.can_fetch(f"{SITE}/news/feed.json", "Bingbot")
    assert found.can_fetch(f"{SITE}/news/2023/11/one/", "Bingbot")
    assert list(found.sitemaps) == [f"{SITE}/news/sitemap.xml"]


def test_who_is_refused_below_a_path_may_read_the_rest_of_the_host() -> None:
    found = rules("https://example.test/news", ai_training=False, agents={"Bingbot": False})
    closed = rules("https://example.test/news", agents={"*": False})

    assert not found.can_fetch(f"{SITE}/news/2023/11/one/", "GPTBot")
    assert not closed.can_fetch(f"{SITE}/news/2023/11/one/", "Bingbot")
    assert found.can_fetch(f"{SITE}/shop/", "GPTBot")
    assert closed.can_fetch(f"{SITE}/shop/", "Bingbot")


def test_a_file_below_a_path_says_that_it_counts_elsewhere() -> None:
    text = robots_txt(CrawlersSettings(), "https://example.test/news", "")

    assert text.startswith("# Crawlers ask for https://example.test/robots.txt alone: ")


def test_no_name_stands_twice() -> None:
    names = [crawler.name.lower() for crawler in KNOWN_CRAWLERS]

    assert len({*names}) == len(names)


@pytest.mark.parametrize(("text", "found"), [("a\nSITEMAP: x", True), ("# sitemap: x", False), ("a sitemap: x", False)])
def test_a_line_that_names_a_sitemap_is_known(text: str, found: bool) -> None:
    assert (SITEMAP_LINE.search(text) is not None) == found
