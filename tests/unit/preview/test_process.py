import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from plugins.preview.messages import Message, Result
from plugins.preview.process import BuildProcess
from plugins.preview.source_digests import digest_sources

pytestmark = pytest.mark.slow

NOTE_PROCESS = "import os; from pathlib import Path; Path('process').write_text(str(os.getpid())); PLUGINS = []\n"


@pytest.fixture
def received() -> list[Message]:
    return []


@pytest.fixture
def process(publication: Path, received: list[Message]) -> Iterator[BuildProcess]:
    process = BuildProcess(Path("out"), digest_sources(), received.append)
    yield process
    process.close()


def test_a_process_builds_whenever_it_is_asked(process: BuildProcess, received: list[Message]) -> None:
    results = [process.build(), process.build()]

    assert [result.status for result in results if result] == [0, 0]
    assert not any(isinstance(message, Result) for message in received)
    assert Path("out/index.html").is_file()
    assert not process.has_ended


def test_a_process_that_is_killed_gives_no_result_and_tells_how_it_ended(process: BuildProcess) -> None:
    Path("pelicanconf.py").write_text("import os; os.kill(os.getpid(), 9)\n")

    assert process.build() is None
    assert process.ending == "was killed by SIGKILL"
    assert process.has_ended


def test_after_the_end_there_is_no_process(process: BuildProcess) -> None:
    Path("pelicanconf.py").write_text(NOTE_PROCESS)
    process.build()
    process.close()

    with pytest.raises(ProcessLookupError):
        os.kill(int(Path("process").read_text()), 0)
    assert process.ending == "ended with status 0"


def test_a_process_that_does_not_end_when_it_is_asked_to_is_killed(
    process: BuildProcess, monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("pelicanconf.py").write_text("import signal; signal.signal(signal.SIGTERM, signal.SIG_IGN); PLUGINS = []\n")
    process.build()
    monkeypatch.setattr("plugins.preview.process._SECONDS_TO_END", 0.1)
    process.close()

    assert process.ending == f"was killed by {signal.SIGKILL.name}"
