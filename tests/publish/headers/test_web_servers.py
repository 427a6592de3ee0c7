"""Real nginx and real Caddy with the recipes of the documentation, and what is rendered for them."""

import gzip
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import quote, unquote

import pytest

from plugins.newsroom.addresses.redirect_page import RedirectPage, redirect_page
from plugins.newsroom.media_types import UNKNOWN
from plugins.publish.headers.formats import render
from plugins.publish.headers.per_file import file_headers
from plugins.publish.headers.security import security_headers
from plugins.publish.settings import HeaderSettings
from plugins.publish.site.model import Notes
from tests.publish.headers.web_servers import COMMANDS, expected_headers, get, running
from tests.publish.sites import EditedSite

SETTINGS = HeaderSettings(page_seconds=90, sources={"img-src": ["https://pictures.small.example"]})
PAGE = f"<!doctype html><title>Small</title>{'<p>Words.' * 400}"
MISSING_PAGE = "<!doctype html><title>Not found</title>"
FILES = (
    "index.html",
    "2023/11/one/index.html",
    "الأخبار/خبر/index.html",
    "404.html",
    "feed.xml",
    "tags/video/feed.xml",
    "sitemap.xml",
    "robots.txt",
    "pictures/one-0123abcd.webp",
    "pictures/plan-0123abcd.svg",
    "pictures/feed.xml",
    "assets/face.woff2",
    "assets/plan-20231107.png",
    "assets/site.webmanifest",
    "assets/unknown.xyz",
    "files/0123456789ab/Annual report, 100%.pdf",
    "files/0123456789ab/rates.csv",
    "files/0123456789ab/clip.mp4",
    "embeds/clips/1/index.html",
)
MOVED = {
    "/old/": "/2023/11/one/",
    "/old.html": "/2023/11/one/",
    "/2012/05/x.php/": "/2023/11/one/",
    "/خبر قديم/": "/الأخبار/خبر/",
    "/größe/": "https://other.example/a?b=c&d=$e#f",
    "/odd/a+b (1) $5; 100%, 'q' \"z\"/": "/2023/11/one/#part",
}
"""Former addresses as people write them, and where they lead."""
GONE = ("/2023/10/withdrawn/", "/2023/10/café $1/", "/withdrawn.html")
MISSING = (
    "/nothing/",
    "/nothing",
    "/nothing.html",
    "/2023/",
    "/2023/11/",
    "/pictures/",
    "/assets/",
    "/الأخبار/",
    "/pictures/gone-0123abcd.webp",
    "/tags/nothing/feed.xml",
    "/2023/11/one/index.html/",
    "/files/0123456789ab/gone.csv",
    "/embeds/clips/gone/",
)
"""Addresses that have no page, those of folders among them."""
NOTES = Notes(
    siteurl="https://small.example",
    styles=("YQ==", "Yg=="),
    scripts=("Yw==",),
    form_origins=("https://lists.small.example",),
    gone=(*GONE, "/2023/11/one/"),
    frame_origins=("https://clips.example",),
)


NAMES = frozenset(
    {"Content-Type", "Cache-Control", "Content-Disposition", "X-Robots-Tag", *security_headers(NOTES, SETTINGS)}
)
"""Headers that are compared."""


@dataclass(frozen=True, slots=True)
class Server:
    """A server, over FILES and the redirect pages of MOVED."""

    program: str
    port: int


@pytest.fixture(scope="module", params=sorted(COMMANDS))
def server(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    program = str(request.param)
    folder = tmp_path_factory.mktemp(program)
    site = EditedSite(folder / "site", NOTES)
    pages = {address.lstrip("/"): redirect_page(_redirect(to)).decode() for address, to in MOVED.items()}
    site.write({f"{path}index.html" if path.endswith("/") else path: text for path, text in pages.items()})
    site.write({path: MISSING_PAGE if path == "404.html" else PAGE for path in FILES})
    (folder / "headers").write_text(render(program, site, SETTINGS))
    with running(program, folder) as port:
        yield Server(program, port)


def _redirect(to: str) -> RedirectPage:
    full = to if to.startswith("https") else f"https://small.example{to}"
    return RedirectPage(location=to, full_location=full, lang="en", direction="ltr", moved="Moved to {address}.")


def address(path: str) -> str:
    return quote("/" + path.removesuffix("index.html"))


def test_every_file_has_the_attributes_that_its_object_would_have(server: Server) -> None:
    answers = {path: get(server.port, address(path)).headers for path in FILES}
    found = {
        # What nobody knows Caddy sends without a type, which is the same with `nosniff`.
        path: {"Content-Type": UNKNOWN} | {name: value for name, value in headers.items() if name in NAMES}
        for path, headers in answers.items()
    }

    assert found == {path: expected_headers(path, NOTES, SETTINGS) for path in FILES}


def test_every_file_is_answered_with_its_content(server: Server) -> None:
    found = {path: get(server.port, address(path)) for path in FILES if path != "404.html"}

    assert {path for path, answer in found.items() if (answer.status, answer.body) != (200, PAGE.encode())} == set()


def test_every_answer_has_the_security_headers_once(server: Server) -> None:
    expected = security_headers(NOTES, SETTINGS)
    pages = [path for path in FILES if not path.startswith("embeds/")]
    asked = [*map(address, pages), *map(quote, (*MISSING, *MOVED, *GONE))]
    answers = {path: get(server.port, path).headers for path in asked}
    found = {path: {name: headers.get(name) for name in expected} for path, headers in answers.items()}

    assert {path: headers for path, headers in found.items() if headers != expected} == {}


def test_what_has_moved_is_redirected_for_good(server: Server) -> None:
    answers = {old: get(server.port, quote(old)) for old in MOVED}
    found = {old: (answer.status, answer.headers.get("Location", "")) for old, answer in answers.items()}

    assert {old: (status, to.replace("%24", "$")) for old, (status, to) in found.items()} == {
        old: (301, quote(to, safe="/:?#&=$")) for old, to in MOVED.items()
    }
    assert {answer.headers["Cache-Control"] for answer in answers.values()} == {
        file_headers("index.html", SETTINGS)["Cache-Control"]
    }


def test_a_file_of_an_earlier_system_is_redirected_at_once(server: Server) -> None:
    answer = get(server.port, "/2012/05/x.php")

    assert (answer.status, answer.headers["Location"]) == (301, "/2023/11/one/")


def test_a_query_is_not_carried_on(server: Server) -> None:
    assert get(server.port, "/old/?utm_source=letter").headers["Location"] == "/2023/11/one/"


def test_a_former_address_without_its_slash_leads_on_too(server: Server) -> None:
    answers = {old: get(server.port, quote(old.removesuffix("/"))) for old in MOVED}
    found = {old: (answer.status in (301, 308), unquote(answer.headers["Location"])) for old, answer in answers.items()}

    assert all(is_moved and location in (old, MOVED[old]) for old, (is_moved, location) in found.items()), found


def test_what_is_gone_says_so_on_the_page_of_what_is_missing(server: Server) -> None:
    asked = [*GONE, *(path.removesuffix("/") for path in GONE)]
    found = {path: _seen(server, path) for path in asked}

    assert found == dict.fromkeys(asked, (410, MISSING_PAGE, "text/html; charset=utf-8"))


def _seen(server: Server, path: str) -> tuple[int, str, str]:
    answer = get(server.port, quote(path))
    return answer.status, answer.body.decode(), answer.headers["Content-Type"]


def test_a_page_that_is_there_is_not_gone_whatever_is_noted(server: Server) -> None:
    assert get(server.port, "/2023/11/one/").status == 200


def test_what_is_missing_is_a_page_that_nobody_keeps_for_long(server: Server) -> None:
    found = {path: _seen(server, path) for path in MISSING}
    kept = {get(server.port, quote(path)).headers["Cache-Control"] for path in MISSING}

    assert found == dict.fromkeys(MISSING, (404, MISSING_PAGE, "text/html; charset=utf-8"))
    assert kept == {file_headers("404.html", SETTINGS)["Cache-Control"]}


def test_a_page_without_its_slash_leads_to_the_one_with_it(server: Server) -> None:
    answer = get(server.port, "/2023/11/one")

    assert answer.status in (301, 308)
    assert answer.headers["Location"] == "/2023/11/one/"


@pytest.mark.parametrize(
    ("asked", "status", "part"),
    [
        ("bytes=100-199", 206, slice(100, 200)),
        ("bytes=100-", 206, slice(100, None)),
        ("bytes=-50", 206, slice(-50, None)),
        ("bytes=999999-", 416, None),
    ],
)
def test_a_part_of_a_clip_may_be_asked_for(server: Server, asked: str, status: int, part: slice | None) -> None:
    answer = get(server.port, "/files/0123456789ab/clip.mp4", Range=asked, Accept_Encoding="gzip")

    assert answer.status == status
    assert part is None or answer.body == PAGE.encode()[part]
    assert get(server.port, "/files/0123456789ab/clip.mp4").headers["Accept-Ranges"] == "bytes"


@pytest.mark.parametrize("path", ["/", "/feed.xml"])
def test_what_is_compressed_says_that_there_is_another_form(server: Server, path: str) -> None:
    plain, packed = get(server.port, path), get(server.port, path, Accept_Encoding="gzip")

    assert (packed.headers["Content-Encoding"], packed.headers["Vary"]) == ("gzip", "Accept-Encoding")
    assert gzip.decompress(packed.body) == plain.body == PAGE.encode()
    assert "Content-Encoding" not in plain.headers
