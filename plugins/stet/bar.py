"""A progress bar on a terminal, with the time that is left; only for what takes longer than a second."""

import sys
from time import monotonic
from typing import TYPE_CHECKING

from rich.console import Console

if TYPE_CHECKING:  # most builds are done before anybody would see a bar
    from rich.progress import Progress as RichProgress

PATIENCE = 1.0
"""Seconds until somebody who waits wants to know how long it takes."""


class BuildBar:
    """Shows progress on a console; a function as `Progress` has it."""

    def __init__(self, console: Console) -> None:
        self._console = console
        self._what = ""
        self._begun = 0.0
        self._shown: RichProgress | None = None

    def __call__(self, what: str, done: int, total: int) -> None:
        """Show the progress, if it has taken long and is not the end."""
        if what != self._what:
            self.stop()
            self._what, self._begun = what, monotonic()
        if done >= total:
            self.stop()
        elif self._shown:
            self._shown.update(self._shown.task_ids[0], completed=done)
        elif self._console.is_terminal and monotonic() - self._begun > PATIENCE:
            self._start(done, total)

    def stop(self) -> None:
        """Take the bar away."""
        if self._shown:
            self._shown.stop()
            self._shown = None

    def _start(self, done: int, total: int) -> None:
        from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn, TimeRemainingColumn
        from rich.progress import Progress as RichProgress

        columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
        own = self._console.file in (sys.stdout, sys.stderr)  # else what Python prints goes somewhere else: leave it so
        self._shown = RichProgress(
            *columns,
            TimeRemainingColumn(),
            console=self._console,
            transient=True,
            redirect_stdout=own,
            redirect_stderr=own,
        )
        self._shown.add_task(self._what, total=total, completed=done)
        self._shown.start()
