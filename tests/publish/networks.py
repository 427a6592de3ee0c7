"""The purge APIs of Cloudflare, Fastly and Bunny on this machine, as their documentation says that they behave."""

import json
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from plugins.publish.cdn.api import PurgeApi
from plugins.publish.web.http import HttpLimits
from plugins.publish.web.reader_urls import Outdated

TOKEN = "s3cret-token"

Answer = tuple[int, dict[str, str], Any]
"""Status, headers, and what is sent as JSON; a string is sent as it is."""


@dataclass(frozen=True)
class Request:
    method: str
    target: str
    headers: dict[str, str]
    """By name in lower case."""
    body: bytes
    connection: int
    """Port that it came from: the same for requests of one connection."""

    @property
    def json(self) -> Any:
        return json.loads(self.body)

    @property
    def query(self) -> dict[str, str]:
        return dict(parse_qsl(urlsplit(self.target).query))


class Api(ThreadingHTTPServer):
    """A server that keeps what it was asked; `faults` are given, in order, before `answer` is asked."""

    daemon_threads = True
    request_queue_size = 64

    def __init__(self, answer: Callable[[Request], Answer]) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.answer = answer
        self.requests: list[Request] = []
        self.faults: list[Answer | str] = []
        """`hang` keeps the client waiting; `close` closes the connection."""
        self.over = threading.Event()
        self.lock = threading.Lock()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"

    def __enter__(self) -> "Api":
        threading.Thread(target=self.serve_forever, args=(0.02,), daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self.over.set()
        self.shutdown()
        self.server_close()


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    server: Api

    def do_POST(self) -> None:
        headers = {name.lower(): value for name, value in self.headers.items()}
        body = self.rfile.read(int(headers.get("content-length", 0)))
        request = Request(self.command, self.path, headers, body, self.client_address[1])
        with self.server.lock:
            self.server.requests.append(request)
            fault = self.server.faults.pop(0) if self.server.faults else None
        if fault == "hang":
            self.server.over.wait(30)
        if isinstance(fault, str):
            self.close_connection = True
            return
        status, more, value = fault or self.server.answer(request)
        data = value.encode() if isinstance(value, str) else json.dumps(value).encode()
        self.send_response(status)
        for name, content in {"Content-Type": "application/json", **more, "Content-Length": str(len(data))}.items():
            self.send_header(name, content)
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, format: str, *arguments: object) -> None:
        """Say nothing."""


def cloudflare(request: Request) -> Answer:
    """Answer like https://developers.cloudflare.com/api/resources/cache/methods/purge/, plan Free."""
    if request.headers.get("authorization") != f"Bearer {TOKEN}":
        return 403, {}, cloudflare_error(10000, "Authentication error")
    if request.target != "/client/v4/zones/0123/purge_cache":
        return 404, {}, cloudflare_error(7003, "Could not route to the zone, perhaps your identifier is invalid?")
    (names,) = request.json.values()
    if len(names) > 100:
        return 400, {}, cloudflare_error(1094, "Your request contains too many operations")
    return 200, {}, {"success": True, "errors": [], "messages": [], "result": {"id": "0123"}}


def cloudflare_error(code: int, message: str) -> dict[str, Any]:
    return {"success": False, "errors": [{"code": code, "message": message}], "messages": [], "result": None}


def fastly(request: Request) -> Answer:
    """Answer like https://www.fastly.com/documentation/reference/api/purging/, for a service that wants a token."""
    if request.headers.get("fastly-key") != TOKEN:
        return 401, {}, {"msg": "Provided credentials are missing or invalid"}
    if not request.target.startswith("/purge/a.example/"):
        return 404, {}, {"msg": "Record not found", "detail": "Cannot find the host"}
    return 200, {}, {"status": "ok", "id": "108-1391560174-974124"}


def bunny(request: Request) -> Answer:
    """Answer like https://docs.bunny.net/api-reference/core/purge/purge-url."""
    if request.headers.get("accesskey") != TOKEN:
        return 401, {}, {"ErrorKey": "unauthorized", "Field": "", "Message": "The request is not authorized"}
    if not request.query["url"].startswith("https://a.example/"):
        return 404, {}, {"ErrorKey": "pullZone.not_found", "Field": "PullZone", "Message": "No such pull zone"}
    return 200, {}, ""


@dataclass
class Bucket:
    """Tokens of which each call costs one, as Bunny counts: `burst` at once, then one in `seconds`."""

    burst: int
    seconds: float
    answer: Callable[[Request], Answer]
    filled: float = 0.0

    def __call__(self, request: Request) -> Answer:
        now = time.monotonic()
        self.filled = max(self.filled, now - self.burst * self.seconds)
        if self.filled + self.seconds > now:
            return 429, {"Retry-After": "1"}, {"Message": "Too many purges"}
        self.filled += self.seconds
        return self.answer(request)


URL = "https://a.example"
QUICK = HttpLimits(total=2.0, answer=0.2, pause=0.01)


def outdated(*found: str, url: str = URL, everything: bool = False) -> Outdated:
    """Return what is purged: these addresses below `url`."""
    return Outdated(url=url, addresses=[f"{url}/{each}" for each in found], run="run", everything=everything)


def purge(
    network: PurgeApi[Any],
    api: Api,
    settings: object,
    asked: Outdated,
    *,
    token: str = TOKEN,
    limits: HttpLimits = QUICK,
) -> None:
    """Purge through a server on this machine."""
    base = f"{api.url}{urlsplit(network.base).path}/"
    environment = {network.base_variable: base, network.token_variable: token}
    replace(network, limits=limits).purge(settings, asked, environment)
