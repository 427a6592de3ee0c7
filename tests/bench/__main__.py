"""`python -m tests.bench`: measures builds at one or more sizes and writes docs/benchmarks.md."""

import argparse
import sys
from collections.abc import Sequence
from datetime import UTC, datetime

from tests.bench.machine import machine
from tests.bench.process import FailedError
from tests.bench.report import PAGE, write_page
from tests.bench.results import Results, load
from tests.bench.scenarios import MOST_RUNS, SCENARIOS, Run, Stage, made
from tests.bench.subjects import KIT, PEERS, Subject
from tests.conftest import ROOT

SIZES = (100, 1_000, 10_000)
PEERS_AT = 10_000
"""The size at which peers are measured unless they are asked for by name."""
ENOUGH = ((10.0, 5), (60.0, 3))
"""Runs of a build that takes up to so many seconds; one that takes longer runs once."""


def wanted(first: Run) -> int:
    """Return how many runs there are, given the first: more of those that are short."""
    return next((runs for seconds, runs in ENOUGH if first.wall < seconds), 1)


def measure(scenario: str, stages: Sequence[Stage], most: int) -> dict[str, list[Run]]:
    """Return the runs of every stage's subject, which ran in turn: the first of each, then the second of each."""
    found: dict[str, list[Run]] = {stage.subject.name: [] for stage in stages}
    for number in range(most or MOST_RUNS):
        for stage in stages:
            runs = found[stage.subject.name]
            if number == 0 or number < (most or wanted(runs[0])):
                runs.append(stage.measure(scenario, number))
                _tell(stage, scenario, runs[-1])
    return found


def measure_size(size: int, subjects: Sequence[Subject], scenarios: Sequence[str], most: int, date: str) -> Results:
    results = load(size)
    session = datetime.now(UTC).isoformat(timespec="seconds")
    results.data.update(machine=machine(), date=date)
    stages = [Stage(subject, size, session) for subject in subjects]
    try:
        for scenario in scenarios:
            running = [stage for stage in stages if scenario in stage.subject.scenarios]
            for name, runs in measure(scenario, running, most).items():
                results.add(scenario, name, session, runs)
            if scenario == "cold":  # later there are new articles
                results.data["made"].update({stage.subject.name: made(stage.output) for stage in stages})
    finally:
        for stage in stages:
            stage.restore()
    for subject in subjects:
        results.data["versions"].update(subject.found_versions())
    results.save()
    return results


def _tell(stage: Stage, scenario: str, run: Run) -> None:
    print(
        f"{stage.size:>7,}  {stage.subject.name:<16}{SCENARIOS[scenario]:<16}"
        f"{run.cpu:8.2f} CPU s {run.wall:8.2f} s {run.peak:7,.0f} MB {run.files:7,} files",
        flush=True,
    )


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("sizes", nargs="*", type=int, default=SIZES, help="articles in the archive")
    parser.add_argument("--runs", type=int, default=0, choices=range(MOST_RUNS + 1), help="instead of by duration")
    parser.add_argument("--peers", nargs="*", choices=["all", *(peer.name for peer in PEERS)])
    parser.add_argument("--scenarios", nargs="*", choices=list(SCENARIOS), default=list(SCENARIOS))
    parser.add_argument("--date", default="", help="to stand beside the figures")
    return parser.parse_args()


def main() -> int:
    """Measure, write the page, and return the exit status."""
    arguments = _arguments()
    for size in arguments.sizes:
        names = arguments.peers if arguments.peers is not None else ["all"] if size == PEERS_AT else []
        subjects = [KIT, *(peer for peer in PEERS if peer.name in names or "all" in names)]
        scenarios = [name for name in SCENARIOS if name in arguments.scenarios]
        try:
            results = measure_size(size, subjects, scenarios, arguments.runs, arguments.date)
        except FailedError as error:
            print(error, file=sys.stderr)
            return 1
        for name, counts in results.data["made"].items():
            print(f"{size:>7,}  {name:<16}{counts['pages']:,} pages, {counts['feeds']:,} feeds")
    write_page()
    print(f"Written to {PAGE.relative_to(ROOT)}.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
