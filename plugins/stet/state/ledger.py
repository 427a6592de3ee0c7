"""The ledger: every file of the output, the facts and the model that it was made of, and its signature on disk."""

import json
import marshal
import os
from collections.abc import Iterable, Mapping, Sequence
from itertools import count
from typing import NamedTuple

from plugins.stet.facts import Facts, Key, Trace, fact_number, trace_of
from plugins.stet.outputs import Output
from plugins.stet.state.database import Database

_CONTENT = "fingerprint, sha256, bytes, why, generation"
_COLUMNS = f"number, path, kind, spec, signature, {_CONTENT}, asked, trace"
_MARKS = ", ".join("?" * 12)

_STATES_KEPT = 1_000
"""Outputs back to which the record tells what has changed since; our own choice, days of a busy newsroom."""

_MOST_AT_ONCE = 1_000
"""Files that are entered at once: each has some dozens of links, which take memory until they are written."""


class KnownFile(NamedTuple):
    """A file as the last build left it: the part that every build needs."""

    number: int
    spec: bytes
    signature: bytes


class FileContent(NamedTuple):
    """The content of a file: digests of the model that it was made of, and of its bytes."""

    fingerprint: bytes
    sha256: bytes
    bytes: int
    why: str
    """Reason why it was last written, in words."""
    generation: int
    """Number of the output in which it was written first."""


NO_CONTENT = FileContent(b"", b"", 0, "", 0)
"""Of a file that is not there."""


class LedgerEntry(NamedTuple):
    """A file that was made or looked at anew."""

    output: Output
    spec: bytes
    """Digest of the output that was asked for."""
    content: FileContent
    signature: bytes
    trace: Trace
    """The facts that it was made from."""


class Ledger:
    """The ledger in a database; an entry holds with the database's next commit.

    The answers that every build asks for are read once, so that a process that builds again need not read them again:
    the lock keeps all others from the database. An answer stays as it is; a change makes a new one. After a build that
    broke off, throw the ledger away: the database forgets what it was told, and this does not.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self._known_files: dict[str, KnownFile] | None = None
        self._facts: dict[str, Facts] | None = None
        self._folders: dict[str, bytes] | None = None

    def known_files(self) -> dict[str, KnownFile]:
        """Return every file by path."""
        if self._known_files is None:
            rows = self._database.rows("SELECT path, number, spec, signature FROM pages")
            self._known_files = {path: KnownFile(number, spec, signature) for path, number, spec, signature in rows}
        return self._known_files

    def facts(self) -> dict[str, Facts]:
        """Return the facts that the present output was made from, by space."""
        if self._facts is None:
            rows = self._database.rows("SELECT space, key, digests FROM facts")
            self._facts = {space: Facts(key, digests) for space, key, digests in rows}
        return self._facts

    def folders(self) -> dict[str, bytes]:
        """Return the signature of every folder of the output, by path."""
        if self._folders is None:
            self._folders = dict(self._database.rows("SELECT path, signature FROM folders"))
        return self._folders

    def entry(self, path: str) -> LedgerEntry | None:
        """Return everything about one file; None for a path that is not in the ledger."""
        columns = f"kind, asked, spec, signature, trace, {_CONTENT}"
        rows = self._database.rows(f"SELECT {columns} FROM pages WHERE path = ?", [path])
        if not rows:
            return None
        kind, asked, spec, signature, trace, *content = rows[0]
        output = Output(path, kind, marshal.loads(asked))
        return LedgerEntry(output, spec, FileContent(*content), signature, trace_of(marshal.loads(trace)))

    def contents(self, paths: Sequence[str]) -> dict[str, FileContent]:
        """Return the content of those of the files that are known, by path."""
        query = f"SELECT path, {_CONTENT} FROM pages WHERE path IN (SELECT value FROM json_each(?))"
        return {path: FileContent(*rest) for path, *rest in self._database.rows(query, [json.dumps(paths)])}

    def asked(self, path: str) -> Output:
        """Return a file of the present output as it was asked for; raises KeyError if it is none."""
        rows = self._database.rows("SELECT kind, asked FROM pages WHERE path = ?", [path])
        if not rows:
            raise KeyError(path)
        kind, asked = rows[0]
        return Output(path, kind, marshal.loads(asked))

    def made_from(self, facts: Iterable[Key]) -> set[int]:
        """Return the numbers of the files that were made from one of the facts."""
        query = "SELECT DISTINCT page FROM links WHERE fact IN (SELECT value FROM json_each(?))"
        rows = self._database.rows(query, [json.dumps([fact_number(key) for key in facts])])
        return {number for (number,) in rows}

    def generation(self) -> int:
        """Return the number of the present output: it rises whenever a build writes or removes something."""
        found: int = self._database.rows("SELECT coalesce(max(generation), 0) FROM states")[0][0]
        return found

    def begin_generation(self) -> int:
        """Give the output that is being made the next number, and a name that nothing else ever had; return the number.

        The name tells it from another output of that number, made where an older state was put back.
        """
        number = self.generation() + 1
        oldest = number - _STATES_KEPT
        self._database.write("INSERT INTO states VALUES (?, ?)", [(number, os.urandom(16).hex())])
        self._database.write("DELETE FROM states WHERE generation < ?", [(oldest,)])
        self._database.write("DELETE FROM gone WHERE generation <= ?", [(oldest,)])
        return number

    def enter(self, entries: Sequence[LedgerEntry], removed: Iterable[str], generation: int) -> None:
        """Enter files that were made, and strike out those that were removed, in the output of this `generation`."""
        known, gone = self.known_files(), set(removed)
        for path in gone:
            self._unlink(self._links_of(path, known[path].number, ()))
            self._database.write("DELETE FROM pages WHERE path = ?", [(path,)])
        self._database.write("INSERT OR REPLACE INTO gone VALUES (?, ?)", [(path, generation) for path in gone])
        fresh = count(max((file.number for file in known.values()), default=0) + 1)
        numbered = [(known[e.output.path].number if e.output.path in known else next(fresh), e) for e in entries]
        for start in range(0, len(numbered), _MOST_AT_ONCE):
            self._enter(numbered[start : start + _MOST_AT_ONCE], known)
        kept = {path: file for path, file in known.items() if path not in gone}
        self._known_files = kept | {e.output.path: KnownFile(number, e.spec, e.signature) for number, e in numbered}

    def _enter(self, numbered: Sequence[tuple[int, LedgerEntry]], known: Mapping[str, KnownFile]) -> None:
        rows, links, stale = [], [], []
        for number, entry in numbered:
            path, facts = entry.output.path, entry.trace.numbers
            stale += self._links_of(path, number, facts) if path in known else []
            links += [(fact, number) for fact in facts]
            asked, known_as = marshal.dumps(entry.output.spec), (number, path, entry.output.kind)
            rows.append((*known_as, entry.spec, entry.signature, *entry.content, asked, entry.trace.packed))
        self._unlink(stale)
        self._database.write(f"INSERT OR REPLACE INTO pages ({_COLUMNS}) VALUES ({_MARKS})", rows)
        self._database.write("DELETE FROM gone WHERE path = ?", [(path,) for _, path, *_ in rows if path not in known])
        self._database.write("INSERT OR IGNORE INTO links VALUES (?, ?)", sorted(links))

    def _unlink(self, links: Sequence[tuple[int, int]]) -> None:
        self._database.write("DELETE FROM links WHERE fact = ? AND page = ?", links)

    def keep_signatures(self, signatures: Mapping[str, bytes]) -> None:
        """Enter the signatures of files whose content is the same."""
        rows = [(signature, path) for path, signature in signatures.items()]
        self._database.write("UPDATE pages SET signature = ? WHERE path = ?", rows)
        known = self.known_files()
        self._known_files = known | {path: known[path]._replace(signature=new) for path, new in signatures.items()}

    def keep_facts(self, facts: Mapping[str, Facts]) -> None:
        """Enter the facts that the output is made from now; those that are the very objects of before are there."""
        before = self.facts()
        gone = [(space,) for space in before if space not in facts]
        new = [(space, found.key, found.packed) for space, found in facts.items() if before.get(space) is not found]
        self._database.write("DELETE FROM facts WHERE space = ?", gone)
        self._database.write("INSERT OR REPLACE INTO facts VALUES (?, ?, ?)", new)
        self._facts = dict(facts)

    def keep_folders(self, signatures: Mapping[str, bytes], gone: set[str]) -> None:
        """Enter the signatures of folders."""
        self._database.write("DELETE FROM folders WHERE path = ?", [(path,) for path in gone])
        self._database.write("INSERT OR REPLACE INTO folders VALUES (?, ?)", signatures.items())
        kept = {path: signature for path, signature in self.folders().items() if path not in gone}
        self._folders = kept | dict(signatures)

    def keep_notes(self, notes: Mapping[str, str]) -> None:
        """Enter the notes on the output, as JSON by name, in place of those on the last one."""
        self._database.write("DELETE FROM notes", [()])
        self._database.write("INSERT INTO notes VALUES (?, ?)", notes.items())

    def _links_of(self, path: str, number: int, kept: Sequence[int]) -> list[tuple[int, int]]:
        """Return the links of a file that it no longer has when it is made from the facts `kept`, by number."""
        rows = self._database.rows("SELECT trace FROM pages WHERE path = ?", [path])
        before = set(map(fact_number, marshal.loads(rows[0][0]))) if rows else set()
        return [(fact, number) for fact in before.difference(kept)]
