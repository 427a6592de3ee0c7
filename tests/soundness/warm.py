"""Builds one after the other in one process, as the preview has them made."""

import os
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path

from plugins.preview.plugin import make_runner
from plugins.stet.die_with_parent import die_with_parent
from plugins.stet.persistent_engine import PersistentEngine
from tests.soundness.builds import Done, cache_of
from tests.soundness.publication import Publication


class WarmBuilds:
    """A forked process that builds into `output`."""

    def __init__(self, publication: Publication, output: Path) -> None:
        self._publication = publication
        self._here, there = get_context("fork").Pipe()
        # No daemon: these may have no workers of their own.
        self._process = get_context("fork").Process(target=_serve, args=(publication.root, output, there, os.getpid()))
        self._process.start()

    def build(self) -> Done:
        """Build once, and again where a look at the output has found something to put right."""
        self._here.send(self._publication.time)
        done: Done = self._here.recv()
        return done

    def close(self) -> None:
        self._here.send(None)
        self._process.join()


def _serve(root: Path, output: Path, asked: Connection, parent: int) -> None:
    die_with_parent(parent)
    os.chdir(root)
    warm = PersistentEngine(lambda what, done, total: None, b"tests")
    os.environ["PICTURES_CACHE"] = str(cache_of(output))
    run = make_runner(output, warm, "conf.py")
    while (time := asked.recv()) is not None:
        os.environ["SOURCE_DATE_EPOCH"] = str(time)
        result, work = run()
        if warm.look(lambda: True):
            result, work = run()
        for piece in work.values():  # pictures, which are shown as they are until somebody has developed them
            piece()
        if work:
            result, work = run()
        asked.send(Done(70 if result.is_crashed else result.status, result.said))
    warm.close()
