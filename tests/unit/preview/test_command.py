"""`python -m plugins.preview` as people run it: a real build, real saves, a real server."""

import http.client
import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from plugins.preview.server import ADDRESS
from tests.conftest import ROOT

pytestmark = pytest.mark.slow

SETTINGS = """
PLUGINS = []
SITEURL = "https://example.com"
PREVIEW = {"port": 8300}
"""
ARTICLE = "Title: Hello\nDate: 2024-01-01\n\n{}\n"


def start(folder: Path, *arguments: str) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-m", "plugins.preview", *arguments],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        process_group=0,
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "hello.md").write_text(ARTICLE.format("First."))
    (tmp_path / "pelicanconf.py").write_text(SETTINGS)
    (tmp_path / "publishconf.py").write_text("from pelicanconf import *\n")
    return tmp_path


@pytest.fixture
def preview(folder: Path) -> Iterator["subprocess.Popen[str]"]:
    process = start(folder)
    yield process
    process.kill()
    process.communicate()


def port_of(process: "subprocess.Popen[str]") -> int:
    assert process.stdout
    for line in process.stdout:
        if found := re.search(r"is at http://127\.0\.0\.1:(\d+)/ \(Ctrl-C ends\)", line):
            return int(found[1])
    pytest.fail("the preview ended before it had an address")


def children(process: int) -> list[int]:
    lists = Path(f"/proc/{process}/task").glob("*/children")
    return [int(child) for found in lists for child in found.read_text().split()]


def is_running(process: int) -> bool:
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def page(port: int, path: str = "/hello.html") -> str:
    connection = http.client.HTTPConnection(ADDRESS, port, timeout=10)
    connection.request("GET", path)
    return connection.getresponse().read().decode()


def wait_for(port: int, *, there: str = "", gone: str = "") -> str:
    """Return the page as soon as it has one text and no longer another; fails after some seconds."""
    deadline = time.monotonic() + 20
    while time.monotonic() < deadline:
        text = page(port)
        if there in text and not (gone and gone in text):
            return text
        time.sleep(0.05)
    pytest.fail(f"waited for {there!r}, without {gone!r}, in vain: {text}")


def test_a_save_is_built_and_a_mistake_comes_and_goes(folder: Path, preview: "subprocess.Popen[str]") -> None:
    port = port_of(preview)
    article = folder / "content" / "hello.md"
    time.sleep(0.5)
    article.write_text(ARTICLE.format("Second."))
    wait_for(port, there="<p>Second.</p>", gone="<p>First.</p>")
    article.write_text("Title: Hello\nDate: rubbish\n\nThird.\n")
    marred = wait_for(port, there="could not be built")
    article.write_text(ARTICLE.format("Fourth."))
    wait_for(port, there="<p>Fourth.</p>", gone="could not be built")

    assert "is not a valid date" in marred
    assert "<p>Second.</p>" in marred


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_it_ends_cleanly(folder: Path, preview: "subprocess.Popen[str]", number: signal.Signals) -> None:
    port_of(preview)
    started = children(preview.pid)
    preview.send_signal(number)
    said, _ = preview.communicate(timeout=10)

    assert (preview.returncode, said) == (0, "\nThe preview has ended.\n")
    assert len(started) == 1
    assert not any(map(is_running, started))


def test_a_killed_preview_leaves_no_process_behind(preview: "subprocess.Popen[str]") -> None:
    port_of(preview)
    started = children(preview.pid)
    preview.kill()
    preview.wait()
    deadline = time.monotonic() + 10
    while any(map(is_running, started)) and time.monotonic() < deadline:
        time.sleep(0.05)

    assert len(started) == 1
    assert not any(map(is_running, started))


def test_ctrl_c_in_a_terminal_reaches_every_process_and_ends_all(preview: "subprocess.Popen[str]") -> None:
    port_of(preview)
    started = children(preview.pid)
    os.killpg(preview.pid, signal.SIGINT)
    said, _ = preview.communicate(timeout=10)

    assert (preview.returncode, said) == (0, "\nThe preview has ended.\n")
    assert not any(map(is_running, started))


def test_the_build_of_a_port_that_nobody_chose_is_removed(folder: Path) -> None:
    process = start(folder, "--port", "0")
    port_of(process)
    process.send_signal(signal.SIGINT)
    process.communicate(timeout=10)

    assert not any((folder / ".preview").iterdir())


def test_a_port_that_was_asked_for_and_is_taken_is_one_clear_line(folder: Path) -> None:
    with socket.create_server((ADDRESS, 0)) as taken:
        port = taken.getsockname()[1]
        process = start(folder, "--port", str(port))
        said, _ = process.communicate(timeout=20)

    assert process.returncode == 1
    assert said == f"port {port} cannot be used (Address already in use); name another one: PORT={port + 1}\n"


def test_a_finished_folder_is_served_as_it_is(folder: Path) -> None:
    (folder / "finished").mkdir()
    (folder / "finished" / "hello.html").write_text("finished")
    process = start(folder, "--folder", "finished", "--port", "0")
    text = page(port_of(process))
    process.send_signal(signal.SIGINT)
    process.communicate(timeout=10)

    assert text == "finished"
