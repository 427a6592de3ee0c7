import pytest

from plugins.newsroom.urls import absolute_url, dated_url, numbered_url, on_host, output_path, site_prefix


@pytest.mark.parametrize(
    ("url", "path"),
    [("/", "index.html"), ("/2023/11/one/", "2023/11/one/index.html"), ("/social/feed.xml", "social/feed.xml")],
)
def test_a_url_is_answered_by_one_file(url: str, path: str) -> None:
    assert output_path(url) == path


@pytest.mark.parametrize(
    ("site_url", "prefix"),
    [("https://a.test", ""), ("https://a.test/", ""), ("https://a.test/news/", "/news"), ("", "")],
)
def test_a_site_below_a_folder_has_a_prefix(site_url: str, prefix: str) -> None:
    assert site_prefix(site_url) == prefix


def test_an_absolute_url_keeps_the_sites_folder() -> None:
    assert absolute_url("https://a.test/news", "/about/") == "https://a.test/news/about/"


def test_a_printed_url_already_has_the_sites_folder() -> None:
    assert on_host("https://a.test/news", "/news/about/") == "https://a.test/news/about/"


def test_the_first_page_of_a_front_is_the_front() -> None:
    assert [numbered_url("/social/", number) for number in (1, 2)] == ["/social/", "/social/page/2/"]


def test_an_article_stands_below_its_year_and_month() -> None:
    assert [dated_url(month, "one") for month in ((2023, 4), (1999, 12))] == ["/2023/04/one/", "/1999/12/one/"]
