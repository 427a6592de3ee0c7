"""The state that browsers show: the last good build, and the problems of the last build. Threads wait for changes."""

import secrets
import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class PreviewState:
    """One state of the preview."""

    folder: Path | None = None
    """The last good build; None before the first."""
    problems: Sequence[str] = ()
    """Lines on the problems of the last build; none if it was good."""
    page_warnings: Mapping[str, Sequence[str]] = field(default_factory=dict)
    """Lines on mistakes in the last good build that end none, by the address of the page that they are on."""
    version: str | None = None
    """Different between any two states; None where pages are served as they are."""
    progress: str = ""
    """Progress of the running build, in words, where it takes long."""


class CurrentState:
    """Holds the present state. Safe to use from many threads."""

    def __init__(self, state: PreviewState) -> None:
        self._state = state
        self._run = secrets.token_hex(4)  # a restarted server must not count the same versions again
        self._count = 0
        self._changed = threading.Condition()

    @property
    def state(self) -> PreviewState:
        """Return the present state."""
        with self._changed:
            return self._state

    def show_build(self, folder: Path, page_warnings: Mapping[str, Sequence[str]] | None = None) -> None:
        """Show a good build with its warnings, and no problems any more."""
        self._change(PreviewState(folder=folder, page_warnings=page_warnings or {}))

    def show_problems(self, problems: Sequence[str]) -> None:
        """Show the last good build with the problems of a newer one."""
        self._change(replace(self.state, problems=tuple(problems), progress=""))

    def show_progress(self, progress: str) -> None:
        """Show the progress of a running build; the version stays the same."""
        with self._changed:
            self._state = replace(self._state, progress=progress)
            self._changed.notify_all()

    def wait(self, version: str | None, seconds: float, progress: str = "") -> PreviewState:
        """Wait until the state has another version or progress, or `seconds` have passed; return it."""
        with self._changed:
            self._changed.wait_for(
                lambda: (self._state.version, self._state.progress) != (version, progress), timeout=seconds
            )
            return self._state

    def _change(self, state: PreviewState) -> None:
        with self._changed:
            self._count += 1
            self._state = replace(state, version=f"{self._run}-{self._count}")
            self._changed.notify_all()
