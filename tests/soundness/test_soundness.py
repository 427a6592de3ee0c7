"""Builds after any edits equal clean ones: random sequences of edits, for a fixed budget of CPU time."""

import os
import shutil
from pathlib import Path
from random import Random
from time import monotonic

import pytest

from tests.conftest import SEED, SOAK_MINUTES
from tests.soundness.compared import ComparedBuilds
from tests.soundness.edits import EDITS
from tests.soundness.picture_edits import lay_pictures
from tests.tools.cpu import spent
from tests.tools.preload import preload

SHARES = 3
"""Parts of the budget, each of which any worker takes."""
BUDGET = 4.0
"""CPU seconds of a share; an edit, built in three ways, takes about 0.5."""
STEPS = 40 if SOAK_MINUTES else 14
"""Edits of one publication; the next sequence begins with another."""


@pytest.mark.parametrize("share", range(SHARES))
def test_after_any_edits_builds_equal_a_clean_one(share: int, tmp_path: Path) -> None:
    preload()
    workers = int(os.environ.get("PYTEST_XDIST_WORKER_COUNT", "1"))
    deadline, budget = monotonic() + 60 * SOAK_MINUTES * workers / SHARES, spent() + BUDGET
    number = 0
    while number == 0 or (monotonic() < deadline if SOAK_MINUTES else spent() < budget):
        edit_at_random(tmp_path / "sequence", f"{SEED} {share} {number}", budget)
        number += 1


def edit_at_random(folder: Path, seed: str, budget: float) -> None:
    """Make a publication, and edit it until its steps or the budget are at an end."""
    folder.mkdir()
    builds, chance, done = ComparedBuilds(folder), Random(seed), []
    try:
        lay_pictures(builds)
        builds.check()
        for _ in range(STEPS):
            edit = chance.choice(EDITS)
            done.append(edit.__name__)
            edit(builds, chance)
            builds.check()
            if not SOAK_MINUTES and spent() > budget:
                break
    except AssertionError as error:
        raise AssertionError(f"after {', '.join(done)} (chance {seed!r}): {error}") from error
    finally:
        builds.close()
    shutil.rmtree(folder)
