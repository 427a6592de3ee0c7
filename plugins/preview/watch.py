"""A watcher of the folders that the site is made from, which tells of saves."""

import os
import threading
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from watchfiles import Change, DefaultFilter, watch

SETTINGS_FILES = frozenset({"pelicanconf.py"})


class Watcher:
    """Remembers a save until `wait` is called, so one during a build is kept; several count as one."""

    def __init__(self) -> None:
        self._saved = threading.Event()
        self._stop = threading.Event()
        self._linked: set[Path] = set()
        """Files elsewhere that a link in a watched folder leads to; of those a save is no event in the folder."""

    def start(self, folders: Iterable[str]) -> None:
        """Watch the folders with all that is in them, and the settings files in the present folder."""
        present = [Path(folder) for folder in folders if Path(folder).is_dir()]
        self._follow(present, DefaultFilter(), recursive=True)
        self._follow([Path()], lambda _, path: Path(path).name in SETTINGS_FILES, recursive=False)
        for folder in present:
            self._follow_links(_links(folder))

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

    def _follow(self, paths: list[Path], wanted: Callable[[Change, str], bool], *, recursive: bool) -> None:
        def run() -> None:
            # Saves within 10 ms of one another come as one; an editor often writes a file in several steps.
            for changes in watch(*paths, watch_filter=wanted, recursive=recursive, step=10, stop_event=self._stop):
                self._saved.set()
                self._follow_links(Path(path) for _, path in changes)

        threading.Thread(target=run, daemon=True).start()

    def _follow_links(self, paths: Iterable[Path]) -> None:
        """Watch the files that those of the paths lead to which are links."""
        for path in paths:
            if path.is_symlink() and path.is_file() and (file := path.resolve()) not in self._linked:
                self._linked.add(file)
                self._follow([file.parent], _only(file), recursive=False)


def _links(folder: Path) -> Iterator[Path]:
    """Yield the links in a folder."""
    for parent, _, names in os.walk(folder):
        yield from (path for path in (Path(parent, name) for name in names) if path.is_symlink())


def _only(file: Path) -> Callable[[Change, str], bool]:
    return lambda _, path: Path(path) == file
