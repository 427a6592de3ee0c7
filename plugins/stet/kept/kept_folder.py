"""The output folder for a process that lives long: it is looked over once a build is done, and not before the next.

To look at every file takes longer than to make the few that a save changes. So a build believes what the look after the
one before it has found, and whatever has happened since is found by the look after itself.
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
    """Whether the folder was as it had been left when it was last looked at."""

    def edited_files(self, known_files: Mapping[str, KnownFile]) -> set[str]:
        return set() if self.is_trusted else super().edited_files(known_files)

    def foreign_files(self, folders: Mapping[str, bytes], files: Collection[str]) -> tuple[list[str], set[str]]:
        return ([], set()) if self.is_trusted else super().foreign_files(folders, files)

    def look(self, ledger: Ledger, lock: Lock, goes_on: Callable[[], bool]) -> bool:
        """Return whether the next build, which then looks for itself, has something to put right here.

        False also when `goes_on` has ended it before anything was found: it has to be done again.
        """
        is_wrong = self._is_edited(ledger, lock, goes_on) or self._has_foreign_files(ledger, lock, goes_on)
        self.is_trusted = self.is_trusted and not is_wrong
        return is_wrong

    def _is_edited(self, ledger: Ledger, lock: Lock, goes_on: Callable[[], bool]) -> bool:
        known_files, to_check, now = ledger.known_files(), set[str](), lock.now()
        for piece in _pieces(list(known_files)):
            if not goes_on():
                return False
            to_check |= super().edited_files({path: known_files[path] for path in piece})
        contents = ledger.contents(sorted(to_check))
        same = [path for path, content in contents.items() if self.sha256(path) == content.sha256]
        ledger.keep_signatures(self.signatures(same, now))
        return len(same) < len(to_check)

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
        there = self.existing(to_check)
        ledger.keep_folders(self.signatures(there, now), to_check - there)
        return bool(found)


def _pieces(paths: Sequence[str]) -> Iterator[Sequence[str]]:
    for start in range(0, len(paths), _PIECE):
        yield paths[start : start + _PIECE]
