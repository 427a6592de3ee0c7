"""Runs `python -m …` in processes forked from one that has imported the kit: as separate, without the time of imports.

`python -m tests.tools.commands` is that one. Each line of its standard input is a command as JSON, each line of its
standard output says how it ended.
"""

import json
import os
import runpy
import subprocess
import sys
import tempfile
import traceback
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from plugins.stet.die_with_parent import die_with_parent
from tests.tools.preload import preload

ROOT = Path(__file__).parents[2]


class Commands:
    """The process that forks, and its end."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self._process = process

    def run(self, arguments: Sequence[str], folder: Path, **environment: str) -> "subprocess.CompletedProcess[str]":
        """Run `python` with `-m`, a module and its arguments in a folder, as `subprocess.run` would."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        asked = {"arguments": list(arguments), "folder": str(folder), "environment": {**os.environ, **environment}}
        print(json.dumps(asked), file=self._process.stdin, flush=True)
        answer: list[Any] = json.loads(self._process.stdout.readline())
        return subprocess.CompletedProcess(arguments, *answer)


@contextmanager
def running_commands() -> Iterator[Commands]:
    """Start the process that forks, for the length of a `with`."""
    parent = os.getpid()
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.tools.commands"],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        preexec_fn=lambda: die_with_parent(parent),
    )
    yield Commands(process)
    process.communicate(timeout=60)


def main() -> None:
    """Serve commands until the input ends."""
    preload()
    for line in sys.stdin:
        print(json.dumps(_answer(json.loads(line))), flush=True)


def _answer(asked: dict[str, Any]) -> tuple[int, str, str]:
    """Fork for a command, and return its status, its output and its errors."""
    with tempfile.TemporaryFile() as output, tempfile.TemporaryFile() as errors:
        child = os.fork()
        if child == 0:
            os.dup2(output.fileno(), 1)
            os.dup2(errors.fileno(), 2)
            os._exit(_run(asked))
        _, status = os.waitpid(child, 0)
        for file in (output, errors):
            file.seek(0)
        return os.waitstatus_to_exitcode(status), output.read().decode(), errors.read().decode()


def _run(asked: dict[str, Any]) -> int:
    """Be the command, and return the exit status."""
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    os.chdir(asked["folder"])
    os.environ.clear()
    os.environ.update(asked["environment"])
    _, module, *arguments = asked["arguments"]
    sys.path[0] = os.curdir
    sys.argv = [module, *arguments]
    try:
        runpy.run_module(module, run_name="__main__", alter_sys=True)
    except SystemExit as end:
        if isinstance(end.code, str):
            print(end.code, file=sys.stderr)
        return end.code if isinstance(end.code, int) else int(end.code is not None)
    except BaseException:  # the end of a process: nothing may come back from it
        traceback.print_exc()
        return 1
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
    return 0


if __name__ == "__main__":
    main()
