"""The build of a publisher, in a process of its own."""

import os
import subprocess
import sys
from functools import partial
from pathlib import Path
from threading import Thread
from typing import IO, TextIO

from plugins.stet.die_with_parent import die_with_parent

END_SECONDS = 10
"""Seconds for what the build has printed last; a process that it has left behind may keep the pipe open for ever."""


def run_build(settings: Path, output: Path, lock: int, *, aside: bool = False) -> int:
    """Build the publication into `output` and return the exit status; 128 + n when signal n ended it.

    With `aside` the build prints to standard error, as standard output is for programs. It ends with the publisher:
    nobody waits for pictures that take an hour. It holds `lock` too, for where the system does not see to that, so that
    no other publisher starts while this build still writes. What it prints goes through this process, where no terminal
    shows it: a build whose reader has gone (`| head -1`) would end with an error.
    """
    pelican = [sys.executable, "-m", "pelican", "content", "-s", str(settings), "-o", str(output), "--fatal=errors"]
    sinks: list[TextIO] = [sys.stderr if aside else sys.stdout, sys.stderr]
    pipes = [None if sink.isatty() else subprocess.PIPE for sink in sinks]
    if aside and pipes[0] is None:
        pipes[0] = sys.stderr.fileno()
    end_with_us = partial(die_with_parent, os.getpid())
    sys.stdout.flush()
    build = subprocess.Popen(
        pelican, pass_fds=[lock], stdout=pipes[0], stderr=pipes[1], preexec_fn=end_with_us, text=True, errors="replace"
    )
    with build:
        pairs = zip((build.stdout, build.stderr), sinks, strict=True)
        passing = [Thread(target=_pass_on, args=(source, sink), daemon=True) for source, sink in pairs if source]
        try:
            for thread in passing:
                thread.start()
            status = build.wait()
            for thread in passing:
                thread.join(END_SECONDS)
        except BaseException:
            build.kill()
            raise
    return status if status >= 0 else 128 - status


def _pass_on(source: IO[str], sink: TextIO) -> None:
    for line in source:
        sink.write(line)
        sink.flush()
