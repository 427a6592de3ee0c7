"""Results of one run, kept on a shelf for the next: in blocks of articles, so that an edit rewrites only a few blocks.

Every article keeps its number from run to run. The head names the blocks; it is read first and written last.
"""

import marshal
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from plugins.related.keeping.records import Record
from plugins.related.keeping.stored_choices import StoredChoices, choices_from
from plugins.stet.state.shelf import Shelf

if TYPE_CHECKING:  # these need numpy, whose import costs more than a run in which nothing has changed
    from plugins.related.keeping.term_index import TermIndex
    from plugins.related.ranking.lists import Lists
    from plugins.related.ranking.sketches import Sketches

_BLOCK = 128  # articles that are written together, up to 50 KB of a kind; judgement
_KINDS = ("articles", "records", "choices", "lists", "sketches")


@dataclass(frozen=True, slots=True, kw_only=True)
class Altered:
    """Numbers of the articles that a run has to write, by kind of value."""

    records: frozenset[int]
    choices: frozenset[int]
    lists: frozenset[int]
    sketches: frozenset[int]


@dataclass(frozen=True, slots=True, kw_only=True)
class RankingStats:
    """Counts of the articles that a run has worked on."""

    rescored: int = 0
    """Articles that were compared with all others."""
    chosen: int = 0
    """Articles for which a choice was made again."""


class Memory:
    """Results of the run before; each is read from the shelf at its first use."""

    def __init__(self, shelf: Shelf, version: str) -> None:
        """Begin with the values on the shelf, if they are of this version."""
        self._shelf, self._version = shelf, version
        found = shelf.get("head")
        self._head: dict[str, Any] = marshal.loads(found) if found else {}

    @property
    def fits(self) -> bool:
        """True if there is anything that can be used."""
        return bool(self._head.get("version") == self._version)

    @property
    def digest(self) -> bytes:
        """Digest of the articles' records."""
        known: bytes = self._head["digest"] if self.fits else b""
        return known

    @property
    def size(self) -> int:
        """Size class of the archive."""
        size: int = self._head["size"]
        return size

    @cached_property
    def slugs(self) -> list[str]:
        """Slugs by number; that of a vacant one is empty."""
        return [slug for slugs, _ in self._articles for slug in slugs]

    @cached_property
    def dates(self) -> list[int]:
        """Dates by number."""
        return [date for _, dates in self._articles for date in dates]

    @cached_property
    def records(self) -> list[Record]:
        """Records by number; that of a vacant one is empty."""
        return [known for block in self._blocks("records") for known in marshal.loads(block)]

    @cached_property
    def choices(self) -> StoredChoices:
        return choices_from(self.slugs, self._head["width"], self._blocks("choices"))

    @cached_property
    def lists(self) -> "Lists":
        from plugins.related.ranking.lists import Lists

        return Lists.from_blocks(self._blocks("lists"))

    @cached_property
    def sketches(self) -> "Sketches":
        from plugins.related.ranking.sketches import sketches_from

        return sketches_from(self._blocks("sketches"))

    @cached_property
    def index(self) -> "TermIndex":
        from plugins.related.keeping.term_index import TermIndex

        return TermIndex(self._shelf, self._head["stale"], self._head["fresh"])

    @property
    def numbers(self) -> dict[str, int]:
        """Numbers by slug."""
        return {slug: number for number, slug in enumerate(self.slugs) if slug}

    def clear(self) -> None:
        """Take everything off the shelf again."""
        from plugins.related.keeping.term_index import clear_index

        clear_index(self._shelf, self._head.get("fresh", ()))
        for kind in _KINDS:
            for key in self._keys(kind):
                self._shelf.delete(key)
        self._shelf.delete("head")

    def save(self, digest: bytes, size: int, width: int, altered: Altered) -> None:
        """Write the altered blocks, then the head; a choice has `width` related articles."""
        self._write("articles", altered.records, lambda lines: marshal.dumps((self.slugs[lines], self.dates[lines])))
        self._write("records", altered.records, lambda lines: marshal.dumps(self.records[lines]))
        self._write("choices", altered.choices, self.choices.block)
        self._write("lists", altered.lists, self.lists.block)
        self._write("sketches", altered.sketches, self.sketches.block)
        self._head = {
            "version": self._version,
            "digest": digest,
            "size": size,
            "width": width,
            "count": len(self.slugs),
            "stale": sorted(self.index.stale),
            "fresh": sorted(self.index.fresh),
        }
        self._shelf.put("head", marshal.dumps(self._head))

    @cached_property
    def _articles(self) -> Sequence[tuple[list[str], list[int]]]:
        return [marshal.loads(block) for block in self._blocks("articles")]

    def _blocks(self, kind: str) -> Sequence[bytes]:
        return self._shelf.get_all(self._keys(kind))

    def _keys(self, kind: str) -> list[str]:
        return [f"{kind}/{block}" for block in range(-(-self._head.get("count", 0) // _BLOCK))]

    def _write(self, kind: str, numbers: Iterable[int], value: Callable[[slice], bytes]) -> None:
        for block in sorted({number // _BLOCK for number in numbers}):
            self._shelf.put(f"{kind}/{block}", value(slice(block * _BLOCK, (block + 1) * _BLOCK)))
