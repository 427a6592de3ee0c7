import pytest

from plugins.newsroom.urls import (
    absolute_url,
    dated_url,
    numbered_url,
    on_host,
    output_path,
    own_site,
    page_path,
    site_prefix,
    with_latin_host,
)


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


@pytest.mark.parametrize(
    ("address", "path"),
    [
        ("https://www.own.example/about/", "/about/"),
        ("http://own.example/about/?a=b#c", "/about/?a=b#c"),
        ("//own.example/about/", "/about/"),
        ("HTTPS://WWW.Own.Example/about/", "/about/"),
        ("https://own.example:443/about/", "/about/"),
        ("https://own.example./about/", "/about/"),
        ("https://own.example", "/"),
        ("https://own.example?q#f", "/?q#f"),
        ("https://own.example:8080/about/", None),
        ("https://other.example/about/", None),
        ("https://own.example.org/", None),
        ("https://shop.own.example/", None),
        ("https://me@own.example/", "/"),
        ("https://me:word@own.example:/about/", "/about/"),
        ("https://own.example@other.example/", None),
        ("https://own%2Eexample/about/", "/about/"),
        ("https://ｏwn.example/about/", "/about/"),
        ("https://own.example//other.example/", "/other.example/"),
        ("https:/own.example/", None),
        ("mailto:a@own.example", None),
        ("/about/", None),
        ("https://archive.example/https://own.example/about/", None),
    ],
)
def test_full_addresses_of_our_own_are_known(address: str, path: str | None) -> None:
    assert own_site("https://www.own.example/").path_of(address) == path
    assert own_site("http://own.example").path_of(address) == path


@pytest.mark.parametrize(
    ("address", "path"),
    [
        ("https://own.example:8000/news/about/", "/about/"),
        ("https://own.example/news", "/"),
        ("https://own.example/news#part", "/#part"),
        ("https://own.example/newsroom/", None),
        ("https://own.example/shop/", None),
    ],
)
def test_below_a_folder_only_the_addresses_in_it_are_our_own(address: str, path: str | None) -> None:
    assert own_site("https://own.example:8000/news/").path_of(address) == path


@pytest.mark.parametrize("site_url", [None, "", "own.example", 3])
def test_a_setting_with_a_mistake_knows_no_address(site_url: object) -> None:
    assert own_site(site_url).path_of("https://own.example/") is None


@pytest.mark.parametrize(
    ("written", "path"),
    [
        ("/about/", "/about/"),
        ("/about", "/about/"),
        ("/about/index.html", "/about/"),
        ("/index.html", "/"),
        ("/", "/"),
        ("/2023/11/mix%2Dmodel", "/2023/11/mix-model/"),
        ("/a/../about/", "/about/"),
        ("/./about", "/about/"),
        ("/tags//seo", "/tags/seo/"),
        ("/a/..", "/"),
        ("/feed.xml", "/feed.xml"),
        ("/404.html", "/404.html"),
    ],
)
def test_the_path_of_a_page_has_one_form(written: str, path: str) -> None:
    assert page_path(written) == path


@pytest.mark.parametrize(
    ("address", "latin"),
    [
        ("https://市場.example:8080/新/", "https://xn--rlsx8k.example:8080/新/"),
        ("http://A.example/news", "http://A.example/news"),
        (f"https://{'場' * 60}.example", f"https://{'場' * 60}.example"),
        ("/news/", "/news/"),
    ],
)
def test_a_host_in_another_script_is_written_as_machines_do(address: str, latin: str) -> None:
    assert with_latin_host(address) == latin
