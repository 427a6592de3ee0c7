"""Copies of the kit as repositories of their own: releases to start at and to update to, apart from this checkout."""

import io
import re
import shutil
import subprocess
import tarfile
from pathlib import Path

from plugins.start.git import Git
from plugins.start.versions import Version, version_in, version_of
from tests.conftest import ROOT

_RELEASE = re.compile(r"^(\w+) release: \d+\.\d+\.\d+$", re.MULTILINE)
_NOT_COPIED = shutil.ignore_patterns(
    *(".git", ".venv", ".cache", ".pictures", ".preview", ".releases", "output", "output.stet", "published"),
    *("__pycache__", ".hypothesis", ".mypy_cache", ".ruff_cache", "site-packages"),
)


def last_release() -> str | None:
    """Return the commit of the last release in this checkout's history, by tag or else by subject; None without one."""
    git = Git(ROOT)
    if not git.is_there:
        return None
    if git.tells("describe", "--tags", "--match", "v[0-9]*", "--abbrev=0"):
        return git.says("describe", "--tags", "--match", "v[0-9]*", "--abbrev=0")
    found = _RELEASE.search(git.says("log", "--format=%H %s"))
    return found[1] if found else None


def begin_kit(folder: Path) -> Version:
    """Make a repository whose one commit is the last release, tagged; return its version.

    Where this checkout has no history with a release, it is the present state under its own version.
    """
    commit = last_release()
    if commit:
        done = subprocess.run(["git", "archive", commit], cwd=ROOT, check=True, capture_output=True)
        with tarfile.open(fileobj=io.BytesIO(done.stdout)) as archive:
            archive.extractall(folder, filter="data")
        version = version_in(Git(ROOT).says("show", f"{commit}:pyproject.toml"))
    else:
        copy_present(folder)
        version = version_of(folder)
    Git(folder).says("init", "--quiet", "--initial-branch=main")
    commit_all(folder, "Begin")
    Git(folder).tag(version.tag, "A release")
    return version


def copy_present(folder: Path) -> None:
    """Put the kit as it is in this checkout, committed or not, into a folder that may hold an older one."""
    for path in folder.iterdir() if folder.is_dir() else ():
        if path.name != ".git":
            shutil.rmtree(path) if path.is_dir() else path.unlink()
    shutil.copytree(ROOT, folder, symlinks=True, ignore=_NOT_COPIED, dirs_exist_ok=True)


def copy_bytecode(folder: Path) -> None:
    """Put the bytecode of the plugins here beside those of a copy, which would take 4 CPU s to compile its own.

    It is that of `make`, which Python holds against the source before it uses it.
    """
    for cache in (ROOT / "plugins").rglob("__pycache__"):
        if (package := folder / cache.parent.relative_to(ROOT)).is_dir():
            shutil.copytree(cache, package / cache.name, dirs_exist_ok=True)


def release_present(folder: Path, version: str) -> None:
    """Commit the present kit into a repository as release `version`, with a sample that no publication wants."""
    copy_present(folder)
    (folder / "content/articles/2023/11/one-more-sample.md").write_text(
        "---\ntitle: One more sample\ndate: 2023-11-20 09:00\ncategory: media\nauthors: [newsroom]\n---\nText.\n"
    )
    _replace(folder / "pyproject.toml", r'^version = ".*"$', f'version = "{version}"')
    _replace(folder / "CHANGELOG.md", r"^## Unreleased$", f"## Unreleased\n\n## {version} (2026-12-01)\n\n- Tried.")
    commit_all(folder, f"release: {version}")
    Git(folder).tag(f"v{version}", "A release")


def commit_all(folder: Path, subject: str) -> None:
    git = Git(folder)
    git.says("add", "--all")
    git.commit(subject)


def _replace(file: Path, pattern: str, text: str) -> None:
    file.write_text(re.sub(pattern, text, file.read_text(encoding="utf-8"), count=1, flags=re.MULTILINE))
