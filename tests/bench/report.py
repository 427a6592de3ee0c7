"""Writes docs/benchmarks.md from what was measured, a section a size.

A section whose size has no results here, because another machine measured it, stays as it stands.
"""

import re
from collections.abc import Iterator, Mapping

from tests.bench.results import Results, known_sizes, load
from tests.bench.scenarios import SCENARIOS
from tests.bench.subjects import SUBJECTS
from tests.bench.targets import Target, targets
from tests.conftest import ROOT

PAGE = ROOT / "docs" / "benchmarks.md"
SECTION = re.compile(r"^## ([\d,]+) articles\n.*?(?=^## |\Z)", re.MULTILINE | re.DOTALL)
INTRODUCTION = """# Benchmarks

What a build costs, by size of the archive and beside other generators. `make bench` measures it and writes this page;
`tests/bench` has the corpus, the peers and the commands.

- The corpus is news from a seed: some 550 words an article, 12 sections, 60 authors, up to 2,000 tags of which few are
  common, pictures, links from article to article. Every block of the publication is on; a front has 20 articles.
- A figure is the median of several runs. Subjects run in turn, so that a noisy minute meets all of them; a comparison
  is the median over the pairs.
- CPU is the user and system time of the command and of every process that it started. Memory is that of its largest
  process. Files are those of the output that were written.
- Every run is a process from disk: nothing stays between two runs but files. An edit is another one in every run: a
  sentence more in an article's text, another headline, an article more.
- "Cold" begins without output and without anything that an earlier run left.
- Peers get the same articles and make the same pages and feeds, with themes of our own that have the kit's blocks and
  styles. Hugo has its own related articles, by tags and keywords. Pelican has the plugins related posts, share post,
  sitemap and neighbours; with its reader cache it has no plugins, so its pages lack what these bring.
- These peers build every page at every run. What changed makes no difference to them, so they are measured cold and
  after a body edit.
"""


def write_page() -> None:
    old = PAGE.read_text(encoding="utf-8") if PAGE.is_file() else ""
    sections = {int(found[1].replace(",", "")): found[0].rstrip() for found in SECTION.finditer(old)}
    results = {size: load(size) for size in known_sizes()}
    for size in results:
        sections[size] = "\n".join(_section(size, results))
    parts = [INTRODUCTION.rstrip(), "\n".join(_commands()), *(sections[size] for size in sorted(sections))]
    PAGE.write_text("\n\n".join(parts) + "\n", encoding="utf-8")


def _commands() -> Iterator[str]:
    yield "## Commands\n"
    yield '`make bench SIZE=10000` measures one size, `SIZE="100 1000"` several; `RUNS=5`, `PEERS="hugo"` and'
    yield '`SCENARIOS="cold body"` narrow it down. This runs in `.cache/bench/<size>/<subject>/`:\n'
    yield "| subject | command | removed before a cold build |\n|---|---|---|"
    for subject in SUBJECTS.values():
        removed = ", ".join(f"`{name}`" for name in (subject.output, *subject.state))
        yield f"| {subject.title} | `{subject.shown_command}` | {removed} |"


def _section(size: int, results: Mapping[int, Results]) -> Iterator[str]:
    own = results[size]
    yield f"## {size:,} articles\n"
    versions = ", ".join(f"{name} {version}" for name, version in sorted(own.data["versions"].items()))
    yield f"{own.data.get('machine', '')}{'; ' + versions if versions else ''}{_dated(own)}.\n"
    yield "| | | CPU s | wall s | peak MB | files | runs |\n|---|---|--:|--:|--:|--:|--:|"
    for scenario, words in SCENARIOS.items():
        for name, subject in SUBJECTS.items():
            if own.measured(scenario, name):
                yield _row(own, scenario, name, words, subject.title)
    counts = [
        f"{SUBJECTS[name].title} {made['pages']:,} and {made['feeds']:,}" for name, made in own.data["made"].items()
    ]
    yield f"\nPages and feeds made: {'; '.join(counts)}."
    if aims := targets(size, results):
        yield "\n| target | at most or at least | measured | |\n|---|--:|--:|---|"
        yield from map(_aim, aims)


def _dated(results: Results) -> str:
    return f"; {results.data['date']}" if results.data.get("date") else ""


def _row(results: Results, scenario: str, subject: str, words: str, title: str) -> str:
    cpu, wall, peak, files = (results.median(scenario, subject, what) for what in ("cpu", "wall", "peak", "files"))
    runs = len(results.values(scenario, subject, "cpu"))
    return f"| {words} | {title} | {cpu:.2f} | {wall:.2f} | {peak:,.0f} | {files:,.0f} | {runs} |"


def _aim(target: Target) -> str:
    sign = "≥" if target.is_floor else "≤"
    value = "" if target.value is None else f"{target.value:,.{0 if target.unit == 'MB' else 2}f} {target.unit}"
    verdict = "not measured" if target.value is None else "met" if target.is_met else "**missed**"
    return f"| {target.what} | {sign} {target.limit:g} {target.unit} | {value} | {verdict} |"
