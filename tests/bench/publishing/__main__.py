"""`python -m tests.bench.publishing`: measures publishing to a bucket, and writes docs/benchmarks-publishing.md."""

import argparse
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict

from tests.bench.machine import machine
from tests.bench.process import FailedError
from tests.bench.publishing.programs import PROGRAMS, Program
from tests.bench.publishing.report import PAGE, write_page
from tests.bench.publishing.sites import Articles, PlainPages, Publication, changed_by_edit, files_of
from tests.bench.publishing.stage import SCENARIOS, Run, Stage, WrongError, load, save, staged
from tests.conftest import ROOT

SIZES = (470, 10_000)
"""Articles, unless something else is asked for: 470 make some two thousand files."""
FIRST_UP_TO = 1_000
"""Articles of which the first upload is measured too, unless something else is asked for."""
RUNS = 7


def in_turn(programs: Sequence[Program], runs: int) -> Iterator[Program]:
    """Yield every program so many times, in rounds that begin with another one each."""
    for number in range(runs):
        start = number % len(programs)
        yield from (*programs[start:], *programs[:start])


def measure(stage: Stage, scenario: str, programs: Sequence[Program], runs: int) -> dict[str, list[Run]]:
    """Return the runs of every program; the same number of two programs are a pair."""
    found: dict[str, list[Run]] = {program.name: [] for program in programs}
    changed: dict[str, int] = {}
    for number, program in enumerate(in_turn(programs, runs)):
        if scenario == "edit" and number % len(programs) == 0:
            changed = changed_by_edit(stage.site)
        run = stage.first(program) if scenario == "first" else stage.publish(program, changed)
        found[program.name].append(run)
        _tell(program, scenario, run)
    for program in programs:
        stage.check(program)
    return found


def measure_site(
    site: Publication, scenarios: Sequence[str], programs: Sequence[Program], runs: int, date: str
) -> None:
    results = load(site.name)
    with staged(site) as stage:
        sizes = {name: path.stat().st_size for name, path in files_of(site).items()}
        results.update(machine=machine(), date=date, title=site.title, files=len(sizes), bytes=sum(sizes.values()))
        results["pages"] = sum(name.endswith(".html") for name in sizes)
        print(f"{site.title}, {len(sizes):,} files", flush=True)
        if scenarios[0] != "first":
            _prepare(stage, programs)
        for number, scenario in enumerate(scenarios):
            if number and scenarios[number - 1] == "first":
                _prepare(stage, programs)
            for name, measured in measure(stage, scenario, programs, runs).items():
                results["scenarios"].setdefault(scenario, {})[name] = [asdict(run) for run in measured]
                results["versions"][name] = PROGRAMS[name].version()
            save(site.name, results)


def _prepare(stage: Stage, programs: Sequence[Program]) -> None:
    for program in programs:
        stage.prepare(program)


def _tell(program: Program, scenario: str, run: Run) -> None:
    methods = ", ".join(f"{count:,} {method}" for method, count in sorted(run.methods.items()))
    print(
        f"  {program.title:<12}{SCENARIOS[scenario]:<16}{run.cpu:7.2f} CPU s {run.wall:7.2f} s {run.peak:6,.0f} MB "
        f"{run.sent:>11,} bytes up; {run.changed} changed; {methods}",
        flush=True,
    )


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.publishing", description=__doc__)
    parser.add_argument(
        "--size", nargs="*", type=int, help=f"articles in the archive; {SIZES} if there is no other word"
    )
    parser.add_argument("--pages", nargs="*", type=int, default=[], help="plain pages that are published instead")
    parser.add_argument("--scenarios", nargs="*", choices=list(SCENARIOS), help="instead of those that go with a size")
    parser.add_argument("--programs", nargs="*", choices=list(PROGRAMS), default=list(PROGRAMS))
    parser.add_argument("--runs", type=int, default=RUNS)
    parser.add_argument("--date", default="", help="to stand beside the figures")
    return parser.parse_args()


def main() -> int:
    """Measure, write the page, and return the exit status."""
    arguments = _arguments()
    programs = [PROGRAMS[name] for name in arguments.programs]
    articles = SIZES if arguments.size is None and not arguments.pages else arguments.size or []
    asked: list[tuple[int, Callable[[int], Publication]]] = [(size, Articles) for size in articles]
    asked += [(size, PlainPages) for size in arguments.pages]
    for size, make in asked:
        usual = list(SCENARIOS) if size <= FIRST_UP_TO else ["unchanged", "edit"]
        scenarios = [name for name in SCENARIOS if name in (arguments.scenarios or usual)]
        try:
            measure_site(make(size), scenarios, programs, arguments.runs, arguments.date)
        except (FailedError, WrongError) as error:
            print(error, file=sys.stderr)
            return 1
    write_page()
    print(f"Written to {PAGE.relative_to(ROOT)}.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
