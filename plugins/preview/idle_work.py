"""Work that can wait until somebody has seen the page, done in the pauses between builds by a process of its own.

A build never waits for it: a piece that is begun goes on beside the build, at the lowest priority.
"""

import gc
import os
import signal
from collections import Counter
from collections.abc import Callable, Mapping
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from multiprocessing.context import ForkProcess
from time import monotonic

from plugins.stet.build_errors import BuildError
from plugins.stet.die_with_parent import die_with_parent

Work = Mapping[str, Callable[[], object]]
"""Pieces of work by a name for all that they depend on; a build leaves a piece until it finds it done."""

_TRIES = 3
"""Times that a piece is done: more do not help where it fails, or where nobody can keep what it makes."""

_URGENT = 30
"""Pieces that are shown as soon as all of them are done: about those of a home page."""

_SECONDS_UNSEEN = 60.0
"""Seconds after which a build shows those of the others that are done."""

_LEAST_URGENT = 19
"""Of the system's priorities."""


class IdleWork:
    """Does the work that builds leave, new pieces first."""

    def __init__(self) -> None:
        self._tries = Counter[str]()
        self._known: set[str] = set()
        """Names of all pieces that builds have left."""
        self._urgent: list[str] = []
        self._running: tuple[str, ForkProcess] | None = None

    def go_on(self, work: Work, preview: Connection) -> bool:
        """Do the pieces that the last build has left, until `preview` asks for something or there is enough to show.

        Returns whether a build should show it.
        """
        urgent = self._urgent = self._most_urgent(work)
        left = [name for name in dict.fromkeys([*urgent, *work]) if self._tries[name] < _TRIES]
        has_news, began = False, monotonic()
        while self._running or left:
            name, process = self._running = self._running or self._start(left[0], work)
            if preview in wait([preview, process.sentinel]):
                return False
            has_news |= self._has_succeeded() and name in work
            left = [other for other in left if other != name]
            is_enough = not left or name in urgent[-1:] or monotonic() - began > _SECONDS_UNSEEN
            if has_news and is_enough:
                return True
        return False

    def close(self) -> None:
        """End the piece that is being done."""
        if self._running:
            self._running[1].kill()
            self._has_succeeded()

    def _most_urgent(self, work: Work) -> list[str]:
        """Return the pieces that no build has left before, and those that were urgent and are still to be done."""
        new = [name for name in work if name not in self._known]
        self._known.update(new)
        return [name for name in [*new[:_URGENT], *self._urgent] if name in work]

    def _start(self, name: str, work: Work) -> tuple[str, ForkProcess]:
        process = get_context("fork").Process(target=_do, args=(work[name], os.getpid()), daemon=True)
        process.start()
        self._tries[name] += 1
        return name, process

    def _has_succeeded(self) -> bool:
        """Wait for the end of the piece that is being done, and tell whether it is a good one."""
        assert self._running is not None
        process, self._running = self._running[1], None
        process.join()
        status = process.exitcode
        process.close()
        return status == 0


def _do(piece: Callable[[], object], parent: int) -> None:
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    die_with_parent(parent)
    os.nice(_LEAST_URGENT)
    gc.freeze()  # objects from before the fork: to look through them would copy them
    try:
        piece()
    except BuildError as error:  # such as a full disk
        raise SystemExit(str(error)) from None
