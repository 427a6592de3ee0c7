"""What is published: a publication that the kit builds, or as many plain pages as are wanted, written by its engine."""

import os
import time
from pathlib import Path
from random import Random
from typing import Protocol

from tests.bench import process
from tests.bench.corpus import with_new_body
from tests.bench.formats.kit import KitFormat
from tests.bench.generate import corpus, publication, seal, unseal, write
from tests.bench.subjects import CACHE, KIT
from tests.tools.small_build import build_texts

PLACE = CACHE / "publishing"
TICK = 0.1
"""Seconds that the clock of the file system may lag behind."""
PAGE_WORDS = 400
"""Words of a plain page, some 3 KB: so many pages have to fit into the memory of the server, some times over."""
TOUCHED = 9
"""Plain pages that an edit changes beside the one that it is about, as fronts and feeds would."""


class Publication(Protocol):
    """A folder as `make publish` finds it: settings in it, and what was built in `output`."""

    name: str
    """Stands for it among the results."""
    title: str
    folder: Path

    def build(self) -> None:
        """Bring the output up to date."""

    def edit(self) -> None:
        """Change something that readers see, and build."""

    def restore(self) -> None:
        """Put back what was edited."""


class Articles:
    """News from a seed, built by the kit."""

    def __init__(self, size: int) -> None:
        self.name, self.title = f"{size:07}-articles", f"{size:,} articles"
        self.folder = publication(PLACE / str(size), "kit", size)
        self._places = Random(size).sample(range(size), 100)
        self._touched: list[int] = []

    def build(self) -> None:
        process.run(KIT.command(), self.folder, self.folder / "build.log")

    def edit(self) -> None:
        number = self._places[len(self._touched)]
        self._touched.append(number)
        unseal(self.folder)
        write(self.folder, [KitFormat().article(with_new_body(corpus().story(number), corpus(), str(time.time())))])
        self.build()

    def restore(self) -> None:
        write(self.folder, [KitFormat().article(corpus().story(number)) for number in self._touched])
        seal(self.folder, "kit")


class PlainPages:
    """Pages of random words. The engine writes them and keeps its record, as it does for the kit."""

    def __init__(self, size: int) -> None:
        self.name, self.title = f"{size:07}-pages", f"{size:,} plain pages"
        self.folder = PLACE / self.name
        self._edits = 0
        self.folder.mkdir(parents=True, exist_ok=True)
        for name, target in KitFormat().links().items():
            if not (self.folder / name).is_symlink():
                (self.folder / name).symlink_to(target)
        self._texts = {_path(number): _text(number) for number in range(size)}

    def build(self) -> None:
        build_texts(self.folder / "output", self._texts)

    def edit(self) -> None:
        for number in range(TOUCHED):
            self._texts[_path(number)] = _text(number, f"{time.time()}")
        self._edits += 1
        self._texts[_path(TOUCHED + self._edits)] = _text(self._edits, f"{time.time()}")
        self.build()

    def restore(self) -> None:
        """Leave it: the next session begins with another text of some pages."""


def changed_by_edit(site: Publication) -> dict[str, int]:
    """Edit, and return the files of the output that this wrote, with their sizes."""
    os.sync()
    time.sleep(TICK)
    began = time.time() - TICK / 2
    site.edit()
    return {name: path.stat().st_size for name, path in files_of(site).items() if path.stat().st_ctime >= began}


def files_of(site: Publication) -> dict[str, Path]:
    output = site.folder / "output"
    return {path.relative_to(output).as_posix(): path for path in output.rglob("*") if path.is_file()}


def _path(number: int) -> str:
    return f"2026/{number // 1000:03}/page-{number}/index.html" if number else "index.html"


def _text(number: int, more: str = "") -> str:
    words = Random(number).choices(("news", "of", "trade", "media", "price", "market", "launch"), k=PAGE_WORDS)
    return f"<!doctype html><title>{number}</title><p>{' '.join(words)} {more}\n"
