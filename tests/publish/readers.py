"""Serves a bucket as a website does: index documents, redirects, the page for what is not there, nothing private."""

import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import unquote, urlsplit

PRIVATE = ".publish/"
"""What a bucket's policy keeps from readers."""


class Readers(ThreadingHTTPServer):
    """The pages of one bucket at an address of their own, so that links from the root work."""

    daemon_threads = True

    def __init__(self, backend: Any, lock: threading.Lock, bucket: str) -> None:
        super().__init__(("127.0.0.1", 0), Page)
        self.backend, self.lock, self.bucket = backend, lock, bucket

    def object(self, key: str) -> tuple[bytes, dict[str, str]] | None:
        """Return content and headers of an object; None where there is none."""
        with self.lock:
            found = self.backend.get_object(self.bucket, key) if key else None
            if found is None:
                return None
            headers = {name.title(): str(text) for name, text in found.metadata.items()}
            to = found.website_redirect_location
            return found.value, {**headers, "ETag": found.etag, **({"Location": to} if to else {})}


class Page(BaseHTTPRequestHandler):
    """One connection of a reader."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    wbufsize = -1  # headers and body in one piece, sent after each request
    server: Readers

    def handle_any(self) -> None:
        key = unquote(urlsplit(self.path).path).removeprefix("/")
        if key.startswith(PRIVATE):
            self._send(403, b"", {})
            return
        name = f"{key}index.html" if not key or key.endswith("/") else key
        found = self.server.object(name)
        if found:
            self._send(301 if "Location" in found[1] else 200, *found)
        elif self.server.object(f"{key}/index.html"):
            self._send(302, b"", {"Location": f"/{key}/"})
        else:
            self._send(404, *(self.server.object("404.html") or (b"", {})))

    do_GET = do_HEAD = handle_any  # noqa: N815 - the names that the base class calls

    def _send(self, status: int, content: bytes, headers: dict[str, str]) -> None:
        self.send_response_only(status)
        for name, text in {**headers, "Content-Length": str(len(content))}.items():
            self.send_header(name, text)
        self.end_headers()
        self.wfile.write(b"" if self.command == "HEAD" else content)

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing: nobody counts what readers do."""
