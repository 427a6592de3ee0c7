"""`python -m tests.bench.related SIZE`: measures what the choice of related articles costs, beside everything else.

An archive of synthetic articles of 600 words goes through the ranking as a build has it go: terms from text, an engine
on disk, a process for every run. CPU seconds of that process, one thread; what it takes to start and to import is said
apart. "Unchanged" and the edits begin with what the run before has kept.
"""

import argparse
import json
import pickle
import resource
import shutil
import sqlite3
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random
from typing import NamedTuple

from plugins.newsroom.language.terms import terms
from plugins.related.chooser import Chooser
from plugins.related.picker import RelatedCandidate
from plugins.related.settings import RelatedSettings
from plugins.stet.engine import Engine
from tests.bench.corpus import SEED
from tests.bench.generate import corpus
from tests.bench.machine import machine
from tests.bench.prose import plain_text
from tests.conftest import ROOT

PLACE = ROOT / ".cache" / "bench-related"
WORDS = 600
EDITS = ("typo", "sentence", "title", "added", "removed")
LIMITS = {10_000: {"cold": 12.0, "edit": 0.15}, 100_000: {"edit": 0.5}}
"""CPU seconds to stay below."""


class Text(NamedTuple):
    """What the ranking reads of an article."""

    title: str
    summary: str
    body: str


class Archive:
    """Articles by slug, in memory: what a build would have read."""

    def __init__(self, size: int) -> None:
        self.texts: dict[str, Text] = {}
        self.candidates: dict[str, RelatedCandidate] = {}
        for number in range(size):
            self.add(number)

    def add(self, number: int) -> None:
        story, words = corpus().story(number), corpus().vocabulary
        random = Random(f"{SEED}/{number}/related")
        body = ""
        while body.count(" ") < WORDS:
            body += plain_text(random, words, story.head.topic, 1) + " "
        self.put(
            RelatedCandidate(
                slug=story.head.slug,
                date=int(story.head.date.timestamp()),
                category=story.head.section,
                tags=story.tags,
                authors=story.authors,
                is_offered=True,
                is_sponsored=story.is_sponsored,
                related=(),
                dont_miss=None,
                has_mark=False,
                story=story.head.slug,
                terms_digest=b"",
            ),
            Text(story.head.title, story.summary, body),
        )

    def put(self, candidate: RelatedCandidate, text: Text) -> None:
        self.texts[candidate.slug] = text
        self.candidates[candidate.slug] = candidate._replace(terms_digest=f"{hash(text)}".encode())


class Edits:
    """Changes one article at random, another one each time."""

    def __init__(self, archive: Archive) -> None:
        self._archive, self._random = archive, Random(SEED)
        self._next = len(archive.texts)

    def make(self, kind: str) -> tuple[str, ...]:
        """Return the slugs of the articles that have changed."""
        archive, random = self._archive, self._random
        if kind == "added":
            before = set(archive.texts)
            archive.add(self._next)
            self._next += 1
            return tuple(archive.texts.keys() - before)
        slug = random.choice(sorted(archive.texts))
        if kind == "removed":
            del archive.texts[slug], archive.candidates[slug]
            return ()
        text, words = archive.texts[slug], corpus().vocabulary
        topic = random.randrange(len(words.topics))
        if kind == "title":
            text = text._replace(title=plain_text(random, words, topic, 1)[:90])
        elif kind == "sentence":
            text = text._replace(body=text.body + plain_text(random, words, topic, 1))
        else:
            found = text.body.split()
            place = random.randrange(len(found))
            found[place] = found[place][:-1] + random.choice("abcdefgh")
            text = text._replace(body=" ".join(found))
        archive.put(archive.candidates[slug], text)
        return (slug,)


class Store:
    """The archive as the runs find it: candidates in one file, terms in another, as a build has them."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.folder, self._candidates = folder, folder / "candidates.pickle"
        self._database = sqlite3.connect(folder / "terms.sqlite", isolation_level=None)
        self._database.execute("CREATE TABLE IF NOT EXISTS terms (slug TEXT PRIMARY KEY, terms BLOB)")

    def write(self, candidates: Sequence[RelatedCandidate], found: dict[str, bytes]) -> None:
        self._candidates.write_bytes(pickle.dumps(candidates))
        self._database.execute("BEGIN")
        self._database.executemany("INSERT OR REPLACE INTO terms VALUES (?, ?)", found.items())
        self._database.execute("COMMIT")

    def candidates(self) -> Sequence[RelatedCandidate]:
        found: Sequence[RelatedCandidate] = pickle.loads(self._candidates.read_bytes())
        return found

    def terms(self, slug: str) -> bytes:
        found: bytes = self._database.execute("SELECT terms FROM terms WHERE slug = ?", [slug]).fetchone()[0]
        return found


def run_once(folder: Path) -> dict[str, float]:
    """Choose once, from what the run before has kept, and return what it took."""
    store = Store(folder)
    candidates = store.candidates()
    engine = Engine(folder / "output", b"bench")
    engine.spread.processes = 1
    start = time.process_time()
    chooser = Chooser(engine.shelf("related"), RelatedSettings(), engine.spread)
    chooser.choose_all(candidates, store.terms)
    engine.keep_sources()
    choosing = time.process_time() - start
    engine.close()
    return {
        "cpu": choosing,
        "rescored": chooser.stats.rescored,
        "chosen": chooser.stats.chosen,
        "peak": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }


def run(folder: Path) -> dict[str, float]:
    """Do that in a process of its own, whose imports are done before the clock starts."""
    command = [sys.executable, "-m", "tests.bench.related", "--run", str(folder)]
    done = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
    found: dict[str, float] = json.loads(done.stdout)
    return found


def measure(size: int, runs: int) -> Iterator[tuple[str, Sequence[dict[str, float]]]]:
    """Yield what each kind of run took, run by run."""
    folder = PLACE / str(size)
    shutil.rmtree(folder, ignore_errors=True)
    archive, store = Archive(size), Store(folder)
    start = time.process_time()
    found = {slug: terms(*text) for slug, text in archive.texts.items()}
    yield "terms of all", [{"cpu": time.process_time() - start}]
    store.write(list(archive.candidates.values()), found)
    yield "choice for all", [run(folder)]
    yield "unchanged", [run(folder) for _ in range(runs)]
    edits = Edits(archive)
    for kind in EDITS:
        results = []
        for _ in range(runs):
            changed = edits.make(kind)
            start = time.process_time()
            found = {slug: terms(*archive.texts[slug]) for slug in changed}
            more = time.process_time() - start
            store.write(list(archive.candidates.values()), found)
            result = run(folder)
            results.append(result | {"cpu": result["cpu"] + more})
        yield kind, results


def main() -> int:
    """Print the figures of an archive as Markdown; return the exit status."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.related", description=__doc__)
    parser.add_argument("size", type=int, nargs="?", default=10_000, help="articles in the archive")
    parser.add_argument("--runs", type=int, default=9)
    parser.add_argument("--run", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.run:
        import plugins.related.keeping.ranking_run  # noqa: F401 - imports are not what is measured

        print(json.dumps(run_once(options.run)))
        return 0
    print(f"{options.size:,} articles. {machine()}\n")
    print("| | CPU s | at most | compared | chosen | peak MB |\n|---|--:|--:|--:|--:|--:|")
    for what, results in measure(options.size, options.runs):
        cells = [_middle(results, "cpu", ".3f"), f"{max(each['cpu'] for each in results):.3f}"]
        cells += [_middle(results, key, ",.0f") for key in ("rescored", "chosen", "peak")]
        print(f"| {what} | {' | '.join(cells)} |", flush=True)
    return 0


def _middle(results: Sequence[dict[str, float]], key: str, form: str) -> str:
    return format(statistics.median(each[key] for each in results), form) if key in results[0] else ""


if __name__ == "__main__":
    sys.exit(main())
