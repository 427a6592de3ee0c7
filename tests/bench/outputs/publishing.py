"""What a publish of the publication asks of a bucket, and sends to it, in one variant."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.bench.outputs.stage import SCENARIOS, OutputsStage
from tests.bench.publishing.programs import KIT
from tests.bench.publishing.stage import Run, staged

PUBLISHED = ("fresh", "correction", "new")
"""Edits whose publish is measured, once each: requests and bytes are exact."""
TABLE = "| | | files changed | requests | of which | KB up |\n|---|---|--:|--:|---|--:|"


@dataclass(frozen=True, slots=True)
class VariantSite:
    """The publication as a publish finds it, built already."""

    name: str
    title: str
    folder: Path

    def build(self) -> None:
        """Leave it: it is up to date."""

    def edit(self) -> None:
        """Leave it: the stage edits."""

    def restore(self) -> None:
        """Leave it: the stage puts back what it has edited."""


def publish_rows(stage: OutputsStage, number: int) -> Iterator[str]:
    """Yield a row for a first upload, and one for the `number`th edit of each kind."""
    title = stage.subject.title
    with staged(VariantSite(stage.subject.name, title, stage.folder)) as bucket:
        yield _row("first upload", title, bucket.first(KIT))
        for scenario in PUBLISHED:
            changed = stage.measured(scenario, number).changed
            yield _row(SCENARIOS[scenario], title, bucket.publish(KIT, dict(changed)))


def _row(what: str, title: str, run: Run) -> str:
    methods = ", ".join(f"{count:,} {method}" for method, count in sorted(run.methods.items()))
    return f"| {what} | {title} | {run.changed:,} | {run.requests:,} | {methods} | {run.sent / 1000:,.0f} |"
