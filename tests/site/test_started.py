"""Publications that were started: built at once in any language, and brought to the next release."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from xml.etree import ElementTree

import pytest

from plugins.newsroom.words.catalogues import languages
from plugins.start.git import Git
from plugins.start.versions import Version, version_of
from tests.conftest import BUILD_TIME, DEMONSTRATION, ROOT
from tests.tools.chance import thinned
from tests.tools.kit_copies import begin_kit, commit_all, copy_bytecode, copy_present, release_present

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(DEMONSTRATION != ROOT, reason="this checkout is a publication that was started already"),
]

NAME = 'Ledger & "Söhne"'
LATER = "99.0.0"


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run Python in a publication, with the plugins that lie there."""
    environment = {**os.environ, "SOURCE_DATE_EPOCH": BUILD_TIME, "COLUMNS": "1000"}
    environment.pop("PYTHONPATH", None)
    command = [sys.executable, *arguments]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)


def start(folder: Path, lang: str) -> None:
    done = run(folder, "-m", "plugins.start", "--name", NAME, "--locale", lang, "--zone", "Asia/Jakarta")
    assert done.returncode == 0, done.stderr


def build(folder: Path) -> None:
    done = run(folder, "-m", "pelican", "content", "-s", "publishconf.py", "--fatal=errors")
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("lang", thinned(languages(), "started", 16))
def test_a_publication_builds_as_it_was_started(tmp_path: Path, lang: str) -> None:
    copy_present(tmp_path)
    copy_bytecode(tmp_path)

    start(tmp_path, lang)

    checked = run(tmp_path, "-m", "plugins.desk", "check")
    build(tmp_path)
    assert checked.returncode == 0, checked.stderr
    output = tmp_path / "output"
    assert re.search(rf'<html[^>]* lang="?{lang}\b', (output / "index.html").read_text(), re.I)
    assert not list(output.glob("2*/"))
    assert all(ElementTree.parse(feed) for feed in output.rglob("feed.xml"))
    found = {path.relative_to(output).as_posix() for path in output.rglob("index.html")}
    assert {f"{page}/index.html" for page in ("about", "contact", "corrections", "privacy", "archive")} <= found
    assert all(path.isascii() for path in found)
    new = run(tmp_path, "-m", "plugins.desk", "new", "Первая")
    assert new.stdout.strip().endswith("pervaia.md")


def test_a_demonstration_whose_articles_were_deleted_by_hand_builds(tmp_path: Path) -> None:
    copy_present(tmp_path)
    copy_bytecode(tmp_path)
    shutil.rmtree(tmp_path / "content/articles")

    build(tmp_path)

    assert "<h1" in (tmp_path / "output/index.html").read_text()


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a kit and a publication, made once, of which each test gets a copy."""
    folder = tmp_path_factory.mktemp("begun")
    begin_kit(folder / "kit")
    begin_publication(folder / "publication", folder / "kit")
    return folder


@pytest.fixture
def kit(begun: Path, tmp_path: Path) -> Path:
    """A repository with the last release of the kit."""
    return Path(shutil.copytree(begun / "kit", tmp_path / "kit", symlinks=True))


@pytest.fixture
def publication(begun: Path, kit: Path, tmp_path: Path) -> Path:
    """A publication that was started at that release, and edited as people do."""
    folder = Path(shutil.copytree(begun / "publication", tmp_path / "publication", symlinks=True))
    Git(folder).says("remote", "set-url", "kit", str(kit))
    return folder


def begin_publication(folder: Path, kit: Path) -> None:
    Git(kit).says("clone", "--quiet", ".", str(folder))
    copy_bytecode(folder)
    start(folder, "id")
    settings = folder / "pelicanconf.py"
    settings.write_text(re.sub("(?m)^SITESUBTITLE.*", 'SITESUBTITLE = "Kabar pagi"', settings.read_text()))
    edits: Mapping[str, str] = {
        "pelicanconf.py": f'{settings.read_text()}SHARE = {{"networks": ["whatsapp", "x"]}}\n',
        "content/articles/2026/11/satu.md": "---\ntitle: Satu\ndate: 2026-11-20 09:00\ncategory: berita\n"
        "authors: [newsroom]\nsummary: Kalimat yang cukup panjang untuk berdiri di bawah judul.\n---\nTeks.\n",
        "content/pages/about.md": "---\ntitle: Tentang\nsummary: Siapa kami.\n---\nKami.\n",
        "content/brand/icon.svg": '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">'
        '<path d="M0 0h9v9z"/></svg>\n',
        "content/brand/brand.css": ".home { padding-block-start: 2rem; }\n",
        "README.md": "Ours.\n",
    }
    for path, text in edits.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    commit_all(folder, "Ours")


def own(folder: Path) -> dict[str, bytes]:
    paths = [folder / "pelicanconf.py", folder / "publishconf.py", folder / "README.md", *folder.glob("content/**/*")]
    return {str(path.relative_to(folder)): path.read_bytes() for path in paths if path.is_file()}


def update(folder: Path, half: str) -> subprocess.CompletedProcess[str]:
    return run(folder, "-m", "plugins.start.update_kit", half)


def test_a_publication_of_the_last_release_comes_to_the_present_one_and_builds(kit: Path, publication: Path) -> None:
    before = own(publication)
    release_present(kit, LATER)

    halves = [update(publication, half) for half in ("begin", "finish")]

    assert [(half.returncode, half.stderr) for half in halves] == [(0, ""), (0, "")]
    assert own(publication) == before
    assert version_of(publication) == Version.parse(LATER)
    assert "- Tried." in halves[1].stdout
    assert (publication / "tests/demonstration/content/articles/2023/11/one-more-sample.md").is_file()
    assert Git(publication).changes() == []
    copy_bytecode(publication)
    build(publication)
    assert (publication / "output/2026/11/satu/index.html").is_file()


def test_conflicts_are_told_and_the_way_back_leads_to_where_one_was(kit: Path, publication: Path) -> None:
    edited = publication / "theme/templates/base.html"
    edited.write_text(f"{{# ours #}}\n{edited.read_text()}")
    commit_all(publication, "Ours")
    head = Git(publication).says("rev-parse", "HEAD^{tree}")
    release_present(kit, LATER)
    theirs = kit / "theme/templates/base.html"
    theirs.write_text(f"{{# theirs #}}\n{theirs.read_text()}")
    commit_all(kit, "Theirs")
    Git(kit).says("tag", "v99.1.0")

    said = update(publication, "begin")
    Git(publication).says("reset", "--merge")

    assert said.returncode == 1
    assert "  theme/templates/base.html\n" in said.stderr
    assert "git reset --merge" in said.stderr
    assert Git(publication).changes() == []
    assert Git(publication).says("write-tree") == head
