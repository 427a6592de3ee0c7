import os
import signal
import sys
import time
from pathlib import Path

import pytest

from plugins.stet.die_with_parent import die_with_parent
from tests.unit.stet.conftest import in_a_child, is_running

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere a child has to notice for itself")


def test_a_child_ends_with_its_parent(tmp_path: Path) -> None:
    def parent() -> None:
        reads, writes = os.pipe()
        own = os.getpid()
        if os.fork() == 0:
            die_with_parent(own)
            (tmp_path / "child").write_text(str(os.getpid()))
            os.write(writes, b"!")
            signal.pause()
        os.read(reads, 1)  # the child has asked
        os.kill(own, signal.SIGKILL)

    code = in_a_child(parent)

    child, deadline = int((tmp_path / "child").read_text()), time.monotonic() + 20
    assert code == -signal.SIGKILL
    while is_running(child):
        assert time.monotonic() < deadline
        time.sleep(0.01)


def test_a_child_whose_parent_has_ended_already_ends_at_once() -> None:
    code = in_a_child(lambda: die_with_parent(os.getpid()))  # another than its parent

    assert code == 1
