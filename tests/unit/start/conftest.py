"""Small repositories: a kit with a file or two in each of its places."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from plugins.start import demonstration
from plugins.start.git import Git

KIT: Mapping[str, str] = {
    "CHANGELOG.md": "# Changelog\n\n## Unreleased\n\n- First.\n",
    "pyproject.toml": '[project]\nname = "kit"\nversion = "0.1.0"\n',
    "README.md": "The kit.\n",
    "pelicanconf.py": 'SITEURL = "https://kit.example"\n',
    "publishconf.py": "from pelicanconf import *\n",
    "plugins/one.py": "a = 1\nb = 2\nc = 3\nd = 4\ne = 5\n",
    "plugins/two.py": "TWO = 2\n",
    "theme/card.html": "<p>card</p>\n",
    "content/articles/sample.md": "Sample.\n",
    "content/pages/about.md": "About the kit.\n",
    ".gitignore": "/.start/\n/.start.partial/\n/published/\n",
}


def write(folder: Path, files: Mapping[str, str | None]) -> None:
    """Write files, by path; None removes one."""
    for name, text in files.items():
        path = folder / name
        if text is None:
            path.unlink()
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")


def commit(folder: Path, files: Mapping[str, str | None], subject: str = "Change") -> Git:
    """Write files and commit them."""
    write(folder, files)
    git = Git(folder)
    git.says("add", "--all")
    git.commit(subject)
    return git


@pytest.fixture(autouse=True)
def nobody(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Let git know nobody and nothing of this machine."""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", "/dev/null")


@pytest.fixture
def kit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A kit in a repository, whose demonstration is as it came."""
    folder = tmp_path / "kit"
    folder.mkdir()
    Git(folder).says("init", "--quiet", "--initial-branch=main")
    commit(folder, KIT, "Begin")
    digest = tmp_path / "digest"
    digest.write_text(demonstration.demonstration_digest(folder))
    monkeypatch.setattr(demonstration, "DIGEST_FILE", digest)
    return folder
