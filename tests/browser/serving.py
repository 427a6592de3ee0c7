"""A server that sends each file of a site with the headers that publishing gives it."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import partial
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import urlsplit

import brotli

from plugins.publish.settings import HeaderSettings
from plugins.publish.site.model import Notes
from tests.publish.headers.web_servers import expected_headers


@dataclass(frozen=True, slots=True, kw_only=True)
class Served:
    """A site and what it is served with."""

    folder: Path
    notes: Notes
    settings: HeaderSettings
    compresses: bool = False
    """True to send pages compressed, as a CDN does."""

    def find(self, address: str) -> str | None:
        """Return the path of the file that answers an address."""
        path = address.lstrip("/") + ("index.html" if address.endswith("/") else "")
        return path if (self.folder / path).is_file() else None

    def headers(self, path: str) -> Mapping[str, str]:
        return expected_headers(path, self.notes, self.settings)


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def __init__(self, served: Served, *arguments: object) -> None:
        self._served = served
        super().__init__(*arguments)  # type: ignore[arg-type]  # the server's own three, passed through

    def do_GET(self) -> None:
        found = self._served.find(urlsplit(self.path).path)
        path = found or "404.html"
        body = (self._served.folder / path).read_bytes()
        self.send_response(HTTPStatus.OK if found else HTTPStatus.NOT_FOUND)
        headers = dict(self._served.headers(path))
        if self._served.compresses and path.endswith((".html", ".svg")):
            body, headers["Content-Encoding"] = brotli.compress(body), "br"
        for name, value in {**headers, "Content-Length": str(len(body))}.items():
            self.send_header(name, value)
        self.end_headers()
        with suppress(ConnectionError):  # the browser went on to another page
            self.wfile.write(body)

    def log_message(self, format: str, *arguments: object) -> None:
        """Keep the terminal for the tests."""


@contextmanager
def serving(served: Served) -> Iterator[str]:
    """Serve from a thread for the length of a `with`; yields the address, without a slash at its end."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, served))
    server.daemon_threads = True
    Thread(target=server.serve_forever, args=[0.05], daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
