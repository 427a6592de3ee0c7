"""The figures to reach, and what was measured of each."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from tests.bench.results import Results

EDITS = ("body", "title", "new")


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """One figure to reach at one size."""

    what: str
    limit: float
    unit: str
    value: float | None
    """None as long as it was not measured."""
    is_floor: bool = False
    """Whether the value is to be `limit` at least, not at most."""

    @property
    def is_met(self) -> bool:
        return self.value is not None and (self.value >= self.limit if self.is_floor else self.value <= self.limit)


def targets(size: int, results: Mapping[int, Results]) -> list[Target]:
    """Return the targets for archives of `size` articles; most sizes have none."""
    makers: dict[int, Callable[[Mapping[int, Results]], Iterator[Target]]] = {
        100: _small,
        10_000: _large,
        100_000: _largest,
    }
    return list(makers[size](results)) if size in makers else []


def _small(results: Mapping[int, Results]) -> Iterator[Target]:
    yield from _seconds(results[100], "cold", 1.5)
    for scenario in EDITS:
        yield from _seconds(results[100], scenario, 0.6)


def _large(results: Mapping[int, Results]) -> Iterator[Target]:
    own = results[10_000]
    yield from _seconds(own, "body", 1.0)
    yield _times(own, "body", "hugo", "cpu", 25, "body edit, Hugo's CPU time over ours")
    yield _times(
        own, "body", "pelican-cache", "cpu", 60, "body edit, CPU time of Pelican with its reader cache over ours"
    )
    yield from _seconds(own, "unchanged", 0.8)
    yield from _seconds(own, "title", 1.2)
    yield _times(own, "cold", "hugo", "wall", 1, "cold, Hugo's wall time over ours")
    yield _times(own, "cold", "pelican-plugins", "wall", 4, "cold, wall time of Pelican with plugins over ours")
    measured = own.measured("cold", "kit")
    yield Target(what="peak memory of any process", limit=400, unit="MB", value=own.peak("kit") if measured else None)


def _largest(results: Mapping[int, Results]) -> Iterator[Target]:
    own, tenth = results[100_000], results.get(10_000)
    is_known = tenth and tenth.measured("cold", "kit") and own.measured("cold", "kit")
    ratio = own.median("cold", "kit", "cpu") / tenth.median("cold", "kit", "cpu") if tenth and is_known else None
    yield Target(what="cold, CPU time over that of 10,000 articles", limit=11, unit="times", value=ratio)
    edits = [scenario for scenario in EDITS if own.measured(scenario, "kit")]
    for scenario in edits:
        yield Target(what=f"{scenario} edit, CPU", limit=5, unit="s", value=own.median(scenario, "kit", "cpu"))
    peaks = [peak for scenario in edits for peak in own.values(scenario, "kit", "peak")]
    yield Target(what="edits, peak memory of any process", limit=1500, unit="MB", value=max(peaks, default=None))


def _seconds(results: Results, scenario: str, limit: float) -> Iterator[Target]:
    names = {"cold": "cold", "unchanged": "nothing changed", "new": "new article"}
    for what, label in (("cpu", "CPU"), ("wall", "wall")):
        value = results.median(scenario, "kit", what) if results.measured(scenario, "kit") else None
        name = names.get(scenario, f"{scenario} edit")
        yield Target(what=f"{name}, {label}", limit=limit, unit="s", value=value)


def _times(results: Results, scenario: str, other: str, what: str, limit: float, label: str) -> Target:
    is_known = results.measured(scenario, "kit") and results.measured(scenario, other)
    value = results.ratio(scenario, "kit", other, what) if is_known else None
    return Target(what=label, limit=limit, unit="times", value=value, is_floor=True)
