import os
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from plugins.stet.state.database import Database

LONG_AGO = 1_600_000_000_000_000_000
"""A time in nanoseconds at which all was settled."""


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    opened = Database(tmp_path / "build.sqlite", b"code")
    yield opened
    opened.close()


def in_a_child(work: Callable[[], object]) -> int:
    """Do some work in a forked process, and return its exit code: 0 if nothing was raised, minus the signal's number
    if it was ended by one.
    """
    child = os.fork()
    if child == 0:
        code = 1
        try:
            work()
            code = 0
        except BaseException:
            traceback.print_exc()
        finally:
            os._exit(code)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def is_running(process: int) -> bool:
    """Tell whether a process runs; one that has ended and waits for its parent does not."""
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    stat = Path(f"/proc/{process}/stat")
    return not stat.exists() or stat.read_text().rpartition(")")[2].split()[0] != "Z"


def write(root: Path, files: dict[str, str]) -> Path:
    """Write files below a folder, and return it."""
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    return root
