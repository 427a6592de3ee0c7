import socket
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from urllib3 import PoolManager, ProxyManager
from urllib3.exceptions import HTTPError, ProtocolError, ProxyError

from plugins.publish.web.http import connections, describe_failure, is_lasting


class Handler(BaseHTTPRequestHandler):
    """Leads every request on to another address."""

    def do_GET(self) -> None:
        self.send_response(302)
        self.send_header("Location", "/elsewhere")
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, format: str, *arguments: object) -> None:
        """Say nothing."""


@pytest.fixture
def url() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.fixture
def silent() -> Iterator[str]:
    """Yield the address of a server that takes connections and never answers."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield f"http://127.0.0.1:{server.getsockname()[1]}"


@pytest.fixture(autouse=True)
def without_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "https_proxy", "no_proxy", "HTTP_PROXY", "HTTPS_PROXY", "NO_PROXY"):
        monkeypatch.delenv(name, raising=False)


def failure(url: str) -> HTTPError:
    with connections(url, seconds=0.2) as pool, pytest.raises(HTTPError) as error:
        pool.request("GET", url)
    return error.value


def test_a_redirect_is_an_answer_and_is_not_followed(url: str) -> None:
    with connections(url, seconds=5) as pool:
        answer = pool.request("GET", url)

    assert (answer.status, answer.headers["Location"]) == (302, "/elsewhere")


def test_a_closed_port_is_told_with_the_words_of_the_system(silent: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    error = failure(f"http://127.0.0.1:{port}")

    assert (describe_failure(error), is_lasting(error)) == ("no connection (Connection refused)", False)


def test_a_server_that_never_answers_is_told(silent: str) -> None:
    error = failure(silent)

    assert (describe_failure(error), is_lasting(error)) == ("no answer came in time", False)


def test_a_server_that_speaks_no_tls_is_not_asked_again(url: str) -> None:
    error = failure(url.replace("http:", "https:"))

    assert describe_failure(error).startswith("its certificate is not accepted (")
    assert is_lasting(error)


def test_an_address_without_a_host_is_not_asked_again() -> None:
    error = failure("http://")

    assert (describe_failure(error), is_lasting(error)) == ("this is no address of a web server", True)


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (ProxyError("", OSError()), "the proxy of the environment does not answer (HTTPS_PROXY)"),
        (ProtocolError(), "the connection broke off"),
    ],
)
def test_other_failures_are_told(error: HTTPError, words: str) -> None:
    assert describe_failure(error) == words


@pytest.mark.parametrize(
    ("url", "kind"),
    [
        ("https://a.example", ProxyManager),
        ("http://a.example", PoolManager),
        ("https://inside.example", PoolManager),
    ],
)
def test_the_proxy_of_the_environment_is_used_but_for_hosts_that_it_leaves_out(
    monkeypatch: pytest.MonkeyPatch, url: str, kind: type
) -> None:
    monkeypatch.setenv("https_proxy", "http://proxy.example:3128")
    monkeypatch.setenv("no_proxy", "inside.example")

    assert type(connections(url, seconds=1)) is kind
