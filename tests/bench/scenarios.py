"""What is measured of a subject: a build from nothing, one of nothing new, and one after each kind of edit."""

import os
import shutil
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

from tests.bench import process
from tests.bench.corpus import Story, with_new_body, with_new_title
from tests.bench.generate import FORMATS, corpus, publication, seal, unseal, write
from tests.bench.subjects import CACHE, Subject

SCENARIOS = {
    "cold": "cold",
    "unchanged": "nothing changed",
    "body": "one body edit",
    "title": "one title edit",
    "new": "one new article",
}
"""In the order in which they are measured, with the words for them."""
MOST_RUNS = 10
TICK = 0.05
"""Seconds that the clock of the file system may lag behind."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One measured build."""

    cpu: float
    wall: float
    peak: float
    files: int
    """Files of the output that it wrote."""


class Stage:
    """The publication of one subject at one size, on which builds are measured.

    What an edit writes depends on the session, so that nothing which an earlier session left can know it already.
    """

    def __init__(self, subject: Subject, size: int, session: str) -> None:
        self.subject, self.size, self.session = subject, size, session
        self.folder = publication(CACHE / str(size) / subject.name, subject.form, size)
        self.output = self.folder / subject.output
        self._command = subject.command()
        self._touched: dict[int, Path] = {}
        self._is_built = False

    def measure(self, scenario: str, number: int) -> Run:
        """Return what the build costs after the `number`th change of this kind; each is on an article of its own."""
        if scenario == "cold":
            for name in (self.subject.output, *self.subject.state):
                _remove(self.folder / name)
        else:
            self._build_first()
            self._edit(scenario, number)
        os.sync()
        time.sleep(2 * TICK)
        began = time.time() - TICK
        usage = process.run(self._command, self.folder, self._log)
        self._is_built = True
        return Run(cpu=usage.cpu, wall=usage.wall, peak=usage.peak, files=written_since(self.output, began))

    def restore(self) -> None:
        """Put every edited article back, so that the publication is again the one that its stamp names."""
        for number, path in self._touched.items():
            if number < self.size:
                self._write(corpus().story(number))
            else:
                path.unlink()
        self._touched.clear()
        seal(self.folder, self.subject.form)

    @property
    def _log(self) -> Path:
        return self.folder / "build.log"

    def _build_first(self) -> None:
        if not self._is_built:
            process.run(self._command, self.folder, self._log)
            self._is_built = True

    def _edit(self, scenario: str, number: int) -> None:
        places = Random(self.size).sample(range(self.size), 2 * MOST_RUNS)
        match scenario:
            case "body":
                self._write(with_new_body(corpus().story(places[number]), corpus(), self.session))
            case "title":
                self._write(with_new_title(corpus().story(places[MOST_RUNS + number]), corpus(), self.session))
            case "new":
                self._write(with_new_body(corpus().story(self.size + number), corpus(), self.session))

    def _write(self, story: Story) -> None:
        unseal(self.folder)
        file = FORMATS[self.subject.form].article(story)
        write(self.folder, [file])
        self._touched[story.head.number] = self.folder / file.path


def written_since(output: Path, moment: float) -> int:
    """Return how many files below `output` were written, linked or renamed since `moment`, seconds since 1970."""
    return sum(path.stat().st_ctime >= moment for path in _files(output))


def made(output: Path) -> dict[str, int]:
    """Return how many pages and feeds stand below `output`."""
    kinds = Counter(path.suffix for path in _files(output) if path.suffix != ".xml" or _is_feed(path))
    return {"pages": kinds[".html"], "feeds": kinds[".xml"]}


def _is_feed(path: Path) -> bool:
    with path.open("rb") as file:
        return b"<feed" in file.read(200)


def _files(output: Path) -> Iterator[Path]:
    return (path for path in output.rglob("*") if path.is_file())


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)
