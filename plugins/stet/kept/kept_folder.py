"""The output folder for a process that lives long: looked over once a build is done, and not before the next one.

To look at every file takes longer than to make the few that a save changes. So a build believes the look after the
build before it; a change that somebody makes since then is found by the look after itself.
"""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

from plugins.stet.folder import OutputFolder
from plugins.stet.state.ledger import KnownFile, Ledger
from plugins.stet.state.lock import Lock

_PIECE = 500
"""Files between two questions whether to go on: a few milliseconds of work."""


class KeptFolder(OutputFolder):
    """The folder, looked at as every build does until `is_trusted`."""

    is_trusted = False
    """True if the folder was as it had been left when it was last looked at."""

    def edited_files(self, known_files: Mapping[str, KnownFile]) -> set[str]:
        return set() if self.is_trusted else super().edited_files(known_files)

    def foreign_files(self, folders: Mapping[str, bytes], files: Collection[str]) -> tuple[list[str], set[str]]:
        return ([], set()) if self.is_trusted else super().foreign_files(folders, files)

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
            to_check |= super().edited_files({path: known_files[path] for path in piece})
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
        if found:
            return True  # no signature is kept, so that the next build looks into these folders
        self.keep_folders(to_check, ledger, now)
        return False


def _pieces(paths: Sequence[str]) -> Iterator[Sequence[str]]:
    for start in range(0, len(paths), _PIECE):
        yield paths[start : start + _PIECE]
