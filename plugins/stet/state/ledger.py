"""The ledger: every file of the output, the facts and the model that it was made of, and its signature on disk."""

import json
import marshal
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import count
from typing import NamedTuple

from plugins.stet.facts import Facts, Key, Trace, fact_number, trace_of
from plugins.stet.outputs import Output
from plugins.stet.state.database import Database

_CONTENT = "fingerprint, sha256, bytes, why, generation"
_COLUMNS = f"number, path, kind, spec, signature, {_CONTENT}, asked, trace"
_MARKS = ", ".join("?" * 12)

_STATES_KEPT = 1_000
"""For how many outputs back it can be told what has changed since; our own choice, days of a busy newsroom."""

_MOST_AT_ONCE = 1_000
"""Files that are entered at once: each has some dozens of links, which take memory until they are written."""


class KnownFile(NamedTuple):
    """A file as the last build left it, as far as every build asks for it."""

    number: int
    spec: bytes
    signature: bytes


class FileContent(NamedTuple):
    """What is in a file: what it was made of, and its bytes."""

    fingerprint: bytes
    sha256: bytes
    bytes: int
    why: str
    """Why it was last written, in words."""
    generation: int
    """In which of the outputs it was written first."""


NO_CONTENT = FileContent(b"", b"", 0, "", 0)
"""Of a file that is not there."""


class LedgerEntry(NamedTuple):
    """A file that was made or looked at anew."""

    output: Output
    spec: bytes
    """Digest of what it was asked to be."""
    content: FileContent
    signature: bytes
    trace: Trace
    """The facts that it was made from."""

    @property
    def path(self) -> str:
        return self.output.path


class Ledger:
    """The ledger in a database; what is entered holds with the database's next commit."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def known_files(self) -> dict[str, KnownFile]:
        """Return every file by path."""
        rows = self._database.rows("SELECT path, number, spec, signature FROM pages")
        return {path: KnownFile(number, spec, signature) for path, number, spec, signature in rows}

    def entry(self, path: str) -> LedgerEntry | None:
        """Return all that is known of one file."""
        columns = f"kind, asked, spec, signature, trace, {_CONTENT}"
        rows = self._database.rows(f"SELECT {columns} FROM pages WHERE path = ?", [path])
        if not rows:
            return None
        kind, asked, spec, signature, trace, *content = rows[0]
        output = Output(path, kind, marshal.loads(asked))
        return LedgerEntry(output, spec, FileContent(*content), signature, trace_of(marshal.loads(trace)))

    def contents(self, paths: Sequence[str]) -> dict[str, FileContent]:
        """Return what is in those of the files that are known, by path."""
        query = f"SELECT path, {_CONTENT} FROM pages WHERE path IN (SELECT value FROM json_each(?))"
        return {path: FileContent(*rest) for path, *rest in self._database.rows(query, [json.dumps(paths)])}

    def facts(self) -> dict[str, Facts]:
        """Return the facts that the present output was made from, by space."""
        rows = self._database.rows("SELECT space, key, digests FROM facts")
        return {space: Facts(key, found) for space, key, found in rows}

    def asked(self, path: str) -> Output:
        """Return what a file of the present output was asked to be; raises KeyError if it is none."""
        rows = self._database.rows("SELECT kind, asked FROM pages WHERE path = ?", [path])
        if not rows:
            raise KeyError(path)
        kind, asked = rows[0]
        return Output(path, kind, marshal.loads(asked))

    def folders(self) -> dict[str, bytes]:
        """Return the signature of every folder of the output, by path."""
        return dict(self._database.rows("SELECT path, signature FROM folders"))

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

    def enter(
        self, entries: Sequence[LedgerEntry], numbers: Mapping[str, int], removed: Iterable[str], generation: int
    ) -> None:
        """Enter files that were made, and strike out those that were removed, in the output of this `generation`.

        `numbers` are those of known files.
        """
        gone = list(removed)
        for path in gone:
            self._unlink(self._links_of(path, numbers[path], ()))
            self._database.write("DELETE FROM pages WHERE path = ?", [(path,)])
        self._database.write("INSERT OR REPLACE INTO gone VALUES (?, ?)", [(path, generation) for path in gone])
        fresh = count(max(numbers.values(), default=0) + 1)
        numbered = [(numbers.get(entry.path) or next(fresh), entry) for entry in entries]
        for start in range(0, len(numbered), _MOST_AT_ONCE):
            self._enter(numbered[start : start + _MOST_AT_ONCE], numbers)

    def _enter(self, numbered: Sequence[tuple[int, LedgerEntry]], known: Mapping[str, int]) -> None:
        rows, links, stale = [], [], []
        for number, entry in numbered:
            facts = entry.trace.numbers
            stale += self._links_of(entry.path, number, facts) if entry.path in known else []
            links += [(fact, number) for fact in facts]
            asked, known_as = marshal.dumps(entry.output.spec), (number, entry.path, entry.output.kind)
            rows.append((*known_as, entry.spec, entry.signature, *entry.content, asked, entry.trace.packed))
        self._unlink(stale)
        self._database.write(f"INSERT OR REPLACE INTO pages ({_COLUMNS}) VALUES ({_MARKS})", rows)
        self._database.write("DELETE FROM gone WHERE path = ?", [(path,) for _, path, *_ in rows if path not in known])
        self._database.write("INSERT OR IGNORE INTO links VALUES (?, ?)", sorted(links))

    def _unlink(self, links: Sequence[tuple[int, int]]) -> None:
        self._database.write("DELETE FROM links WHERE fact = ? AND page = ?", links)

    def keep_signatures(self, signatures: Mapping[str, bytes]) -> None:
        """Enter what files look like that are the same inside."""
        self._database.write("UPDATE pages SET signature = ? WHERE path = ?", [(s, p) for p, s in signatures.items()])

    def keep_facts(self, before: Mapping[str, Facts], after: Mapping[str, Facts]) -> None:
        """Enter the facts that the output is made from now."""
        gone = [(space,) for space in before if space not in after]
        new = [(space, found.key, found.packed) for space, found in after.items() if before.get(space) is not found]
        self._database.write("DELETE FROM facts WHERE space = ?", gone)
        self._database.write("INSERT OR REPLACE INTO facts VALUES (?, ?, ?)", new)

    def keep_folders(self, signatures: Mapping[str, bytes], gone: Iterable[str]) -> None:
        """Enter what folders look like now."""
        self._database.write("DELETE FROM folders WHERE path = ?", [(path,) for path in gone])
        self._database.write("INSERT OR REPLACE INTO folders VALUES (?, ?)", signatures.items())

    def keep_notes(self, notes: Mapping[str, str]) -> None:
        """Enter what was said of the output, as JSON by name, in place of what was said of the last one."""
        self._database.write("DELETE FROM notes", [()])
        self._database.write("INSERT INTO notes VALUES (?, ?)", notes.items())

    def _links_of(self, path: str, number: int, kept: Sequence[int]) -> list[tuple[int, int]]:
        """Return the links of a file that it no longer has when it is made from the facts `kept`, by number."""
        rows = self._database.rows("SELECT trace FROM pages WHERE path = ?", [path])
        before = set(map(fact_number, marshal.loads(rows[0][0]))) if rows else set()
        return [(fact, number) for fact in before.difference(kept)]


class KnownOutputs(Mapping[str, Output]):
    """The files of the present output as what they were asked to be, each looked up where somebody wants to know."""

    def __init__(self, ledger: Ledger, paths: Mapping[str, object]) -> None:
        self._ledger = ledger
        self._paths = paths

    def __getitem__(self, path: str) -> Output:
        return self._ledger.asked(path)

    def __iter__(self) -> Iterator[str]:
        return iter(self._paths)

    def __len__(self) -> int:
        return len(self._paths)

    def __contains__(self, path: object) -> bool:
        return path in self._paths
