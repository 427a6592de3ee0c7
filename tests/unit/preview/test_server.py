import http.client
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from plugins.preview.current_state import CurrentState, PreviewState
from plugins.preview.server import ADDRESS, PreviewServer, start_at_free_port


@pytest.fixture
def current(tmp_path: Path) -> CurrentState:
    folder = tmp_path / "site"
    (folder / "about").mkdir(parents=True)
    (folder / "index.html").write_text("<body>home")
    (folder / "about" / "index.html").write_text("<body>about")
    (folder / "404.html").write_text("<body>lost")
    (folder / "photo.webp").write_bytes(b"RIFF")
    return CurrentState(PreviewState(folder=folder, version="1"))


@pytest.fixture
def server(current: CurrentState) -> Iterator[PreviewServer]:
    server = PreviewServer(current, port=0)
    with server.running():
        yield server


def ask(
    server: PreviewServer, path: str, method: str = "GET", **headers: str
) -> tuple[http.client.HTTPResponse, bytes]:
    connection = http.client.HTTPConnection(ADDRESS, server.port, timeout=10)
    connection.request(method, path, headers=headers)
    response = connection.getresponse()
    return response, response.read()


@pytest.mark.parametrize(
    ("path", "start"), [("/", b"<body>home"), ("/about/", b"<body>about"), ("/?x=1", b"<body>home")]
)
def test_a_page_is_served_at_its_pretty_address(server: PreviewServer, path: str, start: bytes) -> None:
    response, body = ask(server, path)

    assert (response.status, response.headers["Content-Type"]) == (200, "text/html; charset=utf-8")
    assert body.startswith(start)
    assert b'data-version="1"' in body


def test_nothing_is_cached(server: PreviewServer) -> None:
    response, _ = ask(server, "/")

    assert response.headers["Cache-Control"] == "no-store"


def test_a_missing_slash_is_put_right(server: PreviewServer) -> None:
    response, _ = ask(server, "/about")

    assert (response.status, response.headers["Location"]) == (301, "/about/")


@pytest.mark.parametrize("address", ["/none/", "/none", "/2023/"])
def test_a_missing_page_is_the_publication_s_own(server: PreviewServer, current: CurrentState, address: str) -> None:
    assert current.state.folder
    (current.state.folder / "2023" / "11").mkdir(parents=True)  # a folder without a page
    response, body = ask(server, address)

    assert response.status == 404
    assert body.startswith(b"<body>lost")


def test_a_picture_is_served_untouched(server: PreviewServer) -> None:
    response, body = ask(server, "/photo.webp")

    assert (response.headers["Content-Type"], body) == ("image/webp", b"RIFF")


@pytest.mark.parametrize(
    ("asked", "status", "part", "told"),
    [
        ("bytes=1-2", 206, b"IF", "bytes 1-2/4"),
        ("bytes=2-", 206, b"FF", "bytes 2-3/4"),
        ("bytes=-1", 206, b"F", "bytes 3-3/4"),
        ("bytes=4-", 416, b"", "bytes */4"),
        ("bytes=0-0,2-2", 200, b"RIFF", None),
    ],
)
def test_a_part_of_a_file_is_served_alone(
    server: PreviewServer, asked: str, status: int, part: bytes, told: str | None
) -> None:
    response, body = ask(server, "/photo.webp", Range=asked)

    assert (response.status, body, response.headers["Content-Range"]) == (status, part, told)
    assert response.headers["Content-Length"] == str(len(part))


def test_a_part_of_another_version_is_the_whole_of_this_one(server: PreviewServer) -> None:
    response, body = ask(server, "/photo.webp", **{"Range": "bytes=1-2", "If-Range": '"older"'})

    assert (response.status, body) == (200, b"RIFF")


def test_head_is_of_the_whole_file(server: PreviewServer) -> None:
    response, body = ask(server, "/photo.webp", method="HEAD", Range="bytes=1-2")

    assert (response.status, response.headers["Accept-Ranges"], body) == (200, "bytes", b"")


def test_a_page_is_whole_whatever_is_asked_for(server: PreviewServer) -> None:
    assert ask(server, "/", Range="bytes=1-2")[0].status == 200


def test_head_has_the_headers_and_no_body(server: PreviewServer) -> None:
    response, body = ask(server, "/", method="HEAD")

    assert (response.status, body) == (200, b"")
    assert int(response.headers["Content-Length"]) > 10


def test_another_host_name_is_turned_away(server: PreviewServer) -> None:
    refused, _ = ask(server, "/", Host="evil.example")
    welcome, _ = ask(server, "/", Host=f"localhost:{server.port}")

    assert (refused.status, welcome.status) == (421, 200)


def test_a_published_release_is_served_byte_for_byte(current: CurrentState, server: PreviewServer) -> None:
    folder = current.state.folder
    plain = PreviewServer(CurrentState(PreviewState(folder=folder)), port=0)
    with plain.running():
        _, body = ask(plain, "/")

    assert body == b"<body>home"


def test_before_the_first_build_every_address_says_so(current: CurrentState, server: PreviewServer) -> None:
    waiting = PreviewServer(CurrentState(PreviewState(version="none")), port=0)
    with waiting.running():
        response, body = ask(waiting, "/about/")

    assert (response.status, response.headers["Content-Type"]) == (503, "text/html; charset=utf-8")
    assert b"The preview is being built" in body


def test_a_first_build_that_fails_is_told_once() -> None:
    failed = PreviewServer(
        CurrentState(PreviewState(problems=["content/a.md:1:1: wrong; mend it"], version="1")), port=0
    )
    with failed.running():
        _, body = ask(failed, "/")

    assert body.count(b"wrong; mend it") == 1
    assert body.count(b"reload.js") == 1


def test_a_problem_is_shown_on_every_page_until_it_is_mended(current: CurrentState, server: PreviewServer) -> None:
    current.show_problems(["content/a.md:1:1: wrong; mend it"])
    _, marred = ask(server, "/about/")
    current.show_build(current.state.folder or Path())
    _, mended = ask(server, "/about/")

    assert b"<strong>content/a.md:1:1</strong> wrong; mend it" in marred
    assert b"content/a.md" not in mended


def test_a_page_that_articles_show_in_a_frame_is_served_as_it_is(current: CurrentState, server: PreviewServer) -> None:
    frame = (current.state.folder or Path()) / "embeds/vimeo/1"
    frame.mkdir(parents=True)
    (frame / "index.html").write_text("<body>frame")
    current.show_problems(["content/a.md:1:1: wrong; mend it"])

    assert ask(server, "/embeds/vimeo/1/")[1] == b"<body>frame"


def test_a_change_is_told_at_once_to_a_browser_that_listens(current: CurrentState, server: PreviewServer) -> None:
    connection = http.client.HTTPConnection(ADDRESS, server.port, timeout=10)
    connection.request("GET", "/__preview__/events")
    stream = connection.getresponse()
    first = [stream.readline() for _ in range(4)]
    current.show_build(Path("next"))
    second = stream.readline()

    assert stream.headers["Content-Type"] == "text/event-stream; charset=utf-8"
    assert first == [b"retry: 1000\n", b"\n", b"data: 1\n", b"\n"]
    assert second == f"data: {current.state.version}\n".encode()


def test_progress_is_told_to_a_browser_that_listens(current: CurrentState, server: PreviewServer) -> None:
    connection = http.client.HTTPConnection(ADDRESS, server.port, timeout=10)
    connection.request("GET", "/__preview__/events")
    stream = connection.getresponse()
    for _ in range(4):
        stream.readline()
    current.show_progress("Making pages 1 of 2, 3 s")
    news = [stream.readline() for _ in range(4)]

    assert news == [b":\n", b"\n", b"event: progress\n", b"data: Making pages 1 of 2, 3 s\n"]


@pytest.mark.parametrize(
    ("name", "kind"),
    [("reload.js", "text/javascript"), ("problems.css", "text/css"), ("progress.css", "text/css")],
)
def test_the_preview_s_own_files_are_served(server: PreviewServer, name: str, kind: str) -> None:
    response, body = ask(server, f"/__preview__/{name}")

    assert response.headers["Content-Type"] == f"{kind}; charset=utf-8"
    assert body


def test_nothing_else_of_the_preview_is_served(server: PreviewServer) -> None:
    response, _ = ask(server, "/__preview__/../server.py")

    assert response.status == 404


def test_a_taken_port_is_left_for_the_next_one(current: CurrentState) -> None:
    with socket.create_server((ADDRESS, 0)) as taken:
        port = taken.getsockname()[1]
        server = start_at_free_port(current, port)
        server.server_close()

    assert port < server.port < port + 20
