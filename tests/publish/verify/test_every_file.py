"""A look at every file through the public address, against a real web server."""

import hashlib
from collections.abc import Iterator

import pytest

from plugins.publish.errors import PublishError
from plugins.publish.site.manifest import PublishedFile
from plugins.publish.verify.every_file import inspect_publicly
from tests.publish.web_host import WebHost, web_host


@pytest.fixture
def host() -> Iterator[WebHost]:
    with web_host() as server:
        server.pages = {"/": (200, b"home"), "/a/": (200, b"a"), "/b.css": (200, b"b"), "/old/": (301, b"")}
        yield server


def file(body: bytes, kind: str = "") -> PublishedFile:
    return PublishedFile(sha256=hashlib.sha256(body).hexdigest(), bytes=len(body), kind=kind)


FILES = {
    "404.html": file(b"no page"),
    "a/index.html": file(b"a"),
    "b.css": file(b"b"),
    "index.html": file(b"home"),
    "old/index.html": file(b"moved", "redirect"),
}


def test_a_site_that_is_served_as_published_is_whole(host: WebHost) -> None:
    found = inspect_publicly(FILES, host.url)

    assert (found.is_whole, found.looked) == (True, 4)


def test_missing_and_other_pages_are_named(host: WebHost) -> None:
    host.pages |= {"/": (200, b"hacked"), "/b.css": (503, b""), "/old/": (200, b"moved elsewhere")}
    del host.pages["/a/"]
    found = inspect_publicly(FILES, host.url)

    assert found.missing == ["a/index.html"]
    assert found.damaged == ["b.css", "index.html", "old/index.html"]


def test_where_no_answer_comes_nothing_is_called_damaged() -> None:
    with pytest.raises(PublishError, match=r"^http://nobody\.invalid/a/: .*; see to that, then run again$"):
        inspect_publicly(FILES, "http://nobody.invalid")
