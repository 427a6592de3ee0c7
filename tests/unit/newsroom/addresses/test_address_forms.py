import pytest

from plugins.newsroom.addresses.address_forms import (
    AddressError,
    PageRedirect,
    dotted_folders,
    is_dated,
    normal_address,
    read_address,
    written_address,
)
from plugins.newsroom.urls import own_site

OWN = own_site("https://www.kabar.example/news")


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("/2023/10/old/", "/2023/10/old/"),
        ("/2023/10/old", "/2023/10/old/"),
        ("/2023/10/old/index.html", "/2023/10/old/"),
        ("/old.html", "/old.html"),
        ("/old.html/", "/old.html"),
        ("/2012/05/x.php", "/2012/05/x.php/"),
        ("/version-1.0/", "/version-1.0/"),
        ("https://kabar.example/news/2023/10/old/", "/2023/10/old/"),
        ("http://WWW.kabar.example:80/news/old", "/old/"),
        ("/news/2023/10/old/", "/2023/10/old/"),
        ("/newsletter/", "/newsletter/"),
        ("/gr%C3%B6%C3%9Fe/", "/größe/"),
        ("/größe/", "/größe/"),
        ("/gro\u0308ße/", "/größe/"),
        ("/a%20b/", "/a b/"),
        ("/Old/Case/", "/Old/Case/"),
        ("/tags/old/", "/tags/old/"),
        ("/archive/2010/", "/archive/2010/"),
        ("/rss.xml", "/rss.xml/"),
    ],
)
def test_an_address_has_one_form_however_it_is_written(written: str, address: str) -> None:
    assert read_address(written, OWN) == address


@pytest.mark.parametrize(
    ("written", "what", "remedy"),
    [
        ("https://other.example/a/", "is no address of this publication", "write the path alone: '/old/address/'"),
        ("//other.example/a/", "is no address of this publication", "write the path alone: '/old/address/'"),
        ("mailto:a@b.example", "is no address of this publication", "write the path alone: '/old/address/'"),
        ("2023/10/old", "does not begin with '/'", "write '/2023/10/old'"),
        ("2023/10/old#part", "does not begin with '/'", "write '/2023/10/old'"),
        (f"archive/{'a' * 70}/", "does not begin with '/'", "begin it with '/'"),
        (f"/archive/{'a' * 70}/#x", "has a '#', which no browser sends", "end it before that"),
        (f"/archive//{'a' * 70}/", "has an empty part, '.' or '..'", "take that out"),
        (
            "https://www.kabar.example/old/",
            "is no address of this publication",
            "write the path alone: '/old/address/', if ",
        ),
        ("../old/", "does not begin with '/'", "write '/old/'"),
        ("kabar.example/old/", "does not begin with '/'", "write '/old/'"),
        ("", "is no address", "take it away"),
        ("..", "is no address", "take it away"),
        ("kabar.example/", "is the home page", "take it away"),
        ("/a b/", "has a space in it", "write %20 for one that belongs to it, and a list of several addresses"),
        ("/?p=12", "has a '?', and no file can answer that", "take it away, and redirect it at your host: "),
        ("/old/#part", "has a '#', which no browser sends", "write '/old/'"),
        ("/a/../b/", "has an empty part, '.' or '..'", "write '/b/'"),
        ("/a//b/", "has an empty part, '.' or '..'", "write '/a/b/'"),
        ("/a/%2e%2e/b/", "has an empty part, '.' or '..'", "write '/b/'"),
        ("/a%00b/", "has the character 'U+0000'", "take it away, and redirect it at your host"),
        ("/a%3Fb/", "has the character '?'", "take it away, and redirect it at your host"),
        ("/a\\b/", "has the character '\\\\'", "take it away, and redirect it at your host"),
        ("/100%/", "has the character '%'", "take it away, and redirect it at your host"),
        ("/caf%E9/", "has percent codes that are no UTF-8", "write its letters in their place"),
        (f"/{'ö' * 130}/", "is too long for the name of a file", "take it away, and redirect it at your host"),
        ("/" + "abcdefgh/" * 120, "is too long for the name of a file", "take it away, and redirect it at your host"),
        ("/", "is the home page", "take it away"),
        ("https://kabar.example/news/", "is the home page", "take it away"),
        ("/index.html", "is the home page", "take it away"),
        ("/404.html", "is a file of the publication itself", "take it away"),
        ("/_redirects", "is a file of the publication itself", "take it away"),
        ("/assets/old.css", "is in a folder of the publication itself", "take it away"),
        ("/pictures/", "is in a folder of the publication itself", "take it away"),
        ("/coverage", "is in a folder of the publication itself", "take it away"),
        ("/2023/11/one/card.jpg", "is a page's share card", "take it away"),
        ("/.well-known/x", "begins with a dot, as files that hosts do not show", "take it away"),
    ],
)
def test_an_address_that_no_file_can_answer_is_refused(written: str, what: str, remedy: str) -> None:
    with pytest.raises(AddressError) as refused:
        read_address(written, OWN)

    assert (refused.value.what, refused.value.remedy[: len(remedy)]) == (what, remedy)


def test_a_remedy_is_an_address_that_is_taken() -> None:
    for written in ("2023/10/old", "/a//b/", "/old/#part", "kabar.example/old/"):
        with pytest.raises(AddressError) as refused:
            read_address(written, OWN)

        assert read_address(refused.value.remedy.split("'")[1], OWN)


@pytest.mark.parametrize(
    ("address", "target", "path"),
    [
        ("/2023/10/old/", "/2023/11/new/", "2023/10/old/index.html"),
        ("/old.html", "/2023/11/new/", "old.html"),
        ("/x.php/", "/2023/11/new/", "x.php/index.html"),
        ("/rss.xml/", "/feed.xml", "rss.xml"),
        ("/tags/old/feed.xml/", "/tags/new/feed.xml", "tags/old/feed.xml"),
        ("/rss.xml/", "/about/", "rss.xml/index.html"),
        ("/feed/", "/feed.xml", "feed/index.html"),
    ],
)
def test_a_former_address_is_answered_by_a_file(address: str, target: str, path: str) -> None:
    assert PageRedirect(address, target).path == path


def test_only_what_was_a_feed_and_leads_to_one_is_a_former_feed() -> None:
    assert PageRedirect("/rss.xml/", "/feed.xml").is_of_feed
    assert not PageRedirect("/rss/", "/feed.xml").is_of_feed
    assert not PageRedirect("/rss.xml/", "https://other.example/x.xml").is_of_feed


@pytest.mark.parametrize(
    ("address", "is_articles"),
    [("/2023/10/old/", True), ("/2023/10/Old/", False), ("/2023/10/", False), ("/tags/old/", False)],
)
def test_articles_have_dated_addresses(address: str, is_articles: bool) -> None:
    assert is_dated(address) == is_articles


def test_normal_addresses_stay_as_they_are() -> None:
    addresses = ["/", "/a/", "/a.html", "/a.php/", "/größe/b/"]

    assert list(map(normal_address, addresses)) == addresses


def test_folders_that_may_be_files_have_a_dot() -> None:
    assert list(dotted_folders("a/b.html/c/feed.xml/d.html")) == ["a/b.html", "a/b.html/c/feed.xml"]
    assert list(dotted_folders("a/b/c.html")) == []


@pytest.mark.parametrize("address", ["/old/", "/news/", "/news/old/", "/newsletter/"])
def test_an_address_is_read_as_it_was_written_for_people(address: str) -> None:
    assert read_address(written_address(address, OWN.prefix), OWN) == address
