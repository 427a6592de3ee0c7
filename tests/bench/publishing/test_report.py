"""What the page of publishing says of given figures."""

from typing import Any

import pytest

from tests.bench.publishing.__main__ import in_turn
from tests.bench.publishing.programs import KIT, PEERS
from tests.bench.publishing.report import _section


def run(cpu: float, requests: int, **others: int) -> dict[str, Any]:
    counts = {"sent": 1_000, "received": 10, "changed": 4, "changed_bytes": 900, **others}
    return {"cpu": cpu, "wall": 1.0, "peak": 50.0, "requests": requests, "methods": {"PUT": requests}, **counts}


def section(**scenarios: dict[str, list[dict[str, Any]]]) -> str:
    known = {
        "title": "10,000 articles",
        "machine": "A machine",
        "date": "",
        "files": 20,
        "bytes": 5_000_000,
        "pages": 10,
        "versions": {"kit": "abc"},
    }
    return "\n".join(_section({**known, "scenarios": scenarios}))


def test_a_row_has_the_middle_of_the_runs() -> None:
    found = section(edit={"rclone": [run(1, 5), run(3, 9), run(2, 7)]})

    row = "| one body edit | rclone | 2.00 | 1.00 | 50 | 7 | 7 PUT | 1,000 | 10 | 4 | 3 |"
    assert row in found.splitlines()


@pytest.mark.parametrize(("requests", "verdict"), [(7, "met"), (8, "missed")])
def test_counts_are_judged_by_the_worst_run(requests: int, verdict: str) -> None:
    found = section(edit={"kit": [run(1, 7), run(1, requests), run(1, 7)]})

    assert f"| one edit, requests beside those for what changed | 3 | {requests - 4} | {verdict} |" in found


@pytest.mark.parametrize(("cpu", "verdict"), [(1.9, "met"), (2.1, "missed")])
def test_times_are_judged_by_the_middle_of_the_pairs(cpu: float, verdict: str) -> None:
    kit, theirs = [run(1, 1), run(cpu, 1), run(9, 1)], [run(4, 1), run(4, 1), run(4, 1)]

    assert section(first={"kit": kit, "s5cmd": theirs}).endswith(f"| {verdict} |")


def test_every_program_begins_a_round_in_turn() -> None:
    programs = [KIT, *PEERS[:2]]

    assert [program.name for program in in_turn(programs, 2)] == ["kit", "hugo", "rclone", "hugo", "rclone", "kit"]
