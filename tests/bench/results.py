"""Keeps what was measured, a file a size, so that a run replaces what it measured anew and nothing else."""

import json
import statistics
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from tests.bench.scenarios import Run
from tests.bench.subjects import CACHE

FOLDER = CACHE / "results"


@dataclass(frozen=True)
class Results:
    """Everything that is known of one size."""

    size: int
    data: dict[str, Any]

    def add(self, scenario: str, subject: str, session: str, runs: list[Run]) -> None:
        entry = {"session": session, "runs": [asdict(run) for run in runs]}
        self.data["scenarios"].setdefault(scenario, {})[subject] = entry

    def measured(self, scenario: str, subject: str) -> bool:
        return subject in self.data["scenarios"].get(scenario, {})

    def values(self, scenario: str, subject: str, what: str) -> list[float]:
        """Return what every run has cost; `what` is a field of `Run`."""
        return [run[what] for run in self.data["scenarios"][scenario][subject]["runs"]]

    def median(self, scenario: str, subject: str, what: str) -> float:
        return statistics.median(self.values(scenario, subject, what))

    def ratio(self, scenario: str, subject: str, other: str, what: str) -> float:
        """Return how many times as much `other` takes: the median of the pairs, which ran one after the other.

        Where the two were measured at different times, there are no pairs, and it is the ratio of the medians.
        """
        entries = self.data["scenarios"][scenario]
        if entries[subject]["session"] != entries[other]["session"]:
            return self.median(scenario, other, what) / self.median(scenario, subject, what)
        pairs = zip(self.values(scenario, subject, what), self.values(scenario, other, what), strict=False)
        return statistics.median(theirs / own for own, theirs in pairs)

    def peak(self, subject: str) -> float:
        """Return the largest process of all runs of all scenarios, in MB."""
        scenarios = [name for name, entries in self.data["scenarios"].items() if subject in entries]
        return max(max(self.values(name, subject, "peak")) for name in scenarios)

    def save(self) -> None:
        FOLDER.mkdir(parents=True, exist_ok=True)
        _file(self.size).write_text(json.dumps(self.data, indent=1), encoding="utf-8")


def load(size: int) -> Results:
    """Return what is known of `size`, which may be nothing yet."""
    path = _file(size)
    known = json.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}
    return Results(size, {"scenarios": {}, "made": {}, "versions": {}, **known})


def known_sizes() -> list[int]:
    return sorted(int(path.stem) for path in FOLDER.glob("*.json"))


def _file(size: int) -> Path:
    return FOLDER / f"{size}.json"
