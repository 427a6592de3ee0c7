import os
import subprocess
import sys
from collections.abc import Iterator
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from plugins.preview.messages import Result
from plugins.preview.source_digests import digest_sources

pytestmark = pytest.mark.slow


@pytest.fixture
def worker(publication: Path) -> Iterator[tuple["subprocess.Popen[str]", Connection]]:
    here, there = Pipe()
    arguments = ["out", str(os.getpid()), digest_sources().plugins.hex(), str(there.fileno())]
    command = [sys.executable, "-m", "plugins.preview.build_worker", *arguments]
    with subprocess.Popen(command, pass_fds=[there.fileno()], stdout=subprocess.PIPE, text=True) as process:
        there.close()
        yield process, here
        process.kill()


def build(connection: Connection) -> Result:
    connection.send(None)
    while not isinstance(message := connection.recv(), Result):
        pass
    return message


def test_output_of_a_build_comes_with_its_result(worker: tuple["subprocess.Popen[str]", Connection]) -> None:
    process, connection = worker
    Path("pelicanconf.py").write_text("import os; print('printed'); os.write(1, b'written'); PLUGINS = []\n")
    results = [build(connection), build(connection)]
    connection.close()

    assert [result.said.splitlines()[0] for result in results] == ["printed"] * 2
    assert process.communicate()[0] == "writtenwritten"
    assert process.returncode == 0


def test_a_crash_is_reported_and_ends_the_process(worker: tuple["subprocess.Popen[str]", Connection]) -> None:
    process, connection = worker
    Path("pelicanconf.py").write_text("raise SystemExit(3)\n")
    result = build(connection)

    assert (result.status, result.is_crashed, process.wait()) == (3, True, 0)


def test_a_process_that_is_asked_to_end_does_so_without_a_word(
    worker: tuple["subprocess.Popen[str]", Connection],
) -> None:
    process, connection = worker
    build(connection)
    process.terminate()

    assert process.communicate()[0] == ""
    assert process.returncode == 0
