"""What all tests share: the shipped publication, built once in production and once as the preview."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis.configuration import set_hypothesis_home_dir

ROOT = Path(__file__).parents[1]

BUILD_TIME = "1795417200"
"""2026-11-23 07:00 UTC, as SOURCE_DATE_EPOCH: the shipped promos and embargoes stand still, whenever the tests run."""

set_hypothesis_home_dir(ROOT / ".cache" / "hypothesis")
# The machine may be busy: a slow example is no wrong one. `HYPOTHESIS_PROFILE=search make test` tries other examples
# at every run; without it every run tries the same ones.
settings.register_profile("kit", deadline=None, derandomize=True)
settings.register_profile("search", deadline=None, max_examples=1000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "kit"))


@pytest.fixture(scope="session")
def shipped_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Output of a production build of this repository; what the engine remembers of it lies beside it."""
    return build(tmp_path_factory.mktemp("production") / "output", "publishconf.py")


@pytest.fixture(scope="session")
def preview_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Output of a preview build of this repository, with drafts and embargoed articles."""
    return build(tmp_path_factory.mktemp("preview") / "output", "pelicanconf.py")


def build(output: Path, settings_file: str, **environment: str) -> Path:
    """Build the repository's publication into `output` with a real Pelican, and return `output`.

    A folder that was built into before is brought up to date; a clean build needs one of its own. `environment` is
    added to the variables that the build gets.
    """
    pelican = [sys.executable, "-m", "pelican", "content", "--fatal=errors"]
    done = subprocess.run(
        [*pelican, "-s", settings_file, "-o", output],
        check=False,
        cwd=ROOT,
        env={**os.environ, "SOURCE_DATE_EPOCH": BUILD_TIME, "COLUMNS": "1000", **environment},
        capture_output=True,
        text=True,
    )
    if done.returncode:
        pytest.fail(f"the build with {settings_file} failed:\n{done.stdout}{done.stderr}", pytrace=False)
    return output
