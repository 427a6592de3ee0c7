import os
import select
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from plugins.publish.build_process import run_build
from tests.conftest import ROOT

pytestmark = pytest.mark.slow


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def build(settings: str) -> int:
    """Return the status of a build with these settings."""
    Path("content").mkdir()
    Path("publishconf.py").write_text(f'{settings}\nSITEURL = "https://example.com"\n')
    return run_build(Path("publishconf.py"), Path("output"), os.open(os.devnull, os.O_RDONLY))


def test_a_good_build_ends_with_0_and_writes_the_output() -> None:
    assert build("") == 0
    assert Path("output/index.html").is_file()


def test_the_exit_status_of_a_failed_build_is_passed_on() -> None:
    assert build("raise SystemExit(7)") == 7


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux ends children with their parent")
def test_a_build_ends_with_a_publisher_that_is_killed() -> None:
    Path("content").mkdir()
    Path("publishconf.py").write_text("import time; open('at-work', 'w'); time.sleep(60)")
    ours, lock = os.pipe()
    publisher = os.fork()
    if publisher == 0:
        run_build(Path("publishconf.py"), Path("output"), lock)
    os.close(lock)
    deadline = time.monotonic() + 30
    while not Path("at-work").exists() and time.monotonic() < deadline:
        time.sleep(0.05)

    os.kill(publisher, signal.SIGKILL)
    os.waitpid(publisher, 0)

    held, _, _ = select.select([ours], [], [], 20)
    assert held, "the build goes on"
    assert os.read(ours, 1) == b""


def test_a_build_ended_by_a_signal_counts_as_a_shell_counts_it() -> None:
    assert build("import os; os.kill(os.getpid(), 9)") == 128 + 9


def test_a_plugin_that_cannot_be_loaded_fails_the_build() -> None:
    assert build('PLUGINS = ["no_such_plugin"]') != 0


def test_a_build_whose_readers_have_gone_ends_as_any_other() -> None:
    Path("content").mkdir()
    Path("publishconf.py").write_text("print('x\\n' * 100_000)\nSITEURL = 'https://example.com'\n")
    program = (
        "from plugins.publish.build_process import run_build; from pathlib import Path; import os, sys;"
        "from plugins.stet.die_with_parent import outlive_readers; outlive_readers();"
        "sys.exit(run_build(Path('publishconf.py'), Path('output'), os.open(os.devnull, 0)))"
    )
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    building = subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, env=environment)
    assert building.stdout is not None
    building.stdout.close()

    assert building.wait(60) == 0
    assert Path("output/index.html").is_file()
