"""The ledger: every file of the output, what it was made of, and what it looks like on disk."""

import marshal
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import count
from typing import NamedTuple

from plugins.stet.database import Database
from plugins.stet.facts import Facts, Key, Trace, fact_number, trace_of
from plugins.stet.outputs import Output

_PIECE = 500
"""Values in one query, well below SQLite's limit on variables."""

_MOST_AT_ONCE = 1_000
"""Files that are entered at once: each has some dozens of links, which take memory until they are written."""


class Standing(NamedTuple):
    """A file as the last build left it, as far as every build asks for it."""

    number: int
    spec: bytes
    signature: bytes


class Content(NamedTuple):
    """What is in a file: what it was made of, and its bytes."""

    fingerprint: bytes
    sha256: bytes
    bytes: int
    why: str
    """Why it was last written, in words."""


NO_CONTENT = Content(b"", b"", 0, "")
"""Of a file that is not there."""


class Entry(NamedTuple):
    """A file that was made or looked at anew."""

    output: Output
    spec: bytes
    """Digest of what it was asked to be."""
    content: Content
    signature: bytes
    trace: Trace
    """The facts that it was made from."""

    @property
    def path(self) -> str:
        return self.output.path


class File(NamedTuple):
    """A file's content."""

    sha256: str
    bytes: int


class Ledger:
    """The ledger in a database; what is entered holds with the database's next commit."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def standing(self) -> dict[str, Standing]:
        """Return every file by path."""
        rows = self._database.rows("SELECT path, number, spec, signature FROM pages")
        return {path: Standing(number, spec, signature) for path, number, spec, signature in rows}

    def files(self) -> dict[str, File]:
        """Return every file's content by path, in order of path."""
        rows = self._database.rows("SELECT path, sha256, bytes FROM pages ORDER BY path")
        return {path: File(sha256.hex(), size) for path, sha256, size in rows}

    def entry(self, path: str) -> Entry | None:
        """Return all that is known of one file."""
        columns = "spec, asked, fingerprint, sha256, bytes, why, signature, trace"
        rows = self._database.rows(f"SELECT {columns} FROM pages WHERE path = ?", [path])
        if not rows:
            return None
        spec, asked, *content, signature, trace = rows[0]
        output = Output(path, *marshal.loads(asked))
        return Entry(output, spec, Content(*content), signature, trace_of(marshal.loads(trace)))

    def contents(self, paths: Sequence[str]) -> dict[str, Content]:
        """Return what is in those of the files that are known, by path."""
        found: dict[str, Content] = {}
        for start in range(0, len(paths), _PIECE):
            piece = paths[start : start + _PIECE]
            marks = ",".join("?" * len(piece))
            query = f"SELECT path, fingerprint, sha256, bytes, why FROM pages WHERE path IN ({marks})"
            found.update({path: Content(*rest) for path, *rest in self._database.rows(query, piece)})
        return found

    def facts(self) -> dict[str, Facts]:
        """Return the facts that the present output was made from, by space."""
        rows = self._database.rows("SELECT space, key, digests FROM facts")
        return {space: Facts(key, found) for space, key, found in rows}

    def asked(self, path: str) -> Output:
        """Return what a file of the present output was asked to be; raises KeyError if it is none."""
        rows = self._database.rows("SELECT asked FROM pages WHERE path = ?", [path])
        if not rows:
            raise KeyError(path)
        return Output(path, *marshal.loads(rows[0][0]))

    def folders(self) -> dict[str, bytes]:
        """Return the signature of every folder of the output, by path."""
        return dict(self._database.rows("SELECT path, signature FROM folders"))

    def made_from(self, facts: Iterable[Key]) -> set[int]:
        """Return the numbers of the files that were made from one of the facts."""
        numbers = [fact_number(key) for key in facts]
        found: set[int] = set()
        for start in range(0, len(numbers), _PIECE):
            piece = numbers[start : start + _PIECE]
            marks = ",".join("?" * len(piece))
            rows = self._database.rows(f"SELECT DISTINCT page FROM links WHERE fact IN ({marks})", piece)
            found.update(number for (number,) in rows)
        return found

    def enter(self, entries: Sequence[Entry], numbers: Mapping[str, int], removed: Iterable[str]) -> None:
        """Enter files that were made, and strike out those that were removed; `numbers` are those of known files."""
        for path in removed:
            self._unlink(self._links_of(path, numbers[path], ()))
            self._database.write("DELETE FROM pages WHERE path = ?", [(path,)])
        fresh = count(max(numbers.values(), default=0) + 1)
        numbered = [(numbers.get(entry.path) or next(fresh), entry) for entry in entries]
        for start in range(0, len(numbered), _MOST_AT_ONCE):
            self._enter(numbered[start : start + _MOST_AT_ONCE], numbers)

    def _enter(self, numbered: Sequence[tuple[int, Entry]], known: Mapping[str, int]) -> None:
        rows, links, stale = [], [], []
        for number, entry in numbered:
            facts = entry.trace.numbers
            stale += self._links_of(entry.path, number, facts) if entry.path in known else []
            links += [(fact, number) for fact in facts]
            *content, why = entry.content
            asked = marshal.dumps(tuple(entry.output[1:]))
            rows.append((number, entry.path, entry.spec, asked, *content, entry.signature, entry.trace.packed, why))
        self._unlink(stale)
        self._database.write("INSERT OR REPLACE INTO pages VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", rows)
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

    def _links_of(self, path: str, number: int, kept: Sequence[int]) -> list[tuple[int, int]]:
        """Return the links of a file that it no longer has when it is made from the facts `kept`, by number."""
        rows = self._database.rows("SELECT trace FROM pages WHERE path = ?", [path])
        before = set(map(fact_number, marshal.loads(rows[0][0]))) if rows else set()
        return [(fact, number) for fact in before.difference(kept)]


class StandingOutputs(Mapping[str, Output]):
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
