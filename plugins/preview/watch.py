"""Watches the folders that the site is made from, and tells of saves."""

import threading
from collections.abc import Iterable
from pathlib import Path

from watchfiles import Change, DefaultFilter, watch

SETTINGS_FILES = frozenset({"pelicanconf.py"})


class Watcher:
    """Remembers saves until somebody waits for one: many count as one, and one during a build is kept."""

    def __init__(self) -> None:
        self._saved = threading.Event()
        self._stop = threading.Event()

    def start(self, folders: Iterable[str]) -> None:
        """Watch the folders with all that is in them, and the settings files in the present folder."""
        present = [Path(folder) for folder in folders if Path(folder).is_dir()]
        self._follow(present, DefaultFilter(), recursive=True)
        self._follow([Path()], _is_settings_file, recursive=False)

    def wait(self) -> None:
        """Return once something was saved since the last call."""
        self._saved.wait()
        self._saved.clear()

    def wake(self) -> None:
        """Behave as if something was saved."""
        self._saved.set()

    def stop(self) -> None:
        """Watch no longer."""
        self._stop.set()

    def _follow(self, paths: list[Path], wanted: object, *, recursive: bool) -> None:
        def run() -> None:
            # Saves within 10 ms of one another come as one; an editor often writes a file in several steps.
            for _ in watch(*paths, watch_filter=wanted, recursive=recursive, step=10, stop_event=self._stop):  # type: ignore[arg-type]  # a filter is any callable
                self._saved.set()

        threading.Thread(target=run, daemon=True).start()


def _is_settings_file(_: Change, path: str) -> bool:
    return Path(path).name in SETTINGS_FILES
