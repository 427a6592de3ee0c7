"""The process that builds: `python -m plugins.preview.build_worker`. It builds whenever the preview asks.

It imports Pelican and the plugins once, and keeps an engine open from build to build. It ends with the preview, or
after a build that breaks off, so that nothing of that build stays in memory.
"""

import gc
import os
import signal
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from multiprocessing.connection import Connection
from pathlib import Path
from time import monotonic
from traceback import format_exc
from types import FrameType

from rich.console import Console

from plugins.preview.idle_work import IdleWork, Work
from plugins.preview.messages import OutputChanged, Progress, Result
from plugins.stet.bar import BuildBar
from plugins.stet.die_with_parent import die_with_parent
from plugins.stet.persistent_engine import PersistentEngine

_STEP = 0.2
"""Seconds between two messages on how far a build has come."""

_WIDTH = "1000"
"""Columns of the log: Pelican breaks longer lines, and the preview could not find the problems in it."""


class EndError(BaseException):
    """Request of the preview to end this process."""


class BuildWorker:
    """Builds into a folder. `preview` is the connection that requests come from and messages go to."""

    def __init__(self, output: Path, code: bytes, preview: Connection) -> None:
        self._output = output
        self._preview = preview
        self._bar = BuildBar(Console(file=sys.stderr))
        self._told = 0.0
        self._engine = PersistentEngine(self._progress, code)
        self._run: Callable[[], tuple[Result, Work]] | None = None
        self._idle = IdleWork()
        self._is_frozen = False

    def work(self) -> None:
        """Build at every request, until a build breaks off. Raises EOFError when the preview has ended."""
        try:
            while True:
                self._preview.recv()
                result, work = self._build()
                self._preview.send(result)
                if result.is_crashed:
                    return
                self._tidy(work)
        finally:
            self._idle.close()
            self._engine.close()

    def _build(self) -> tuple[Result, Work]:
        try:
            if self._run is None:
                # Imported here, as the import may fail, and reads COLUMNS.
                from plugins.preview.plugin import make_runner

                self._run = make_runner(self._output, self._engine)
            return self._run()
        except Exception:
            return Result(status=1, said=format_exc(), is_crashed=True), {}
        finally:
            self._bar.stop()

    def _tidy(self, work: Work) -> None:
        """Do the work that can wait until somebody has seen the page."""
        gc.collect()
        if not self._is_frozen:  # most objects stay for ever, and to go through them again takes longer than a build
            gc.freeze()
            self._is_frozen = True
        if self._engine.look(lambda: not self._preview.poll()) or self._idle.go_on(work, self._preview):
            self._preview.send(OutputChanged())

    def _progress(self, what: str, done: int, total: int) -> None:
        self._bar(what, done, total)
        if monotonic() - self._told > _STEP:
            self._told = monotonic()
            self._preview.send(Progress(what=what, done=done, total=total))


def _end(number: int, frame: FrameType | None) -> None:
    raise EndError


def main(arguments: Sequence[str]) -> int:
    """Take the output folder, the preview's process number, the digest of the code, the connection's descriptor."""
    output, parent, code, descriptor = arguments
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C goes to the whole group; the preview ends this process
    signal.signal(signal.SIGTERM, _end)
    die_with_parent(int(parent), signal.SIGTERM)
    with suppress(EndError, EOFError, ConnectionError):
        worker = BuildWorker(Path(output), bytes.fromhex(code), Connection(int(descriptor)))
        os.environ["COLUMNS"] = _WIDTH
        worker.work()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
