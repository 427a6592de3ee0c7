"""A small publication of one's own: this repository's settings, plugins and theme over other content."""

import runpy
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.conftest import BUILD_TIME, DEMONSTRATION
from tests.tools.commands import Commands
from tests.tools.workers import made_once

FOOTER = runpy.run_path(str(DEMONSTRATION / "pelicanconf.py"))["PAGES"]["footer"]
"""Pages that the repository's settings name, so that any publication with these settings has them."""

HEADER = """---
title: {title}
date: 2023-11-01 09:00
category: social
authors: [mei]
tags: [Video]
summary: Something happened that is worth a sentence of its own.
{extra}---
{body}
"""


@dataclass(frozen=True)
class SmallSite:
    """A publication in a folder of its own."""

    root: Path
    commands: Commands

    @property
    def output(self) -> Path:
        return self.root / "output"

    def write(self, path: str, text: str) -> None:
        target = self.root / "content" / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")

    def article(self, slug: str, extra: str = "", body: str = "One.\n\nTwo.\n\nThree.", title: str = "") -> None:
        lines = "".join(f"{line.strip()}\n" for line in extra.splitlines() if line.strip())
        text = HEADER.format(title=title or slug.capitalize(), extra=lines, body=body)
        self.write(f"articles/2023/11/{slug}.md", text)

    def build(
        self, *extra: str, at: str = BUILD_TIME, settings: str = "publishconf.py"
    ) -> subprocess.CompletedProcess[str]:
        """Run Pelican on it at `at` (seconds since 1970)."""
        return self.run("-m", "pelican", "content", "-s", settings, "--fatal=errors", *extra, at=at)

    def build_clean(self, name: str, theme: Path, settings: str = "publishconf.py") -> Path:
        """Build into a folder that has nothing of other builds but compiled templates, and return it."""
        shutil.copytree(theme, self.root / f"{name}.stet/theme")
        done = self.build("-o", name, settings=settings)
        assert done.returncode == 0, done.stderr
        return self.root / name

    def run(self, *arguments: str, at: str = BUILD_TIME) -> subprocess.CompletedProcess[str]:
        """Run Python in it."""
        return self.commands.run(arguments, self.root, SOURCE_DATE_EPOCH=at, COLUMNS="1000")

    def page(self, path: str) -> str:
        return (self.output / path).read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def compiled_theme(tmp_path_factory: pytest.TempPathFactory, commands: Commands) -> Path:
    """Templates as builds of any small site compile them, and keep them by the digests of their sources."""

    def make(folder: Path) -> None:
        site = write_small_site(folder, commands)
        done = site.build(settings="pelicanconf.py")
        assert done.returncode == 0, done.stderr

    return made_once(tmp_path_factory, "small", make) / "output.stet/theme"


@pytest.fixture
def small_site(tmp_path: Path, commands: Commands, compiled_theme: Path) -> SmallSite:
    """A publication with two categories, an author, three articles and the pages of the footer."""
    shutil.copytree(compiled_theme, tmp_path / "output.stet/theme")
    return write_small_site(tmp_path, commands)


def write_small_site(root: Path, commands: Commands) -> SmallSite:
    for name in ("plugins", "theme", "pelicanconf.py", "publishconf.py"):
        (root / name).symlink_to(DEMONSTRATION / name)
    site = SmallSite(root, commands)
    for order, name in enumerate(("Social", "Media"), 1):
        site.write(
            f"categories/{name.lower()}.md",
            f"---\nname: {name}\norder: {order}\ncolour: teal\n"
            f"summary: All about {name} and what it does to us.\n---\nText.\n",
        )
    site.write("authors/mei.md", "---\nname: Mei Tan\nrole: Editor\nbeat: Everything\n---\nWrites.\n")
    for slug in FOOTER:
        site.write(f"pages/{slug}.md", f"---\ntitle: {slug.capitalize()}\nsummary: What stands there.\n---\nText.\n")
    for slug in ("one", "two", "three"):
        site.article(slug)
    return site
