"""Shared by all tests: the seed of a run, its division over workers, and the shipped publication, built once."""

import gc
import os
import secrets
import subprocess
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis.configuration import set_hypothesis_home_dir

from tests.tools.commands import Commands, running_commands
from tests.tools.cpu import CpuReport
from tests.tools.fast_folder import fast_folder
from tests.tools.quick import QuickTests
from tests.tools.workers import FileScheduling, made_once, order_of

ROOT = Path(__file__).parents[1]

_MOVED = ROOT / "tests" / "demonstration"
DEMONSTRATION = _MOVED if _MOVED.is_dir() else ROOT
"""Folder with the content and the settings of the demonstration: in a publication that was started, out of its way."""

SEED = int(os.environ.setdefault("TEST_SEED", str(secrets.randbelow(1_000_000))))
"""Chance of this run, of every random test; another one in every run unless the environment names it."""

SOAK_MINUTES = float(os.environ.get("SOAK_MINUTES", "0"))
"""Length of `make soak`, which tries all that `make test` thins; 0 in `make test`."""

QUICK = QuickTests(ROOT, SEED)

BUILD_TIME = "1795417200"
"""2026-11-23 07:00 UTC, as SOURCE_DATE_EPOCH: the shipped promos and embargoes stand still, whenever the tests run."""

os.environ.setdefault("PICTURES_CACHE", str(ROOT / ".cache" / "test-pictures"))
"""One folder for all the builds of the tests: each picture is developed once, and not again in the next run."""

if memory := fast_folder():
    os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(memory))  # the parent of `tmp_path`, by pytest's own name for it

set_hypothesis_home_dir(ROOT / ".cache" / "hypothesis")
# The machine may be busy: a slow example is no wrong one.
settings.register_profile("kit", deadline=None, max_examples=40)
settings.register_profile("soak", deadline=None, max_examples=1000)
settings.load_profile("soak" if SOAK_MINUTES else "kit")


@pytest.hookimpl(tryfirst=True)
def pytest_configure(config: pytest.Config) -> None:
    if config.option.hypothesis_seed is None:
        config.option.hypothesis_seed = str(SEED)
    config.pluginmanager.register(CpuReport(with_the_living=config.option.durations is not None))


def pytest_xdist_auto_num_workers(config: pytest.Config) -> int | None:
    """Return one worker more than there are cores: while one waits for a server or the disk, another works.

    With `-n logical`, as for `make check`, there is one for each core.
    """
    return None if config.option.numprocesses == "logical" else (os.cpu_count() or 1) + 1


def pytest_report_header() -> str:
    return f"TEST_SEED={SEED}"


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, exitstatus: int) -> None:
    if exitstatus:
        terminalreporter.line(f"Random tests had TEST_SEED={SEED}; to repeat: make test TEST_SEED={SEED} ARGS=…")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--quick", action="store_true", help="a part of the tests, which the seed of the run chooses")


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Leave out files of tests; None leaves the decision to pytest."""
    return True if config.getoption("--quick") and QUICK.leaves_out(collection_path) else None


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if config.getoption("--quick"):
        chosen = QUICK.few_cases(item.nodeid for item in items)
        config.hook.pytest_deselected(items=[item for item in items if item.nodeid not in chosen])
        items[:] = [item for item in items if item.nodeid in chosen]
    items.sort(key=lambda item: order_of(item.nodeid))


def pytest_collection_finish() -> None:
    """Spare the thousands of collected tests every later look for garbage, which builds ask for too."""
    gc.collect()
    gc.freeze()


def pytest_xdist_make_scheduler(config: pytest.Config, log: object) -> FileScheduling:
    return FileScheduling(config, log)


@pytest.fixture(scope="session")
def shipped_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Output of a production build of this repository; what the engine remembers of it lies beside it."""
    return made_once(tmp_path_factory, "production", partial(build_into, settings_file="publishconf.py")) / "output"


@pytest.fixture(scope="session")
def preview_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Output of a preview build of this repository, with drafts and embargoed articles."""
    return made_once(tmp_path_factory, "preview", partial(build_into, settings_file="pelicanconf.py")) / "output"


@pytest.fixture(scope="session")
def commands() -> Iterator[Commands]:
    """A process that runs commands of the kit in forks of itself."""
    with running_commands() as started:
        yield started


def build_into(folder: Path, settings_file: str) -> None:
    build(folder / "output", settings_file)


def build(output: Path, settings_file: str, **environment: str) -> Path:
    """Build the demonstration into `output` with a real Pelican, and return `output`.

    A folder that was built into before is brought up to date; a clean build needs one of its own. `environment` is
    added to the variables that the build gets.
    """
    pelican = [sys.executable, "-m", "pelican", "content", "--fatal=errors"]
    done = subprocess.run(
        [*pelican, "-s", settings_file, "-o", output],
        check=False,
        cwd=DEMONSTRATION,
        env={**os.environ, "SOURCE_DATE_EPOCH": BUILD_TIME, "COLUMNS": "1000", **environment},
        capture_output=True,
        text=True,
    )
    if done.returncode:
        pytest.fail(f"the build with {settings_file} failed:\n{done.stdout}{done.stderr}", pytrace=False)
    return output
