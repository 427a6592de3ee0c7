"""The preview's web server, for this machine only: the present build, its problems, and a notice of each newer one."""

import contextlib
import os
import threading
from collections.abc import Iterator, Mapping
from functools import partial
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import BinaryIO
from urllib.parse import urlsplit

from plugins.newsroom.media_types import media_type
from plugins.newsroom.urls import EMBEDS_URL
from plugins.preview.byte_range import BeyondEndError, byte_range
from plugins.preview.current_state import CurrentState
from plugins.preview.overlay import ASSETS, RESERVED, add_to, page_without_build
from plugins.preview.request_paths import Redirect, find_file, page_address

ADDRESS = "127.0.0.1"
OWN_NAMES = frozenset({ADDRESS, "localhost"})
"""Names that this server answers to: a web page whose own name leads here must not read drafts (DNS rebinding)."""

HEARTBEAT_SECONDS = 15.0
"""Seconds between two writes to an idle event stream, which fail once its browser has gone."""

PORTS_TRIED = 20

BLOCK = 1 << 18
"""Bytes of a file that are in memory at a time."""

POLL_SECONDS = 0.05
"""Seconds between two looks of the server whether it should end."""


class PreviewHandler(BaseHTTPRequestHandler):
    """Answers one browser."""

    protocol_version = "HTTP/1.1"

    def __init__(self, current: CurrentState, prefix: str, *arguments: object) -> None:
        self._current = current
        self._prefix = prefix
        super().__init__(*arguments)  # type: ignore[arg-type]  # the server's own three, passed through

    def do_GET(self) -> None:
        """Answer a page, a file, an asset of the preview, or the event stream."""
        address = urlsplit(self.path).path
        if urlsplit(f"//{self.headers.get('Host', '')}").hostname not in OWN_NAMES:
            self._send(HTTPStatus.MISDIRECTED_REQUEST, "text/plain", b"This preview is for its own machine.\n")
        elif address == f"{RESERVED}events":
            self._send_events()
        elif address.startswith(RESERVED):
            self._send_file(ASSETS / Path(address).name)
        else:
            self._send_page(address)

    def do_HEAD(self) -> None:
        """Answer as GET does, without the body."""
        self.do_GET()

    def log_message(self, format: str, *arguments: object) -> None:
        """Keep the terminal for problems."""

    def _send_page(self, address: str) -> None:
        state = self._current.state
        if state.folder is None:
            self._send(HTTPStatus.SERVICE_UNAVAILABLE, media_type("index.html"), page_without_build(state))
            return
        found, missing = find_file(state.folder, address, self._prefix), state.folder / "404.html"
        if isinstance(found, Redirect):
            self._send(HTTPStatus.MOVED_PERMANENTLY, "text/plain", b"", {"Location": found.location})
        elif found is not None and found.is_file():
            self._send_file(found)
        elif missing.is_file():
            self._send_file(missing, HTTPStatus.NOT_FOUND)
        else:
            page = b"<!doctype html><title>Not found</title>Not found"
            self._send(HTTPStatus.NOT_FOUND, media_type("index.html"), page)

    def _send_file(self, file: Path, status: HTTPStatus = HTTPStatus.OK) -> None:
        kind = media_type(file.name)
        try:
            if kind.startswith("text/html"):
                self._send(status, kind, file.read_bytes())
                return
            with file.open("rb") as opened:
                self._send_part(opened, kind)
        except OSError:
            self._send(HTTPStatus.NOT_FOUND, "text/plain", b"Not found.\n")

    def _send_part(self, file: BinaryIO, kind: str) -> None:
        """Send a file, or the part of it that is asked for, in blocks: players ask for what they play next."""
        size = os.fstat(file.fileno()).st_size
        is_whole = self.command == "HEAD" or "If-Range" in self.headers  # which asks for a version, and none has a name
        asked = "" if is_whole else self.headers.get("Range", "")
        try:
            part = byte_range(asked, size)
        except BeyondEndError:
            self._send_head(HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE, kind, 0, {"Content-Range": f"bytes */{size}"})
            return
        headers = {"Accept-Ranges": "bytes"}
        if part is None:
            part, status = range(size), HTTPStatus.OK
        else:
            status = HTTPStatus.PARTIAL_CONTENT
            headers["Content-Range"] = f"bytes {part.start}-{part.stop - 1}/{size}"
        self._send_head(status, kind, len(part), headers)
        if self.command == "HEAD":
            return
        file.seek(part.start)
        left = len(part)
        with contextlib.suppress(ConnectionError):  # the browser has heard enough
            while left and (block := file.read(min(BLOCK, left))):
                self.wfile.write(block)
                left -= len(block)
        self.close_connection = self.close_connection or bool(left)

    def _send(self, status: HTTPStatus, kind: str, body: bytes, headers: dict[str, str] | None = None) -> None:
        address = page_address(urlsplit(self.path).path, self._prefix)
        if kind.startswith("text/html") and not address.startswith(EMBEDS_URL):  # that is shown in an article
            body = add_to(body, self._current.state, address)
        self._send_head(status, kind, len(body), headers or {})
        if self.command != "HEAD":
            with contextlib.suppress(ConnectionError):  # the browser went on to another page
                self.wfile.write(body)

    def _send_head(self, status: HTTPStatus, kind: str, size: int, headers: Mapping[str, str]) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(size))
        self.send_header("Cache-Control", "no-store")
        self.send_header("X-Content-Type-Options", "nosniff")
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()

    def _send_events(self) -> None:
        """Send version and progress of the present state, and each change of them, until the browser goes."""
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream; charset=utf-8")
        self.send_header("Cache-Control", "no-store")
        self.send_header("Connection", "close")
        self.end_headers()
        self.close_connection = True
        if self.command == "HEAD":
            return
        sent, told = None, ""
        with contextlib.suppress(ConnectionError):
            self.wfile.write(b"retry: 1000\n\n")
            while True:
                state = self._current.wait(sent, HEARTBEAT_SECONDS, told)
                news = f"data: {state.version}\n\n" if state.version != sent else ":\n\n"
                news += f"event: progress\ndata: {state.progress}\n\n" if state.progress != told else ""
                self.wfile.write(news.encode())
                sent, told = state.version, state.progress


class PreviewServer(ThreadingHTTPServer):
    """Serves the current state on this machine; event streams do not keep it from ending."""

    daemon_threads = True

    def __init__(self, current: CurrentState, port: int, prefix: str = "") -> None:
        super().__init__((ADDRESS, port), partial(PreviewHandler, current, prefix))

    @contextlib.contextmanager
    def running(self) -> Iterator[str]:
        """Serve from a thread; yields the address, without a slash at its end."""
        threading.Thread(target=self.serve_forever, args=[POLL_SECONDS], daemon=True).start()
        try:
            yield f"http://{ADDRESS}:{self.port}"
        finally:
            self.shutdown()
            self.server_close()

    @property
    def port(self) -> int:
        """Return the port that it listens on."""
        return int(self.server_address[1])


def start_at_free_port(current: CurrentState, port: int, prefix: str = "") -> PreviewServer:
    """Return a server at `port`, or at the next port that is free; raises OSError when twenty are taken."""
    for candidate in range(port, port + PORTS_TRIED):
        with contextlib.suppress(OSError):
            return PreviewServer(current, candidate, prefix)
    raise OSError(f"ports {port} to {port + PORTS_TRIED - 1} are all taken")
