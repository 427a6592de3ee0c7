import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from plugins.stet.die_with_parent import die_with_parent
from tests.conftest import ROOT
from tests.unit.stet.conftest import in_a_child, is_running

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform != "linux", reason="elsewhere a child has to notice for itself"),
]


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


PROGRAM = """
import sys
from plugins.stet.die_with_parent import outlive_readers
outlive_readers()
for number in range(100_000):
    print(number, file=sys.{stream})
print("the end", file=sys.{other})
sys.exit(7)
"""


@pytest.mark.parametrize(("stream", "other"), [("stdout", "stderr"), ("stderr", "stdout")])
def test_a_program_goes_on_without_a_reader_of_what_it_prints(stream: str, other: str) -> None:
    program = PROGRAM.format(stream=stream, other=other)
    running = subprocess.Popen(
        [sys.executable, "-c", program], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    assert running.stdout and running.stderr
    read, left = (running.stdout, running.stderr) if stream == "stdout" else (running.stderr, running.stdout)
    first = read.readline()
    read.close()
    said = left.read()

    assert (first, said, running.wait(60)) == ("0\n", "the end\n", 7)


@pytest.mark.parametrize("to", [">&-", ">/dev/null 2>&-", "<&- >&- 2>&-"])
def test_a_program_goes_on_without_a_stream_to_print_to(to: str) -> None:
    program = PROGRAM.format(stream="stdout", other="stderr")
    done = subprocess.run(
        f"exec '{sys.executable}' -c '{program}' {to}",
        check=False,
        shell=True,
        cwd=ROOT,
        capture_output=True,
        text=True,
    )

    assert (done.stdout, done.stderr, done.returncode) == ("", "the end\n" if "2>" not in to else "", 7)


def test_whole_output_comes_with_a_reader() -> None:
    program = PROGRAM.format(stream="stdout", other="stderr")
    done = subprocess.run([sys.executable, "-c", program], check=False, cwd=ROOT, capture_output=True, text=True)

    assert (len(done.stdout.splitlines()), done.stderr, done.returncode) == (100_000, "the end\n", 7)


@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_both_streams_keep_their_order(unbuffered: str) -> None:
    program = (
        "import os, sys; from plugins.stet.die_with_parent import outlive_readers; outlive_readers();"
        "print('first', file=sys.stderr); os.write(2, b'second\\n')"
    )
    environment = {**os.environ, "PYTHONUNBUFFERED": unbuffered}
    done = subprocess.run(
        [sys.executable, "-c", program], check=True, cwd=ROOT, env=environment, capture_output=True, text=True
    )

    assert done.stderr == "first\nsecond\n"
