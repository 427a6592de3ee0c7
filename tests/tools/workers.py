"""Division of a run over the processes of pytest-xdist: long files first, one worker a server, one build for all."""

import fcntl
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from xdist.scheduler import LoadScopeScheduling
from xdist.workermanage import WorkerController

FIRST = ("tests/soundness/", "tests/publish/", "tests/site/", "tests/browser/", "tests/theme/", "tests/architecture/")
"""Folders in the order of their run; the many short files come last, so that all workers end at about the same time."""
ONE_TEST_A_SHARE = ("tests/soundness/test_soundness.py", "tests/soundness/test_mutations.py")
"""Files of few and long tests, each of which may run in any worker."""
ONE_SERVER = {
    "tests/publish/bucket/test_command.py": "S3",
    "tests/publish/bucket/test_stores.py": "S3",
    "tests/publish/cdn/test_cloudfront.py": "S3",
}
"""Files whose tests use one server, so that it starts in one worker."""


class FileScheduling(LoadScopeScheduling):
    """Gives a worker one file after another, in the order of the run."""

    def __init__(self, config: pytest.Config, log: object) -> None:
        config.option.loadscopereorder = False
        super().__init__(config, log)  # type: ignore[arg-type]  # xdist's own class of logs, passed through

    def _split_scope(self, nodeid: str) -> str:
        if nodeid.startswith(ONE_TEST_A_SHARE):
            return nodeid
        file = nodeid.partition("::")[0]
        return ONE_SERVER.get(file, file)

    def mark_test_complete(self, node: WorkerController, item_index: int, duration: float = 0) -> None:
        """Note the end of a test, and forget its file with the last one.

        The class above counts the tests that a worker has yet to run after each report, those of all files that were
        ever given to it: 10,000 tests with 30,000 reports.
        """
        super().mark_test_complete(node, item_index, duration)
        given = self.assigned_work[node]
        scope = self._split_scope(self.registered_collections[node][item_index])
        if all(given[scope].values()):
            del given[scope]


def order_of(nodeid: str) -> tuple[int, bool]:
    """Return the place of a test in the run: its folder's, and after those of the same server."""
    folder = next((number for number, start in enumerate(FIRST) if nodeid.startswith(start)), len(FIRST))
    return folder, nodeid.partition("::")[0] not in ONE_SERVER


def made_once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], None]) -> Path:
    """Return a folder that the first worker to ask for it has filled with `make`; the others wait for that."""
    base = factory.getbasetemp()
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    folder, is_made = shared / name, shared / f"{name}.made"
    with (shared / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not is_made.exists():
            folder.mkdir()
            make(folder)
            is_made.touch()
    return folder
