"""The page of figures: medians, pairs, targets, and the sections of sizes that were measured elsewhere."""

from pathlib import Path

import pytest

from tests.bench import report, results
from tests.bench.scenarios import Run
from tests.bench.targets import targets


@pytest.fixture
def page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the page is written, without any results."""
    monkeypatch.setattr(results, "FOLDER", tmp_path / "results")
    monkeypatch.setattr(report, "PAGE", tmp_path / "benchmarks.md")
    return tmp_path / "benchmarks.md"


def runs(*seconds: float) -> list[Run]:
    return [Run(cpu=cpu, wall=cpu, peak=100, files=1) for cpu in seconds]


def save(size: int, scenario: str, **subjects: list[Run]) -> results.Results:
    found = results.load(size)
    for name, measured in subjects.items():
        found.add(scenario, name.replace("_", "-"), "now", measured)
    found.save()
    return found


@pytest.mark.usefixtures("page")
def test_a_comparison_is_the_median_of_the_pairs() -> None:
    found = save(10_000, "body", kit=runs(1, 2, 4), hugo=runs(30, 40, 120))

    assert found.ratio("body", "kit", "hugo", "cpu") == 30


@pytest.mark.usefixtures("page")
def test_a_target_that_was_not_measured_is_not_met() -> None:
    found = save(10_000, "body", kit=runs(0.5))

    met = {target.what: target.is_met for target in targets(10_000, {10_000: found})}

    assert met["body edit, CPU"]
    assert not met["body edit, Hugo's CPU time over ours"]


@pytest.mark.usefixtures("page")
def test_what_is_measured_again_replaces_only_itself() -> None:
    save(100, "cold", kit=runs(3), hugo=runs(5))
    save(100, "cold", kit=runs(2))

    found = results.load(100)
    assert (found.median("cold", "kit", "cpu"), found.median("cold", "hugo", "cpu")) == (2, 5)


def test_sections_of_other_sizes_stay(page: Path) -> None:
    page.write_text("# Old\n\n## Commands\n\nOld.\n\n## 100,000 articles\n\nElsewhere.\n\n## 100 articles\n\nOld.\n")
    save(100, "cold", kit=runs(1.25))

    report.write_page()

    written = page.read_text(encoding="utf-8")
    assert [line for line in written.splitlines() if line.startswith("## ")] == [
        "## Commands",
        "## 100 articles",
        "## 100,000 articles",
    ]
    assert "Elsewhere." in written
    assert "| cold | Lowdown | 1.25 | 1.25 | 100 | 1 | 1 |" in written
    assert "Old." not in written
