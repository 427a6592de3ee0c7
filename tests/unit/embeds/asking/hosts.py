"""Servers on this machine that stand in for the hosts of embeds, well and badly behaved."""

import gzip
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from plugins.embeds.asking.careful_get import Reach

Reply = tuple[int, dict[str, str], bytes]
BOMB = gzip.compress(b"a" * 30_000_000)


class Host(ThreadingHTTPServer):
    """Answers what it is told, and remembers what it was asked."""

    daemon_threads = True

    def __init__(self, replies: dict[str, Reply]) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.replies = replies
        self.asked: list[tuple[str, dict[str, str]]] = []

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"


class _Handler(BaseHTTPRequestHandler):
    server: Host

    def do_GET(self) -> None:
        path = self.path.partition("?")[0]
        self.server.asked.append((self.path, dict(self.headers)))
        if path == "/drop":
            self.close_connection = True
            return
        status, headers, body = self.server.replies.get(path, (404, {}, b""))
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        for number in range(0, len(body), 100_000):
            self.wfile.write(body[number : number + 100_000])
        while path == "/trickle":
            time.sleep(0.02)
            self.wfile.write(b" ")

    def log_message(self, format: str, *arguments: object) -> None:
        """Say nothing."""

    def handle_one_request(self) -> None:
        try:
            super().handle_one_request()
        except OSError:  # whoever asked has heard enough
            self.close_connection = True


@contextmanager
def host(replies: dict[str, Reply]) -> Iterator[Host]:
    with Host(replies) as server:
        threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
        yield server
        server.shutdown()


def reach(seconds: float = 5.0) -> Reach:
    """Return the limits of tests, which may ask one address of this machine, and that without TLS."""
    return Reach(agent="Test", seconds=seconds, schemes=("http",), is_allowed=lambda ip: ip == "127.0.0.1")
