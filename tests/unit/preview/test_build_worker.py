import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from plugins.preview.messages import Result, message_of
from plugins.preview.source_digests import digest_sources

Worker = subprocess.Popen[str]


@pytest.fixture
def worker(publication: Path) -> Iterator[Worker]:
    command = [sys.executable, "-m", "plugins.preview.build_worker", "out", str(os.getpid())]
    with subprocess.Popen(
        [*command, digest_sources().plugins.hex()],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        yield process
        process.kill()


def test_only_messages_come_to_the_standard_output(worker: Worker) -> None:
    Path("pelicanconf.py").write_text("import os; print('printed'); os.write(1, b'written')\n")
    answer, said = worker.communicate("\n\n")
    results = [message for message in map(message_of, answer.splitlines()) if isinstance(message, Result)]

    assert [result.said.splitlines()[0] for result in results] == ["printed"] * 2
    assert said.count("written") == 2


def test_a_crash_is_reported_and_ends_the_process(worker: Worker) -> None:
    Path("pelicanconf.py").write_text("raise SystemExit(3)\n")
    answer, _ = worker.communicate("\n\n")
    (result,) = map(message_of, answer.splitlines())

    assert isinstance(result, Result)
    assert (result.status, result.is_crashed, worker.returncode) == (3, True, 0)


def test_a_process_that_is_asked_to_end_does_so_without_a_word(worker: Worker) -> None:
    assert worker.stdin
    assert worker.stdout
    worker.stdin.write("\n")
    worker.stdin.flush()
    worker.stdout.readline()
    worker.terminate()

    assert worker.communicate() == ("", "")
    assert worker.returncode == 0
