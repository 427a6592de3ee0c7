"""Calls against servers on this machine that answer well, badly, slowly, without end or not at all."""

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from urllib.parse import parse_qsl

import pytest

from plugins.publish.tell.tell_call import TellCall, TellResult, post
from tests.publish.networks import Answer, Api


@pytest.fixture
def hub() -> Iterator[Api]:
    with Api(lambda _: (202, {}, "")) as api:
        yield api


def ping(url: str) -> TellResult:
    return post(TellCall(url=url, addresses=("https://a.example/",), fields=(("hub.mode", "publish"),)), 0.3)


def test_a_form_is_sent_as_one_and_json_as_json(hub: Api) -> None:
    ping(hub.url)
    post(TellCall(url=f"{hub.url}/x", addresses=(), json={"host": "a.example"}), 1)
    form, json = hub.requests

    assert form.headers["content-type"] == "application/x-www-form-urlencoded"
    assert parse_qsl(form.body.decode()) == [("hub.mode", "publish")]
    assert (json.target, json.json) == ("/x", {"host": "a.example"})
    assert {form.headers["user-agent"], json.headers["user-agent"]} == {"kit-publish"}


@pytest.mark.parametrize(
    ("answer", "words", "may_pass"),
    [
        ((422, {}, "URLs of another host"), "it answered 422 Unprocessable", False),
        ((403, {}, "<html>no"), "it answered 403 Forbidden", True),
        ((429, {"Retry-After": "900"}, ""), "it answered 429 Too Many Requests", True),
        ((503, {}, "x" * 5_000_000), "it answered 503 Service Unavailable", True),
        ((308, {"Location": "https://new.example/"}, ""), "it answered 308 Permanent Redirect, and names https", True),
        ((999, {}, ""), "it answered 999", True),
        ("close", "the connection broke off", True),
        ("hang", "no answer came in time", True),
    ],
)
def test_what_is_answered_is_told_in_words(hub: Api, answer: Answer | str, words: str, may_pass: bool) -> None:
    hub.faults = [answer]

    found = ping(hub.url)

    assert found.words.startswith(words)
    assert (found.is_good, found.may_pass) == (False, may_pass)
    assert len(hub.requests) == 1  # no redirect is followed, nothing is repeated


def test_a_server_that_is_not_there_or_has_no_address_is_told() -> None:
    assert "no connection" in ping("http://127.0.0.1:1/").words
    assert ping("https://[hub/").is_good is False


def test_an_answer_of_a_byte_at_a_time_is_not_waited_for() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        threading.Thread(target=_drip, args=(server,), daemon=True).start()
        begin = time.monotonic()

        found = ping(f"http://127.0.0.1:{server.getsockname()[1]}/")

    assert found.words == "no whole answer came in time"
    assert time.monotonic() - begin < 2


def _drip(server: socket.socket) -> None:
    connection, _ = server.accept()
    with connection, suppress(OSError):  # until the client has gone
        for byte in b"HTTP/1.1 200 OK\r\n" + b"X-A: b\r\n" * 100:
            connection.send(bytes([byte]))
            time.sleep(0.1)
