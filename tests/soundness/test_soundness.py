"""Incremental builds equal clean ones, whatever is edited; and this test can fail."""

import os
from time import monotonic

from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.soundness.builds import Done
from tests.soundness.edits import EditedPublication
from tests.soundness.warm import WarmBuilds
from tests.tools.preload import preload

MINUTES = float(os.environ.get("SOAK_MINUTES", "0"))
"""How long `make soak` goes on; without it the same few sequences of edits are tried, in a minute or so."""

SOME = settings(
    max_examples=10 if MINUTES else 6,
    stateful_step_count=40 if MINUTES else 14,
    derandomize=not MINUTES,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=(Phase.generate,),
)


def edit_at_random(machine: type[EditedPublication]) -> None:
    """Run sequences of edits, until the minutes are over if there are any."""
    preload()
    end = monotonic() + 60 * MINUTES / 2  # there are two tests
    run_state_machine_as_test(machine, settings=SOME)
    while monotonic() < end:
        run_state_machine_as_test(machine, settings=SOME)


def test_after_any_edits_the_output_is_that_of_a_clean_build() -> None:
    edit_at_random(EditedPublication)


class WatchedPublication(EditedPublication):
    """The same with one process that makes all builds but the clean ones."""

    builds: WarmBuilds | None = None

    def build(self) -> Done:
        self.builds = self.builds or WarmBuilds(self.publication, self.output)
        return self.builds.build()

    def teardown(self) -> None:
        if self.builds:
            self.builds.close()
        super().teardown()


def test_the_same_holds_for_builds_by_one_process() -> None:
    edit_at_random(WatchedPublication)
