import pytest

from plugins.newsroom.addresses.redirect_page import RedirectPage, location_of, redirect_page

MOVED = "Diese Seite ist umgezogen: {address}."
PAGE = RedirectPage(
    location="/news/2023/11/new/",
    full_location="https://kabar.example/news/2023/11/new/",
    lang="de",
    direction="ltr",
    moved=MOVED,
)


def test_a_redirect_page_leads_on_by_itself_and_by_a_link() -> None:
    text = redirect_page(PAGE).decode()

    assert '<html lang="de" dir="ltr">' in text
    assert '<meta http-equiv="refresh" content="0; url=/news/2023/11/new/">' in text
    assert '<link rel="canonical" href="https://kabar.example/news/2023/11/new/">' in text
    assert '<meta name="robots" content="noindex">' in text
    assert "<title>Diese Seite ist umgezogen: https://kabar.example/news/2023/11/new/.</title>" in text
    assert '<p>Diese Seite ist umgezogen: <a href="/news/2023/11/new/" dir="ltr">https://kabar.example/' in text


@pytest.mark.parametrize(
    "location",
    ["/2023/11/new/", "/faq/#old", "https://other.example/a?b=c&d=<e>&q=\"'", "/größe/", "https://other.example/{x}"],
)
def test_the_location_of_a_written_page_is_read_again(location: str) -> None:
    page = RedirectPage(location=location, full_location=location, lang="en", direction="ltr", moved="Now {address}")

    assert location_of(redirect_page(page)) == location


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"<!DOCTYPE html><title>An article</title>",
        b'<meta http-equiv="refresh" content="0; url=/elsewhere/">',
        b"\x89PNG\r\n\xff\xfe",
        redirect_page(PAGE) + b" " * 10_000,
    ],
)
def test_any_other_file_has_no_location(body: bytes) -> None:
    assert location_of(body) is None
