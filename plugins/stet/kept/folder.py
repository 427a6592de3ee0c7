"""The output folder for a process that lives long: it is looked over once a build is done, and not before the next.

To look at every file takes longer than to make the few that a save changes. So a build believes what the look after the
one before it has found, and whatever has happened since is found by the look after itself.
"""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

from plugins.stet.folder import OutputFolder
from plugins.stet.state.ledger import Ledger, Standing
from plugins.stet.state.lock import Lock

_PIECE = 500
"""Files between two questions whether to go on: a few milliseconds of work."""


class KeptFolder(OutputFolder):
    """The folder, looked at as every build does until `is_trusted`."""

    is_trusted = False
    """Whether the folder was as it had been left when it was last looked at."""

    def touched(self, standing: Mapping[str, Standing]) -> set[str]:
        return set() if self.is_trusted else super().touched(standing)

    def strangers(self, folders: Mapping[str, bytes], files: Collection[str]) -> tuple[list[str], set[str]]:
        return ([], set()) if self.is_trusted else super().strangers(folders, files)

    def look(self, ledger: Ledger, lock: Lock, goes_on: Callable[[], bool]) -> bool:
        """Return whether the next build, which then looks for itself, has something to put right here.

        False also when `goes_on` has ended it before anything was found: it has to be done again.
        """
        is_wrong = self._is_touched(ledger, lock, goes_on) or self._has_strangers(ledger, lock, goes_on)
        self.is_trusted = self.is_trusted and not is_wrong
        return is_wrong

    def _is_touched(self, ledger: Ledger, lock: Lock, goes_on: Callable[[], bool]) -> bool:
        standing, suspects, now = ledger.standing(), set[str](), lock.now()
        for piece in _pieces(list(standing)):
            if not goes_on():
                return False
            suspects |= super().touched({path: standing[path] for path in piece})
        contents = ledger.contents(sorted(suspects))
        same = [path for path, content in contents.items() if self.sha256(path) == content.sha256]
        ledger.keep_signatures(self.signatures(same, now))
        return len(same) < len(suspects)

    def _has_strangers(self, ledger: Ledger, lock: Lock, goes_on: Callable[[], bool]) -> bool:
        if self._spared is None:
            return False
        folders, files, now = ledger.folders(), ledger.standing(), lock.now()
        suspects, found = set[str](), list[str]()
        for piece in _pieces(list(folders)):
            if not goes_on():
                return False
            suspects |= {folder for folder in piece if self._signature(folder) != folders[folder]}
        for folder in sorted(suspects):
            self._look(folder, files, folders, folders, found)
        there = self.existing(suspects)
        ledger.keep_folders(self.signatures(there, now), suspects - there)
        return bool(found)


def _pieces(paths: Sequence[str]) -> Iterator[Sequence[str]]:
    for start in range(0, len(paths), _PIECE):
        yield paths[start : start + _PIECE]
