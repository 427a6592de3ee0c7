"""Writes docs/benchmarks-publishing.md from what was measured, a section a size.

A section whose size has no results here, because another machine measured it, stays as it stands.
"""

import re
import statistics
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from tests.bench.publishing.programs import KIT, PROGRAMS
from tests.bench.publishing.stage import SCENARIOS, known_names, load
from tests.conftest import ROOT

PAGE = ROOT / "docs" / "benchmarks-publishing.md"
SECTION = re.compile(r"^## ([\d,]+ (?:articles|plain pages))\n.*?(?=^## |\Z)", re.MULTILINE | re.DOTALL)
INTRODUCTION = """# Benchmarks of publishing

What it costs to bring a build into a bucket, beside other programs. `make bench-publishing` measures it and writes this
page; `tests/bench/publishing` has the commands.

- The publication is that of [benchmarks.md](benchmarks.md), built by the kit. All programs publish the same output
  folder, each to a bucket of its own. The build itself is not in the figures.
- "Plain pages" are pages of 3 KB, written by the kit's engine without Pelican: for numbers of objects that would take
  the build long and the server much memory. An edit changes ten of them.
- The store is moto's S3 on the same machine, with a log in front of it: requests and bytes of bodies are exact. It runs
  on the processor that the programs run on, and no network lies between them, so wall times say little.
- CPU is the user and system time of the program and of all processes that it started, from start to end: for Lowdown
  with the start of Python, the guards, the journal, the archive of releases and the look at the public pages. Memory is
  that of the largest process. A figure is the median of several runs. Programs run in turn; a comparison is the median
  over the pairs.
- An edit is another one in every round: a sentence more in an article's text, and a build. Every program then publishes
  it. "Changed" is how many files of the output the edit changed.
- The kit leaves files alone that come out the same, with their times. That is what lets s5cmd, which goes by size and
  time, send no more than the others here; after a build that writes every file anew it would send every file.
- Where it is not about a first upload, the peers' buckets are filled beforehand without them. Lowdown's is not: it has
  published the state before itself. In the end every bucket is held against the output by digests.
- Counts are judged by the worst run. The first release after a large first upload may need some requests more, once: it
  removes the layers of state that were folded while that went on.
- The peers are called as they come, without headers by path; Lowdown sets type and lifetime of every object.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """One figure to reach."""

    what: str
    limit: float
    unit: str
    value: float

    @property
    def verdict(self) -> str:
        return "met" if self.value <= self.limit else "missed"


def write_page() -> None:
    old = PAGE.read_text(encoding="utf-8") if PAGE.is_file() else ""
    sections = {found[1]: found[0].rstrip() for found in SECTION.finditer(old)}
    for results in map(load, known_names()):
        sections[results["title"]] = "\n".join(_section(results))
    ordered = sorted(sections, key=lambda title: int(title.partition(" ")[0].replace(",", "")))
    parts = [INTRODUCTION.rstrip(), "\n".join(_commands()), *(sections[title] for title in ordered)]
    PAGE.write_text("\n\n".join(parts) + "\n", encoding="utf-8")


def _commands() -> Iterator[str]:
    yield "## Commands\n"
    yield "`make bench-publishing SIZE=10000` measures one size, in articles, `PAGES=100000` so many plain pages;"
    yield '`RUNS=5`, `PROGRAMS="kit hugo"` and `SCENARIOS="unchanged edit"` narrow it down.\n'
    yield "| program | command |\n|---|---|"
    yield from (f"| {program.title} | `{program.shown}` |" for program in PROGRAMS.values())


def _section(results: dict[str, Any]) -> Iterator[str]:
    yield f"## {results['title']}\n"
    known = [f"{PROGRAMS[name].title} {version}" for name, version in results["versions"].items()]
    dated = f"; {results['date']}" if results["date"] else ""
    yield f"{results['machine']}; {', '.join(known)}{dated}."
    yield f"{results['files']:,} files of {results['bytes'] / 1e6:,.0f} MB, of them {results['pages']:,} pages.\n"
    yield "| | | CPU s | wall s | peak MB | requests | of which | bytes up | bytes down | changed | runs |"
    yield "|---|---|--:|--:|--:|--:|---|--:|--:|--:|--:|"
    for scenario, words in SCENARIOS.items():
        for name in PROGRAMS:
            if runs := results["scenarios"].get(scenario, {}).get(name):
                yield _row(words, PROGRAMS[name].title, runs)
    if targets := list(_targets(results)):
        yield "\n| target | at most | measured | |\n|---|--:|--:|---|"
        yield from map(_aim, targets)


def _aim(target: Target) -> str:
    limit, value = (f"{_figure(number)} {target.unit}".strip() for number in (target.limit, target.value))
    return f"| {target.what} | {limit} | {value} | {target.verdict} |"


def _figure(number: float) -> str:
    return f"{number:,.0f}" if number >= 100 else f"{number:.3g}"


def _row(words: str, title: str, runs: list[dict[str, Any]]) -> str:
    def median(what: str) -> float:
        return statistics.median(float(run[what]) for run in runs)

    middle = sorted(runs, key=lambda run: run["requests"])[len(runs) // 2]
    methods = ", ".join(f"{count:,} {method}" for method, count in sorted(middle["methods"].items()))
    return (
        f"| {words} | {title} | {median('cpu'):.2f} | {median('wall'):.2f} | {median('peak'):,.0f} "
        f"| {median('requests'):,.0f} | {methods} | {median('sent'):,.0f} | {median('received'):,.0f} "
        f"| {median('changed'):,.0f} | {len(runs)} |"
    )


def _targets(results: dict[str, Any]) -> Iterator[Target]:
    """Yield what was to be reached, where it was measured: for counts the worst run, for times the middle one."""
    own = {scenario: programs[KIT.name] for scenario, programs in results["scenarios"].items() if KIT.name in programs}
    if "unchanged" in own:
        yield _worst("nothing changed, requests", 1, "", own["unchanged"], lambda run: run["requests"])
    if "edit" in own:
        edits = own["edit"]
        yield _worst("one edit, requests beside those for what changed", 3, "", edits, _beside)
        yield _worst("one edit, bytes up beside what changed", 20_000, "bytes", edits, _bytes_beside)
        if results["title"].startswith("10,000 articles"):
            middle = statistics.median(run["cpu"] for run in edits)
            yield Target(what="one edit, CPU of the whole process", limit=0.5, unit="s", value=middle)
            yield from _of_peers(results, "edit", "one edit", {"hugo": 0.25})
    if "first" in own:
        yield from _of_peers(results, "first", "first upload", {"s5cmd": 0.5, "rclone": 0.5})


def _worst(what: str, limit: float, unit: str, runs: list[dict[str, Any]], of: Callable[[Any], float]) -> Target:
    return Target(what=what, limit=limit, unit=unit, value=max(map(of, runs)))


def _beside(run: dict[str, Any]) -> float:
    return float(run["requests"]) - float(run["changed"])


def _bytes_beside(run: dict[str, Any]) -> float:
    return float(run["sent"]) - float(run["changed_bytes"])


def _of_peers(results: dict[str, Any], scenario: str, words: str, limits: dict[str, float]) -> Iterator[Target]:
    measured = results["scenarios"][scenario]
    for name, limit in limits.items():
        if name in measured:
            pairs = zip(measured[KIT.name], measured[name], strict=False)
            share = statistics.median(own["cpu"] / theirs["cpu"] for own, theirs in pairs)
            what = f"{words}, CPU as a share of that of {PROGRAMS[name].title}"
            yield Target(what=what, limit=limit, unit="", value=share)
