import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from plugins.publish.errors import PublishError
from plugins.publish.publish_lock import held


def test_a_second_holder_is_told_who_holds_it_and_since_when(tmp_path: Path) -> None:
    said = (
        rf"another publish is running: process {os.getpid()} on .+, or its build, since \d{{4}}-\d\d-\d\d "
        r"\d\d:\d\d:\d\d UTC \(lock: .+/lock\); wait until it has finished, then run again"
    )
    with held(tmp_path / "lock"), pytest.raises(PublishError, match=said), held(tmp_path / "lock"):
        pass


def test_a_second_holder_comes_before_the_first_has_said_who_it_is(tmp_path: Path) -> None:
    said = r"another publish is running: it began a moment ago \(lock: "
    with held(tmp_path / "lock"):
        (tmp_path / "lock").write_bytes(b"")
        with pytest.raises(PublishError, match=said), held(tmp_path / "lock"):
            pass


def test_a_lock_can_be_taken_again_after_its_end(tmp_path: Path) -> None:
    with held(tmp_path / "lock"):
        pass
    with held(tmp_path / "lock") as descriptor:
        assert descriptor > 2


def test_a_lock_whose_holder_was_killed_is_free(tmp_path: Path) -> None:
    if (child := os.fork()) == 0:
        with held(tmp_path / "lock"):
            os.kill(os.getpid(), signal.SIGKILL)
    os.waitpid(child, 0)

    with held(tmp_path / "lock") as descriptor:
        assert descriptor > 2


def test_a_child_that_was_handed_the_lock_keeps_it_after_its_parent(tmp_path: Path) -> None:
    with held(tmp_path / "lock") as descriptor:
        child = subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE, pass_fds=[descriptor])
    with pytest.raises(PublishError, match="another publish is running"), held(tmp_path / "lock"):
        pass
    child.communicate(b"\n")

    with held(tmp_path / "lock") as again:
        assert again > 2
