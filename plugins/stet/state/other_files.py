"""Files that other plugins write into the output folder during a run: kept, never overwritten, and told from leftovers.

a run begins      leftovers of the runs before go aside, so that the other plugins find the folder as if it were new
the others write  before the build or after it
the build         keeps their files, and ends with an error where one lies at a path of its own
the run ends      without a build, the leftovers come back
"""

import os
import shutil
from collections.abc import Collection, Iterable, Iterator, Sequence
from pathlib import Path

from plugins.stet.build_errors import BuildError
from plugins.stet.outputs import Output, Wanted, output_in_words, parents
from plugins.stet.state.ledger import Ledger
from plugins.stet.state.output_folder import OutputFolder


class OtherFiles:
    """The files of others in an output folder; `writers` are the names of these others, often none."""

    def __init__(self, root: Path, aside: Path, writers: Sequence[str]) -> None:
        self._root, self._aside = root, aside
        self.writers = writers

    def set_aside(self, folder: OutputFolder, ledger: Ledger) -> None:
        """Take the leftovers of earlier runs out of the output.

        Where no build is known all that lies there would be one, so it stays, and the build tells by the time.
        """
        self.put_back()  # what a run that was killed has left
        known = ledger.known_files()
        if self.writers and known:
            for path in folder.foreign_files(ledger.folders(), known)[0]:
                place = self._aside / path
                place.parent.mkdir(parents=True, exist_ok=True)
                (self._root / path).rename(place)

    def put_back(self) -> None:
        """Return the files that were set aside to their places, where nothing else lies there now."""
        if self._aside.is_dir():
            for file in _files_below(self._aside):
                place = self._root / file.relative_to(self._aside)
                if not os.path.lexists(place):
                    place.parent.mkdir(parents=True, exist_ok=True)
                    file.rename(place)
            self.drop()

    def drop(self) -> None:
        """Delete the files that were set aside: a build has come to its end without them."""
        shutil.rmtree(self._aside, ignore_errors=True)

    def split(self, foreign: Iterable[str], since: int) -> tuple[list[str], list[str]]:
        """Return the leftovers among foreign files and folders, and the files that others have written `since`."""
        if not self.writers:
            return list(foreign), []
        leftovers, theirs = list[str](), list[str]()
        for path in foreign:
            files = [file.relative_to(self._root).as_posix() for file in _files_below(self._root / path)]
            for file in files or [path]:
                (theirs if files and self._is_written(file, since) else leftovers).append(file)
        return leftovers, theirs

    def refuse_collisions(
        self,
        theirs: Sequence[str],
        wanted: Wanted,
        edited: Collection[str],
        known: Collection[str],
        since: int,
    ) -> None:
        """Raise BuildError where others have written to the path of an output `since`, or in its way.

        `edited` are the paths of files that are not as the last build left them, `known` those of all that it left.
        """
        if not self.writers:
            return
        for path in wanted.specs:
            if (path in edited or path not in known) and self._is_written(path, since):
                raise self._collision(path, path, wanted.output(path))
        files, folders = set(theirs), {folder: path for path in theirs for folder in parents(path) if folder}
        for path, in_the_way in sorted(folders.items()):
            if path in wanted.specs:
                raise self._collision(path, in_the_way, wanted.output(path))
        for path in wanted.specs if files else ():
            for folder in files.intersection(parents(path)):
                raise self._collision(path, folder, wanted.output(path))

    def in_words(self) -> str:
        """Return who the others are."""
        return self.writers[0] if len(self.writers) == 1 else f"one of {', '.join(self.writers)}"

    def _is_written(self, path: str, since: int) -> bool:
        try:
            return os.lstat(self._root / path).st_ctime_ns > since
        except (FileNotFoundError, NotADirectoryError):
            return False

    def _collision(self, path: str, theirs: str, output: Output) -> BuildError:
        both = f"{output_in_words(output)} is to be written there, and {self.in_words()} has written {theirs}"
        return BuildError(f"{path}: {both}; give one of them another path")


def _files_below(place: Path) -> Iterator[Path]:
    """Yield a file itself, or every file below a folder, in order."""
    if not place.is_dir() or place.is_symlink():
        yield place
        return
    yield from sorted(path for path in place.rglob("*") if path.is_symlink() or not path.is_dir())
