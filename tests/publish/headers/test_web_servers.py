"""Real nginx and real Caddy with the headers that are rendered for them."""

import shutil
import socket
import subprocess
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path

import pytest

from plugins.newsroom.media_types import UNKNOWN
from plugins.publish.headers.formats import render
from plugins.publish.headers.per_file import file_headers
from plugins.publish.headers.security import security_headers
from plugins.publish.settings import HeaderSettings
from plugins.publish.site.model import Notes
from tests.publish.install import PACKAGES

NOTES = Notes(
    siteurl="https://small.example",
    styles=("YQ==", "Yg=="),
    scripts=("Yw==",),
    form_origins=("https://lists.small.example",),
)
SETTINGS = HeaderSettings(page_seconds=90, sources={"img-src": ["https://pictures.small.example"]})
FILES = (
    "index.html",
    "2023/11/one/index.html",
    "404.html",
    "feed.xml",
    "tags/video/feed.xml",
    "sitemap.xml",
    "robots.txt",
    "pictures/one-0123abcd.webp",
    "pictures/plan-0123abcd.svg",
    "pictures/feed.xml",
    "assets/face.woff2",
    "assets/plan-20231107.png",
    "assets/site.webmanifest",
    "assets/unknown.xyz",
)
MISSING = ("/nothing/", "/pictures/gone-0123abcd.webp", "/tags/nothing/feed.xml")
NGINX = """
daemon off; master_process off; pid {folder}/nginx.pid; error_log {folder}/errors.log warn;
events {{ }}
http {{
    access_log off; client_body_temp_path {folder}/t1; proxy_temp_path {folder}/t2; fastcgi_temp_path {folder}/t3;
    uwsgi_temp_path {folder}/t4; scgi_temp_path {folder}/t5;
    server {{
        listen 127.0.0.1:{port};
        root {folder}/site;
        error_page 404 /404.html;
        include {folder}/headers;
        location / {{ try_files $uri $uri/ =404; }}
    }}
}}
"""
CADDY = """
{{
	admin off
	auto_https off
}}
http://127.0.0.1:{port} {{
	root * {folder}/site
	import {folder}/headers
	encode gzip
	file_server
	handle_errors {{
		rewrite * /404.html
		file_server
	}}
}}
"""
PATH = "/usr/sbin:/usr/bin:/sbin:/bin:/usr/local/bin"
"""With the folder that nginx is in, which not every user's PATH has."""

CONFIGURATIONS = {"nginx": NGINX, "caddy": CADDY}
COMMANDS = {
    "nginx": ("nginx", "-e", "stderr", "-c", "{file}"),
    "caddy": ("caddy", "run", "--adapter", "caddyfile", "--config", "{file}"),
}
START_SECONDS = 20

Answer = tuple[int, Mapping[str, str]]


@pytest.fixture(scope="module", params=sorted(COMMANDS))
def port(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """Port of a server that serves FILES with the headers rendered for it."""
    program = str(request.param)
    if shutil.which(program, path=PATH) is None:
        pytest.skip(f"no {program} here; install it: sudo apt-get install {PACKAGES[program]}")
    folder = tmp_path_factory.mktemp(program)
    for path in FILES:
        file = folder / "site" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("<!doctype html><title>Small</title>")
    (folder / "headers").write_text(render(program, NOTES, SETTINGS))
    with running(program, folder) as found:
        yield found


@contextmanager
def running(program: str, folder: Path) -> Iterator[int]:
    """Run a server over a folder; yield its port."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = int(free.getsockname()[1])
    file = folder / "configuration"
    file.write_text(CONFIGURATIONS[program].format(folder=folder, port=port))
    command = [part.format(file=file) for part in COMMANDS[program]]
    environment = {"HOME": str(folder), "PATH": PATH}
    with (folder / "log").open("w") as log:
        process = subprocess.Popen(command, stdout=log, stderr=log, env=environment)
    try:
        wait_for(port, process, folder / "log")
        yield port
    finally:
        process.terminate()
        process.wait(10)


def wait_for(port: int, process: "subprocess.Popen[bytes]", log: Path) -> None:
    end = time.monotonic() + START_SECONDS
    while process.poll() is None and time.monotonic() < end:
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
        except OSError:
            time.sleep(0.05)
        else:
            return
    pytest.fail(f"the server did not start:\n{log.read_text()}")


def get(port: int, path: str) -> Answer:
    connection = HTTPConnection("127.0.0.1", port, timeout=10)
    connection.request("GET", path)
    answer = connection.getresponse()
    answer.read()
    connection.close()
    return answer.status, {name: ", ".join(answer.headers.get_all(name, [])) for name in answer.headers}


def address(path: str) -> str:
    return "/" + path.removesuffix("index.html")


def test_every_file_has_the_attributes_that_its_object_would_have(port: int) -> None:
    answers = {path: get(port, address(path))[1] for path in FILES}
    found = {
        # What nobody knows Caddy sends without a type, which is the same with `nosniff`.
        path: {"Content-Type": headers.get("Content-Type", UNKNOWN), "Cache-Control": headers["Cache-Control"]}
        for path, headers in answers.items()
    }

    assert found == {path: file_headers(path, SETTINGS) for path in FILES}


def test_every_answer_has_the_security_headers_once(port: int) -> None:
    expected = security_headers(NOTES, SETTINGS)
    answers = [get(port, path)[1] for path in (*map(address, FILES), *MISSING)]

    assert [{name: headers.get(name) for name in expected} for headers in answers] == [expected] * len(answers)


@pytest.mark.parametrize("path", MISSING)
def test_what_is_missing_is_a_page_that_nobody_keeps_for_long(port: int, path: str) -> None:
    status, headers = get(port, path)

    assert status == 404
    assert headers["Content-Type"] == "text/html; charset=utf-8"
    assert headers["Cache-Control"] == file_headers("404.html", SETTINGS)["Cache-Control"]
