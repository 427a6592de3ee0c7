import socket
from collections.abc import Iterator

import pytest

from plugins.embeds.asking.careful_get import GetError, HostAnswer, Reach, get, is_public
from tests.unit.embeds.asking.hosts import BOMB, Host, host, reach


@pytest.fixture(scope="module")
def server() -> Iterator[Host]:
    replies = {
        "/good": (200, {"Content-Length": "4"}, b"good"),
        "/zipped": (200, {"Content-Encoding": "gzip", "Content-Length": str(len(BOMB))}, BOMB),
        "/no-zip": (200, {"Content-Encoding": "gzip", "Content-Length": "4"}, b"good"),
        "/huge": (200, {}, b"a" * 3_000_000),
        "/cut": (200, {"Content-Length": "9"}, b"good"),
        "/trickle": (200, {}, b""),
        "/busy": (429, {"Content-Length": "0"}, b""),
        "/secret": (401, {"Content-Length": "0"}, b""),
        "/broken": (500, {"Content-Length": "0"}, b""),
        "/on": (302, {"Location": "/good", "Content-Length": "0"}, b""),
        "/round": (302, {"Location": "/round", "Content-Length": "0"}, b""),
        "/inside": (302, {"Location": "http://127.0.0.2/", "Content-Length": "0"}, b""),
        "/file": (302, {"Location": "file:///etc/passwd", "Content-Length": "0"}, b""),
        "/other": (302, {"Location": "http://other.example/", "Content-Length": "0"}, b""),
        "/no-port": (302, {"Location": "http://127.0.0.1:port/", "Content-Length": "0"}, b""),
    }
    with host(replies) as running:
        yield running


@pytest.fixture(autouse=True)
def without_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("https_proxy", "HTTPS_PROXY"):
        monkeypatch.delenv(name, raising=False)


@pytest.mark.parametrize("path", ["/good", "/on"])
def test_an_answer_comes_behind_a_redirect_too(server: Host, path: str) -> None:
    answer = get(server.url + path, reach(), most=1_000_000, hosts={"127.0.0.1"})

    assert answer == HostAnswer(f"{server.url}/good", b"good")
    assert server.asked[-1][1]["User-Agent"] == "Test"


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/none", "does not know it (404): it may be deleted or private"),
        ("/secret", "shows it to nobody who is not signed in (401)"),
        ("/busy", "asks to come later (429)"),
        ("/broken", "answers 500"),
        ("/huge", "sends more than 1 MB"),
        ("/zipped", "sends more than 1 MB"),
        ("/no-zip", "sends what cannot be unpacked"),
        ("/cut", "breaks off"),
        ("/drop", "breaks off"),
        ("/trickle", "takes too long"),
        ("/round", "leads from one address to the next"),
        ("/inside", "leads to 127.0.0.2, an address that is not of the open Internet"),
        ("/file", "leads to file:, and only https: is asked"),
        ("/other", "leads to 'other.example', which is not among its hosts"),
        ("/no-port", "is no address of a web server"),
    ],
)
def test_a_bad_answer_is_told(server: Host, path: str, words: str) -> None:
    with pytest.raises(GetError) as error:
        get(server.url + path, reach(seconds=0.4), most=1_000_000, hosts={"127.0.0.1", "127.0.0.2"})

    assert str(error.value) == words


def test_only_a_host_that_asks_for_it_is_left_alone(server: Host) -> None:
    found = []
    for path in ("/busy", "/broken"):
        with pytest.raises(GetError) as error:
            get(server.url + path, reach(), most=1)
        found.append(error.value.is_host_busy)

    assert found == [True, False]


def test_a_host_without_tls_is_refused(server: Host) -> None:
    usual = Reach(agent="Test", is_allowed=lambda _: True)

    with pytest.raises(GetError, match="leads to http:, and only https: is asked"):
        get(server.url, usual, most=1)
    with pytest.raises(GetError, match="has a certificate that is not accepted"):
        get(server.url.replace("http:", "https:"), usual, most=1)


def test_a_closed_port_and_an_unknown_name_are_told() -> None:
    with socket.create_server(("127.0.0.1", 0)) as closed:
        port = closed.getsockname()[1]

    with pytest.raises(GetError, match="takes no connection"):
        get(f"http://127.0.0.1:{port}/", reach(), most=1)
    with pytest.raises(GetError, match=r"has a name that is not known \(DNS\)"):
        get("http://no-such-host.invalid/", reach(), most=1)


def test_a_name_is_looked_up_once_and_the_address_that_was_checked_is_asked(server: Host) -> None:
    lookups = []

    def addresses_of(name: str, port: int) -> list[str]:
        lookups.append(name)
        return ["10.0.0.1", "127.0.0.1"]

    limits = Reach(agent="Test", schemes=("http",), is_allowed=lambda ip: ip == "127.0.0.1", addresses_of=addresses_of)
    answer = get(f"http://video.example:{server.server_port}/good", limits, most=1_000)

    assert (answer.data, lookups) == (b"good", ["video.example"])
    assert server.asked[-1][1]["Host"] == f"video.example:{server.server_port}"


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("93.184.216.34", True),
        ("2606:2800:220:1::1", True),
        ("64:ff9b::93.184.216.34", True),
        *((each, False) for each in ("127.0.0.1", "10.1.2.3", "192.168.0.1", "169.254.169.254", "100.64.0.1")),
        *((each, False) for each in ("0.0.0.0", "224.0.0.1", "::1", "fe80::1%eth0", "fd00::1", "::ffff:10.0.0.1")),
        *((each, False) for each in ("2002:7f00:1::", "64:ff9b:1::1", "64:ff9b::10.0.0.1")),
    ],
)
def test_only_addresses_of_the_open_internet_are_public(address: str, expected: bool) -> None:
    assert is_public(address) is expected
