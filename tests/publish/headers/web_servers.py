"""Real nginx and real Caddy, configured as docs/operators.md says."""

import re
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path

import pytest

from plugins.publish.headers.path_rules import path_rules
from plugins.publish.headers.per_file import file_headers
from plugins.publish.headers.security import security_headers
from plugins.publish.settings import HeaderSettings
from plugins.publish.site.model import Notes
from tests.conftest import ROOT
from tests.publish.install import PACKAGES

PATH = "/usr/sbin:/usr/bin:/sbin:/bin:/usr/local/bin"
"""With the folder that nginx is in, which not every user's PATH has."""

COMMANDS = {
    "nginx": ("nginx", "-e", "stderr", "-c", "{file}"),
    "caddy": ("caddy", "run", "--adapter", "caddyfile", "--config", "{file}"),
}
AROUND = {
    "nginx": """
daemon off; {process} pid {folder}/nginx.pid; error_log {folder}/errors.log warn;
events {{ }}
http {{
    access_log off; client_body_temp_path {folder}/t1; proxy_temp_path {folder}/t2; fastcgi_temp_path {folder}/t3;
    uwsgi_temp_path {folder}/t4; scgi_temp_path {folder}/t5;
{recipe}
}}
""",
    "caddy": """
{{
	admin off
	auto_https off
}}
{recipe}
""",
}
"""Parts of a whole configuration that are the machine's own."""

PLACES = {
    "nginx": {
        "server_name example.com;": "listen 127.0.0.1:{port};",
        "/srv/publication/published/current": "{folder}/site",
        "/etc/nginx/publication-headers": "{folder}/headers",
    },
    "caddy": {
        "example.com {": "http://127.0.0.1:{port} {",
        "/srv/publication/published/current": "{folder}/site",
        "publication-headers": "{folder}/headers",
    },
}
"""Places that recipes name, with those that tests have."""

START_SECONDS = 20


@dataclass(frozen=True, slots=True)
class Answer:
    """Answer to one request."""

    status: int
    headers: Mapping[str, str]
    body: bytes


def recipe(program: str) -> str:
    """Return the configuration that the documentation gives."""
    blocks = re.findall(r"^```\w*\n(.*?)^```$", (ROOT / "docs" / "operators.md").read_text(), re.DOTALL | re.MULTILINE)
    first = next(iter(PLACES[program]))
    return str(next(block for block in blocks if first in block))


@contextmanager
def running(program: str, folder: Path, *, reloads: bool = False) -> Iterator[int]:
    """Run a server over `site` in a folder, with `headers` beside it; yield its port.

    nginx can load its configuration again only where a process looks after the one that answers.
    """
    if shutil.which(program, path=PATH) is None:
        pytest.skip(f"no {program} here; install it: sudo apt-get install {PACKAGES[program]}")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = int(free.getsockname()[1])
    text = recipe(program)
    for place, own in PLACES[program].items():
        assert place in text
        text = text.replace(place, own.replace("{folder}", str(folder)).replace("{port}", str(port)))
    file = folder / "configuration"
    process = "user root;" if reloads else "master_process off;"
    file.write_text(AROUND[program].format(folder=folder, recipe=text, process=process))
    command = [part.format(file=file) for part in COMMANDS[program]]
    with (folder / "log").open("w") as log:
        server = subprocess.Popen(command, stdout=log, stderr=log, env={"HOME": str(folder), "PATH": PATH})
    try:
        _wait_for(port, server, folder / "log")
        yield port
    finally:
        server.terminate()
        server.wait(10)


def expected_headers(path: str, notes: Notes, settings: HeaderSettings) -> dict[str, str]:
    """Return all headers that the file at `path` is to be sent with."""
    found = {**security_headers(notes, settings), **file_headers(path, settings)}
    for rule in path_rules(notes):
        found |= rule.headers if re.match(rule.pattern, path) else {}
    return found


def get(port: int, path: str, **headers: str) -> Answer:
    """Ask for a path, percent-encoded or in plain bytes of UTF-8 as some clients send it."""
    connection = HTTPConnection("127.0.0.1", port, timeout=10)
    connection.request("GET", path, headers={name.replace("_", "-"): value for name, value in headers.items()})
    answer = connection.getresponse()
    body = answer.read()
    connection.close()
    found = {name: ", ".join(answer.headers.get_all(name, [])) for name in answer.headers}
    return Answer(answer.status, found, body)


def _wait_for(port: int, process: "subprocess.Popen[bytes]", log: Path) -> None:
    end = time.monotonic() + START_SECONDS
    while process.poll() is None and time.monotonic() < end:
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
        except OSError:
            time.sleep(0.05)
        else:
            return
    pytest.fail(f"the server did not start:\n{log.read_text()}")
