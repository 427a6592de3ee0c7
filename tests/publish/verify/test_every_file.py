"""A look at every file through the public address, against a real web server."""

import hashlib
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from plugins.publish.errors import PublishError
from plugins.publish.site.manifest import PublishedFile
from plugins.publish.verify.every_file import inspect_publicly


class Host(ThreadingHTTPServer):
    """Answers with status and body by address."""

    daemon_threads = True
    pages: dict[str, tuple[int, bytes]]


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: Host

    def do_GET(self) -> None:
        status, body = self.server.pages.get(self.path, (404, b"nothing here"))
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *arguments: object) -> None:
        """Say nothing."""


@pytest.fixture
def host() -> Iterator[Host]:
    server = Host(("127.0.0.1", 0), Handler)
    server.pages = {"/": (200, b"home"), "/a/": (200, b"a"), "/b.css": (200, b"b"), "/old/": (301, b"")}
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


def file(body: bytes, kind: str = "") -> PublishedFile:
    return PublishedFile(sha256=hashlib.sha256(body).hexdigest(), bytes=len(body), kind=kind)


FILES = {
    "404.html": file(b"no page"),
    "a/index.html": file(b"a"),
    "b.css": file(b"b"),
    "index.html": file(b"home"),
    "old/index.html": file(b"moved", "redirect"),
}


def test_a_site_that_is_served_as_published_is_whole(host: Host) -> None:
    found = inspect_publicly(FILES, f"http://127.0.0.1:{host.server_port}")

    assert (found.is_whole, found.looked) == (True, 4)


def test_missing_and_other_pages_are_named(host: Host) -> None:
    host.pages |= {"/": (200, b"hacked"), "/b.css": (503, b""), "/old/": (200, b"moved elsewhere")}
    del host.pages["/a/"]
    found = inspect_publicly(FILES, f"http://127.0.0.1:{host.server_port}")

    assert found.missing == ["a/index.html"]
    assert found.damaged == ["b.css", "index.html", "old/index.html"]


def test_where_no_answer_comes_nothing_is_called_damaged() -> None:
    with pytest.raises(PublishError, match=r"^http://nobody\.invalid/a/: .*; see to that, then run again$"):
        inspect_publicly(FILES, "http://nobody.invalid")
