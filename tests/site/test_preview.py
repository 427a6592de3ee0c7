"""`make serve` over a small publication: real server, real watcher, real builds."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from urllib.request import urlopen

import pytest

from tests.conftest import BUILD_TIME
from tests.site.conftest import SmallSite

PATIENCE = 30
"""Seconds after which what was waited for will not come; a build takes about one."""


@pytest.fixture
def address(small_site: SmallSite) -> Iterator[str]:
    """Address of a running preview of `small_site`."""
    server = subprocess.Popen(
        [sys.executable, "-m", "plugins.preview"],
        cwd=small_site.root,
        env={**os.environ, "SOURCE_DATE_EPOCH": BUILD_TIME},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    assert server.stdout is not None
    said = next(line for line in server.stdout if "The preview is at" in line)
    yield said.split(" at ")[1].split("/ ")[0]
    server.terminate()
    server.communicate(timeout=PATIENCE)


def shows(url: str, text: str, *, wanted: bool = True) -> bool:
    """Tell whether the page at `url` comes to show `text` (or no longer does) before patience ends."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        with urlopen(url) as answer:
            page = answer.read().decode().replace("&nbsp;", " ")
            if (text in page) == wanted:
                return True
        time.sleep(0.1)
    return False


def test_a_save_a_mistake_and_its_mending_reach_the_page(small_site: SmallSite, address: str) -> None:
    page = f"{address}/2023/11/one/"

    small_site.article("one", body="A fresh paragraph.")
    assert shows(page, "A fresh paragraph")

    small_site.article("one", "categroy: media", body="A fresh paragraph.")
    assert shows(page, "content/articles/2023/11/one.md:8:1")
    assert shows(page, "unknown key &#x27;categroy&#x27;; did you mean &#x27;category&#x27;?")
    assert shows(page, "A fresh paragraph")

    small_site.article("one", body="A mended paragraph.")
    assert shows(page, "A mended paragraph")
    assert shows(page, "categroy", wanted=False)


def test_a_draft_is_in_the_preview_with_its_label(small_site: SmallSite, address: str) -> None:
    small_site.write("articles/2023/11/idea.md", "---\ntitle: Only an idea\nstatus: draft\n---\nNot yet.\n")

    assert shows(f"{address}/social/", "Only an idea")
