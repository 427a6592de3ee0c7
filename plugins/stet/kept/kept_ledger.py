"""The ledger for a process that lives long: what every build asks for is read from the database once.

Right for as long as nobody else writes to the database, which its lock sees to. After a build that did not come to its
end the whole ledger is to be thrown away, as the database forgets what it was told and this does not.
"""

from collections.abc import Iterable, Mapping, Sequence

from plugins.stet.facts import Facts
from plugins.stet.state.database import Database
from plugins.stet.state.ledger import KnownFile, Ledger, LedgerEntry

_MOST = 400
"""Entries that are looked up one by one; after more, the whole is read again."""


class KeptLedger(Ledger):
    """Answers as the ledger does. What it has returned stays as it is: a change makes a new mapping."""

    def __init__(self, database: Database) -> None:
        super().__init__(database)
        self._known_files: dict[str, KnownFile] | None = None
        self._facts: dict[str, Facts] | None = None
        self._folders: dict[str, bytes] | None = None

    def known_files(self) -> dict[str, KnownFile]:
        if self._known_files is None:
            self._known_files = super().known_files()
        return self._known_files

    def facts(self) -> dict[str, Facts]:
        if self._facts is None:
            self._facts = super().facts()
        return self._facts

    def folders(self) -> dict[str, bytes]:
        if self._folders is None:
            self._folders = super().folders()
        return self._folders

    def enter(
        self, entries: Sequence[LedgerEntry], numbers: Mapping[str, int], removed: Iterable[str], generation: int
    ) -> None:
        gone = set(removed)
        super().enter(entries, numbers, gone, generation)
        if len(entries) > _MOST:
            self._known_files = None
            return
        kept = {path: known for path, known in self.known_files().items() if path not in gone}
        entered = {entry.path: KnownFile(self._number(entry.path), entry.spec, entry.signature) for entry in entries}
        self._known_files = {**kept, **entered}

    def keep_signatures(self, signatures: Mapping[str, bytes]) -> None:
        super().keep_signatures(signatures)
        known = self.known_files()
        self._known_files = {
            **known,
            **{path: known[path]._replace(signature=each) for path, each in signatures.items()},
        }

    def keep_facts(self, before: Mapping[str, Facts], after: Mapping[str, Facts]) -> None:
        super().keep_facts(before, after)
        self._facts = dict(after)

    def keep_folders(self, signatures: Mapping[str, bytes], gone: Iterable[str]) -> None:
        paths = set(gone)
        super().keep_folders(signatures, paths)
        kept = {path: signature for path, signature in self.folders().items() if path not in paths}
        self._folders = {**kept, **signatures}

    def _number(self, path: str) -> int:
        number: int = self._database.rows("SELECT number FROM pages WHERE path = ?", [path])[0][0]
        return number
