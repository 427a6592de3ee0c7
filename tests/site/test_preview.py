"""`make serve` over a small publication: real server, real watcher, real builds."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest

from tests.conftest import BUILD_TIME, ROOT
from tests.photographs import Subject, photograph
from tests.site.conftest import SmallSite, write_small_site
from tests.tools.chance import thinned
from tests.tools.commands import Commands

PATIENCE = 30
"""Seconds after which what was waited for will not come; a build takes about one."""


@dataclass(frozen=True)
class Running:
    """A preview that runs."""

    process: "subprocess.Popen[bytes]"
    address: str
    said: Path

    @property
    def builder(self) -> int:
        """The number of its build process."""
        lists = Path(f"/proc/{self.process.pid}/task").glob("*/children")
        (found,) = [int(child) for each in lists for child in each.read_text().split()]
        return found


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory, commands: Commands) -> SmallSite:
    """A small site whose plugins and theme are its own to change."""
    site = write_small_site(tmp_path_factory.mktemp("previewed"), commands)
    for name in ("plugins", "theme"):
        (site.root / name).unlink()
        shutil.copytree(ROOT / name, site.root / name)
    return site


@pytest.fixture(scope="module")
def preview(site: SmallSite, compiled_theme: Path) -> Iterator[Running]:
    """One preview for all tests, since each would take longer to start than for its builds."""
    with socket.create_server(("127.0.0.1", 0)) as unused:
        port = unused.getsockname()[1]
    shutil.copytree(compiled_theme, site.root / f".preview/{port}.stet/theme")
    said = site.root / "said"
    with said.open("wb") as written:
        process = subprocess.Popen(
            [sys.executable, "-m", "plugins.preview", "--port", str(port)],
            cwd=site.root,
            env={**os.environ, "SOURCE_DATE_EPOCH": BUILD_TIME, "PICTURES_CACHE": ".pictures"},
            stdout=written,
            stderr=subprocess.STDOUT,
        )
    address = f"http://127.0.0.1:{port}"
    assert comes(lambda: "Coverage of the archive" in said.read_text())
    yield Running(process, address, said)
    process.terminate()
    process.wait(timeout=PATIENCE)


@pytest.fixture(scope="module")
def content(site: SmallSite) -> dict[Path, bytes]:
    """The content that every test begins with."""
    return {path: path.read_bytes() for path in (site.root / "content").rglob("*") if path.is_file()}


@pytest.fixture
def small_site(site: SmallSite, content: dict[Path, bytes], preview: Running, tmp_path: Path) -> SmallSite:
    """The site as it was at first, and a preview that has come to show it, by a text that no other test has."""
    for path in (site.root / "content").rglob("*"):
        if path.is_file() and path not in content:
            path.unlink()
    for path, written in content.items():
        if path.read_bytes() != written:
            path.write_bytes(written)
    site.article("one", body=tmp_path.name)
    assert shows(f"{preview.address}/2023/11/one/", tmp_path.name)
    return site


@pytest.fixture
def address(preview: Running) -> str:
    return preview.address


def comes(is_so: Callable[[], bool]) -> bool:
    """Tell whether something comes to be so before patience ends."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        if is_so():
            return True
        time.sleep(0.1)
    return False


def shows(url: str, text: str, *, wanted: bool = True) -> bool:
    """Tell whether the page at `url` comes to show `text` (or no longer does) before patience ends."""
    return comes(lambda: (text in read(url)) == wanted)


def read(url: str) -> str:
    try:
        with urlopen(url) as answer:
            page: str = answer.read().decode()
    except HTTPError as error:  # a page that is not there yet
        page = error.read().decode()
    return page.replace("&nbsp;", " ")


def test_the_coverage_of_the_archive_is_named_and_follows_every_save(small_site: SmallSite, preview: Running) -> None:
    page = f"{preview.address}/coverage/"
    assert f"The preview is at {preview.address}/" in preview.said.read_text()
    assert f"\nCoverage of the archive: {page}\n" in preview.said.read_text()
    assert comes(lambda: f"\nThe agenda: {page}agenda/\n" in preview.said.read_text())

    assert shows(page, "3 of 3 public articles are shown by another")
    small_site.article("two", "status: draft")
    assert shows(page, "2 of 2 public articles are shown by another")


def test_a_save_a_mistake_and_its_mending_reach_the_page(small_site: SmallSite, address: str) -> None:
    page = f"{address}/2023/11/one/"

    small_site.article("one", body="A fresh paragraph.")
    assert shows(page, "A fresh paragraph")

    small_site.article("one", "categroy: media", body="A fresh paragraph.")
    assert shows(page, "content/articles/2023/11/one.md:8:1")
    assert shows(page, "unknown key &#x27;categroy&#x27;; ")
    assert shows(page, "A fresh paragraph")

    small_site.article("one", body="A mended paragraph.")
    assert shows(page, "A mended paragraph")
    assert shows(page, "categroy", wanted=False)


def test_a_draft_is_in_the_preview_with_its_label(small_site: SmallSite, address: str) -> None:
    small_site.write("articles/2023/11/idea.md", "---\ntitle: Only an idea\nstatus: draft\n---\nNot yet.\n")

    assert shows(f"{address}/social/", "Only an idea")


def test_a_mistake_in_a_template_is_told_and_mended(small_site: SmallSite, address: str) -> None:
    page, kicker = f"{address}/2023/11/one/", small_site.root / "theme/templates/components/kicker.html"
    good = kicker.read_text()

    kicker.write_text(good + "{% if %}")
    assert shows(page, "Expected an expression")
    kicker.write_text(good)
    assert shows(page, "Expected an expression", wanted=False)

    small_site.article("one", body="After the mistake.")
    assert shows(page, "After the mistake")


def test_an_own_template_its_mistake_and_its_mending_reach_the_page(small_site: SmallSite, address: str) -> None:
    page, source = (
        f"{address}/2023/11/one/",
        '{%% extends "!theme/article.html" %%}{%% block main %%}%s{%% endblock %%}',
    )

    small_site.write("brand/templates/article.html", source % "<p>Our own.</p>")
    assert shows(page, "<p>Our own.</p>")
    small_site.write("brand/templates/article.html", source % "{{ page.kicker.text.nothing }}")
    assert shows(page, "content/brand/templates/article.html:1:72")
    small_site.write("brand/templates/article.html", source % "{{ page.headline }}")
    assert shows(page, "content/brand/templates/article.html:1:60")
    (small_site.root / "content/brand/templates/article.html").unlink()
    assert shows(page, "has no field", wanted=False)

    assert "<p>Our own.</p>" not in read(page)


def test_a_plugin_that_has_changed_is_imported_anew(small_site: SmallSite, preview: Running) -> None:
    page, first = f"{preview.address}/2023/11/one/", preview.builder
    share = small_site.root / "plugins/share/networks.py"
    good = share.read_text()

    share.write_text(f"{good}\nraise ValueError('Changed')\n")
    assert shows(page, "Changed")
    share.write_text(good)
    assert shows(page, "Changed", wanted=False)

    assert preview.builder != first


def test_a_killed_build_process_is_followed_by_another(small_site: SmallSite, preview: Running) -> None:
    first = preview.builder
    os.kill(first, signal.SIGKILL)

    small_site.article("one", body="After the end.")
    assert shows(f"{preview.address}/2023/11/one/", "After the end")
    assert preview.builder != first


def test_what_somebody_does_to_the_output_is_put_right(small_site: SmallSite, preview: Running) -> None:
    (output_of(small_site) / "index.html").write_text("By hand")

    small_site.article("one", body="Another text.")
    assert shows(f"{preview.address}/2023/11/one/", "Another text")
    assert shows(f"{preview.address}/", "By hand", wanted=False)


def test_an_output_that_somebody_removes_is_made_again(small_site: SmallSite, preview: Running) -> None:
    shutil.rmtree(small_site.root / ".preview")

    small_site.article("one", body="Another text.")
    assert shows(f"{preview.address}/2023/11/one/", "Another text")
    assert shows(f"{preview.address}/about/", "What stands there")


def test_a_new_photograph_is_seen_as_it_is_until_it_was_developed(small_site: SmallSite, address: str) -> None:
    page = f"{address}/2023/11/one/"
    (small_site.root / "content/articles/2023/11/stall.jpg").write_bytes(photograph(Subject(8, 800, 600)))
    small_site.article("one", "picture: {file: stall.jpg, alt: A stall}")
    assert shows(page, "/pictures/stall-whole-")

    assert shows(page, "/pictures/stall-480-")
    assert shows(page, "/pictures/stall-whole-", wanted=False)
    small_site.article("one", "picture: {file: stall.jpg, alt: A stall}", body="Another text.")
    assert shows(page, "Another text")
    assert "/pictures/stall-480-" in read(page)


def test_nobody_else_builds_into_the_output_of_a_preview(small_site: SmallSite, preview: Running) -> None:
    done = small_site.build("-o", str(output_of(small_site)), settings="pelicanconf.py")

    assert done.returncode == 1
    assert "another build is writing there" in done.stdout + done.stderr


def retitle(site: SmallSite) -> None:
    site.article("one", title="Another headline", body="Step")


def rewrite(site: SmallSite) -> None:
    site.article("one", title="Another headline", body="Words of another kind. Stepping")


def add(site: SmallSite) -> None:
    site.article("four", "dont_miss: one", body="Step")


def draft(site: SmallSite) -> None:
    site.article("two", "status: draft", body="Step")


def describe(site: SmallSite) -> None:
    site.write("authors/mei.md", "---\nname: Mei Lim\nrole: Editor\nbeat: All\n---\nWrites.\n")
    site.article("three", body="Step")


STEPS: tuple[tuple[Callable[[SmallSite], None], str, str], ...] = (
    (retitle, "one", "Step"),
    (rewrite, "one", "Stepping"),
    (add, "four", "Step"),
    (draft, "two", "Step"),
    (describe, "three", "Step"),
)


def test_after_many_saves_the_output_is_that_of_a_clean_build(
    small_site: SmallSite, address: str, compiled_theme: Path
) -> None:
    for number, (edit, slug, text) in enumerate(thinned(STEPS, "saves", 3)):
        edit(small_site)
        assert shows(f"{address}/2023/11/{slug}/", text), edit.__name__
        clean = small_site.build_clean(f"clean-{number}", compiled_theme, "pelicanconf.py")
        assert contents(output_of(small_site)) == contents(clean), edit.__name__


def output_of(site: SmallSite) -> Path:
    (found,) = (path for path in (site.root / ".preview").iterdir() if path.suffix != ".stet")
    return found


def contents(folder: Path) -> dict[str, bytes]:
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}
