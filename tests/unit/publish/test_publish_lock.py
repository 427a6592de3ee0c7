import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from plugins.publish.errors import PublishError
from plugins.publish.publish_lock import OUTPUT, OUTPUT_LOCK, held, output_held, target_held
from tests.conftest import ROOT


def test_a_second_holder_is_told_who_holds_it_and_since_when(tmp_path: Path) -> None:
    said = (
        rf"another publish is running: process {os.getpid()} on .+, or its build, since \d{{4}}-\d\d-\d\d "
        r"\d\d:\d\d:\d\d UTC \(lock: .+/lock\); wait until it has finished, then run again; WAIT=1 waits for it"
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


def test_one_who_waits_gets_the_lock_after_the_holder_and_has_said_for_whom(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    with held(tmp_path / "lock") as descriptor:
        holder = subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE, pass_fds=[descriptor])
    waiting = subprocess.Popen(
        [
            sys.executable,
            "-c",
            "import sys, pathlib; from plugins.publish.publish_lock import held\n"
            "with held(pathlib.Path(sys.argv[1]), waits=True): print('mine')",
            str(tmp_path / "lock"),
        ],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert waiting.stderr is not None
    said = waiting.stderr.readline()
    holder.communicate(b"\n")
    output, errors = waiting.communicate()

    assert said.startswith(f"Waiting for another publish: process {os.getpid()} on ")
    assert said.endswith("; Ctrl-C ends the wait.\n")
    assert (output, errors, waiting.returncode) == ("mine\n", "", 0)


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_a_publish_to_one_target_keeps_none_to_another_from_running(checkout: Path) -> None:
    with (
        target_held("s3://one"),
        target_held("s3://two"),
        pytest.raises(PublishError, match="another publish is running"),
        target_held("s3://one/"),
    ):
        pass


def test_who_comes_second_builds_into_a_folder_of_its_own(checkout: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with output_held("s3://one") as (first, _), output_held("s3://two") as (second, _), output_held("x") as (third, _):
        folders = {first, second, third}

    assert first == OUTPUT
    assert len(folders) == 3
    assert capsys.readouterr().err.startswith(f"output/ is in use (process {os.getpid()} on ")
    with output_held("s3://two") as (again, _):
        assert again == OUTPUT


def test_an_error_of_the_holder_is_passed_on(checkout: Path) -> None:
    with pytest.raises(PublishError, match="another publish"), output_held("x"), held(OUTPUT_LOCK):
        pass
