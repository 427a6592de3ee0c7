"""The output folder: finds what was changed in it by hand, and changes it all at once at the end of a build.

files are written to  <output>.stet/staging/   a full disk or a mistake in a template ends here, the output whole
then renamed to       <output>/                from here on nothing can fail but the disk itself
then others removed                            what a kill leaves half done, the next build sees and puts right
"""

import contextlib
import hashlib
import os
import shutil
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path, PurePosixPath

from plugins.stet.build_errors import BuildError
from plugins.stet.outputs import parents
from plugins.stet.state.ledger import KnownFile, Ledger
from plugins.stet.state.lock import Lock
from plugins.stet.state.signatures import OUTPUT_MARGIN, UNSETTLED, settled_signature, signature_of

_PIECE = 500
"""Files between two questions whether to go on: a few milliseconds of work."""


class OutputFolder:
    """The folder at `root`. Names in `spared`, on its top level, stay although no build made them; None spares all."""

    is_trusted = False
    """True if a build may believe that the folder is as it had been left, as a `look` finds out later.

    To look at every file takes longer than to make the few that a save changes. So a process that builds again and
    again looks after a build; a change that somebody makes meanwhile is found then.
    """

    def __init__(self, root: Path, staging: Path, spared: Collection[str] | None = ()) -> None:
        self.root = root
        self.staging = staging
        self._base = os.fspath(root)
        self._spared = spared

    @property
    def is_whole(self) -> bool:
        """True if it holds nothing, once a build is done, but the files of that build."""
        return self._spared is not None and not self._spared

    def edited_files(self, known_files: Mapping[str, KnownFile]) -> set[str]:
        """Return the files that do not look as they were left."""
        return set() if self.is_trusted else self._different(known_files)

    def _different(self, known_files: Mapping[str, KnownFile]) -> set[str]:
        base, stat = self._base, os.stat
        found = set()
        for path, known in known_files.items():
            try:
                if signature_of(stat(f"{base}/{path}", follow_symlinks=False)) != known.signature:
                    found.add(path)
            except OSError:
                found.add(path)
        return found

    def foreign_files(self, folders: Mapping[str, bytes], files: Collection[str]) -> tuple[list[str], set[str]]:
        """Return files and folders in the output that are not the build's, and the folders that were looked into.

        Of a foreign folder only itself is returned. `folders` are those of the last build with their signatures,
        `files` the paths that are or shall be the build's. Only a folder that looks changed can hold something new.
        """
        if self.is_trusted:
            return [], set()
        if self._spared is None:
            return [], {*folders}
        to_check = {folder for folder in {"", *folders} if self._signature(folder) != folders.get(folder)}
        found: list[str] = []
        wanted = {parent for path in files for parent in parents(path)} if to_check else ()
        for folder in sorted(to_check):
            self._look(folder, files, wanted, folders, found)
        return found, to_check

    def settle_edited(self, paths: Iterable[str], ledger: Ledger, now: int) -> set[str]:
        """Return those of the files whose content is not as it was left; the ledger keeps how the others look now.

        `now` is the file system's time before they are read, so that a file which changes meanwhile is read again.
        """
        contents = ledger.contents(sorted(paths))
        same = [path for path, content in contents.items() if self.sha256(path) == content.sha256]
        ledger.keep_signatures(self.signatures(same, now))
        return contents.keys() - same

    def keep_folders(self, folders: set[str], ledger: Ledger, now: int) -> None:
        """Have the ledger keep how folders look now, and forget those that are gone."""
        there = {folder for folder in folders if os.path.isdir(f"{self._base}/{folder}")}
        ledger.keep_folders(self.signatures(there, now), folders - there)

    def look(self, ledger: Ledger, lock: Lock, goes_on: Callable[[], bool]) -> bool:
        """Return whether the next build, which then looks for itself, has something to put right here.

        False also when `goes_on` has ended it before anything was found: it has to be done again.
        """
        is_wrong = self._has_edited_files(ledger, lock, goes_on) or self._has_foreign_files(ledger, lock, goes_on)
        self.is_trusted = self.is_trusted and not is_wrong
        return is_wrong

    def _has_edited_files(self, ledger: Ledger, lock: Lock, goes_on: Callable[[], bool]) -> bool:
        known_files, to_check, now = ledger.known_files(), set[str](), lock.now()
        for piece in _pieces(list(known_files)):
            if not goes_on():
                return False
            to_check |= self._different({path: known_files[path] for path in piece})
        return bool(self.settle_edited(to_check, ledger, now))

    def _has_foreign_files(self, ledger: Ledger, lock: Lock, goes_on: Callable[[], bool]) -> bool:
        if self._spared is None:
            return False
        folders, files, now = ledger.folders(), ledger.known_files(), lock.now()
        to_check, found = set[str](), list[str]()
        for piece in _pieces(list(folders)):
            if not goes_on():
                return False
            to_check |= {folder for folder in piece if self._signature(folder) != folders[folder]}
        for folder in sorted(to_check):
            self._look(folder, files, folders, folders, found)
        if not found:  # else no signature is kept, so that the next build looks into these folders
            self.keep_folders(to_check, ledger, now)
        return bool(found)

    def prepare(self) -> None:
        """Empty the staging folder. Raises BuildError where nothing can be written."""
        try:
            shutil.rmtree(self.staging, ignore_errors=True)
            self.staging.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise refusal(error, self.staging) from error
        if self.root.exists() and self.root.stat().st_dev != self.staging.stat().st_dev:  # nothing is renamed across
            remedy = "have both on one: mount or link the folder that they are in"
            raise BuildError(f"{self.root} is on another disk than {self.staging.parent}; {remedy}")

    def stage(self, number: int, body: bytes) -> None:
        """Write a file to the staging folder under a number of its own."""
        (self.staging / str(number)).write_bytes(body)

    def apply(self, staged: Mapping[str, int], removed: Iterable[str], obstacles: Iterable[str]) -> None:
        """Move staged files to their paths and remove others, with the folders that become empty.

        `obstacles` are files to be removed that stand where others need folders.
        """
        try:
            for path in obstacles:
                self._remove(path)
            self._make_folders(staged)
        except OSError as error:
            raise refusal(error, self.root) from error
        for path, number in staged.items():
            place = f"{self._base}/{path}"
            try:
                os.replace(f"{self.staging}/{number}", place)
            except IsADirectoryError:
                shutil.rmtree(place)
                os.replace(f"{self.staging}/{number}", place)
        for path in removed:
            self._remove(path)

    def signatures(self, paths: Iterable[str], now: int) -> dict[str, bytes]:
        """Return the signatures of files and folders; the root is the empty path.

        `now` is the file system's time: a file that changed in the same tick may change again without a trace.
        """
        base = self._base
        places = {path: f"{base}/{path}" if path else base for path in paths}
        return {path: settled_signature(os.stat(place), now, OUTPUT_MARGIN) for path, place in places.items()}

    def sha256(self, path: str) -> bytes:
        """Return the digest of a file; empty where there is none."""
        place = f"{self._base}/{path}"
        if os.path.islink(place) or not os.path.isfile(place):
            return b""
        with open(place, "rb") as file:
            return hashlib.file_digest(file, "sha256").digest()

    def clear(self) -> None:
        """Remove the staging folder."""
        shutil.rmtree(self.staging, ignore_errors=True)

    def _signature(self, folder: str) -> bytes:
        try:
            return signature_of(os.stat(f"{self._base}/{folder}" if folder else self._base))
        except OSError:
            return UNSETTLED

    def _look(
        self, folder: str, files: Collection[str], wanted: Collection[str], known: Collection[str], found: list[str]
    ) -> None:
        """Find foreign files in a folder, and in wanted folders in it that are not `known` and looked at anyway."""
        try:
            entries = sorted(os.scandir(f"{self._base}/{folder}"), key=lambda entry: entry.name)
        except OSError:
            return
        for entry in entries:
            path = f"{folder}/{entry.name}" if folder else entry.name
            if not folder and entry.name in (self._spared or ()):
                continue
            if not entry.is_dir(follow_symlinks=False):
                found += [] if path in files else [path]
            elif path not in wanted:
                found.append(path)
            elif path not in known:
                self._look(path, files, wanted, known, found)

    def _make_folders(self, paths: Iterable[str]) -> None:
        """Make the folders that are needed, before the first file moves, and see that files can be put there."""
        self.root.mkdir(parents=True, exist_ok=True)
        for folder in sorted({os.path.dirname(path) for path in paths}):
            place = f"{self._base}/{folder}" if folder else self._base
            if not os.path.isdir(place):
                self._clear_way(folder)
                os.makedirs(place, exist_ok=True)
            if not os.access(place, os.W_OK):
                raise PermissionError(13, "Permission denied", place)

    def _clear_way(self, folder: str) -> None:
        """Remove a file that stands where a folder is needed."""
        for parent in [*PurePosixPath(folder).parents, PurePosixPath(folder)]:
            place = self.root / parent
            if place.is_symlink() or place.is_file():
                place.unlink()

    def _remove(self, path: str) -> None:
        place = self.root / path
        if place.is_dir() and not place.is_symlink():
            shutil.rmtree(place)
        else:
            with contextlib.suppress(FileNotFoundError, NotADirectoryError):
                place.unlink()
        for parent in list(place.parents)[: len(PurePosixPath(path).parts) - 1]:
            try:
                parent.rmdir()
            except OSError:
                return


def refusal(error: OSError, place: Path) -> BuildError:
    """Return the error that ends a build when the system refuses to write."""
    where = error.filename or place
    return BuildError(f"{where}: {error.strerror}; nothing of the output was changed; see to that and run again")


def _pieces(paths: Sequence[str]) -> Iterator[Sequence[str]]:
    for start in range(0, len(paths), _PIECE):
        yield paths[start : start + _PIECE]
