"""`python -m tests.bench.outputs SIZE`: measures what outputs for machines cost, into docs/benchmarks-outputs.md.

One publication is built with and without sitemaps, robots.txt, formats of feeds beyond Atom, archives and partner
feeds, in turn, so that a noisy minute meets all of them.
"""

import argparse
import os
import sys
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

from tests.bench.machine import machine
from tests.bench.outputs.publishing import TABLE, publish_rows
from tests.bench.outputs.report import HEAD, INTRODUCTION, kinds, rows
from tests.bench.outputs.stage import SCENARIOS, Measured, OutputsStage, now_for
from tests.bench.outputs.variants import VARIANTS, Variant
from tests.bench.scenarios import MOST_RUNS
from tests.bench.subjects import CACHE
from tests.conftest import ROOT

PAGE = ROOT / "docs" / "benchmarks-outputs.md"
SHOWN = "as it comes"
PICTURES = CACHE / "outputs" / "pictures"


def measure(stages: Sequence[OutputsStage], scenario: str, runs: int) -> Iterator[list[Measured]]:
    """Yield round by round what each stage took; every other round goes through them backwards."""
    for number in range(runs):
        order = stages if number % 2 else tuple(reversed(stages))
        found = {stage.subject.name: stage.measured(scenario, number) for stage in order}
        for stage in stages:
            one = found[stage.subject.name]
            print(
                f"{stage.size:>7,}  {stage.subject.title:<28}{SCENARIOS[scenario]:<38}{one.run.cpu:8.2f} CPU s",
                flush=True,
            )
        yield [found[stage.subject.name] for stage in stages]


def measure_size(size: int, variants: Sequence[Variant], arguments: argparse.Namespace) -> Iterator[str]:
    """Yield the lines of the page on one size."""
    os.environ.update(SOURCE_DATE_EPOCH=str(now_for(size)), PICTURES_CACHE=str(PICTURES))
    session = datetime.now(UTC).isoformat(timespec="seconds")
    stages = [OutputsStage(variant, size, session) for variant in variants]
    stages[0].draw_cards(arguments.runs + 1)
    try:
        yield from _builds(stages, arguments)
        if arguments.publish:
            yield from ("", TABLE)
            for stage in stages:
                yield from publish_rows(stage, arguments.runs)
    finally:
        for stage in stages:
            stage.restore()


def _builds(stages: Sequence[OutputsStage], arguments: argparse.Namespace) -> Iterator[str]:
    titles, examples = [stage.subject.title for stage in stages], []
    shown = titles.index(SHOWN) if SHOWN in titles else 0
    yield from (f"## {stages[0].size:,} articles", "", HEAD)
    for scenario in arguments.scenarios:
        rounds = list(measure(stages, scenario, arguments.cold if scenario == "cold" else arguments.runs))
        yield from rows(scenario, titles, rounds)
        if scenario not in ("cold", "unchanged"):
            examples.append(f"- {SCENARIOS[scenario]}: {kinds(rounds[0][shown].changed)}")
    yield from ("", f"What the first edit of each kind wrote, {titles[shown]}:", "", *examples)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.outputs", description=__doc__)
    parser.add_argument("sizes", nargs="*", type=int, default=[1_000], help="articles in the archive")
    parser.add_argument("--runs", type=int, default=5, choices=range(1, MOST_RUNS), help="of each edit")
    parser.add_argument("--cold", type=int, default=3, choices=range(1, MOST_RUNS + 1), help="runs of the cold build")
    parser.add_argument("--scenarios", nargs="*", choices=list(SCENARIOS), default=list(SCENARIOS))
    parser.add_argument("--beside", type=Path, help="another checkout of the kit, which comes before the variants")
    parser.add_argument("--only", nargs="*", choices=[variant.name for variant in VARIANTS], help="variants to build")
    parser.add_argument("--publish", action=argparse.BooleanOptionalAction, default=True, help="publish as well")
    parser.add_argument("--out", type=Path, default=PAGE)
    return parser.parse_args()


def main() -> int:
    """Measure, write the page, and return the exit status."""
    arguments = _arguments()
    variants = [one for one in VARIANTS if not arguments.only or one.name in arguments.only]
    if arguments.beside:
        other = Variant(name="beside", title="the other checkout", checkout=arguments.beside.resolve())
        variants.insert(0, other)
    lines: list[str] = []
    for size in arguments.sizes:
        lines += [*measure_size(size, variants, arguments), ""]
    text = INTRODUCTION + "\n".join(lines) + f"\n{machine()}.\n"
    arguments.out.write_text(text, encoding="utf-8")
    print("\n".join(lines))
    return 0


if __name__ == "__main__":
    sys.exit(main())
