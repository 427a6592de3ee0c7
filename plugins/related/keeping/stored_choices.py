"""Choices for all articles as lines of numbers, turned into slugs when one is read."""

from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence

from plugins.newsroom.choices import Related

_NOBODY = -1
_FLAGS = 2
"""Places of a line before the related articles: 1 if the latest were considered, and the don't-miss."""


class StoredChoices(Mapping[str, Related]):
    """Choices by slug, each a line at the number of its article; a vacant number has an empty slug."""

    def __init__(self, slugs: Sequence[str], width: int, lines: list[list[int]]) -> None:
        """Take slugs and lines by number; a line has `width` related articles."""
        self._slugs, self._width, self._lines = slugs, width, lines
        self._numbers = {slug: number for number, slug in enumerate(slugs) if slug}

    def __getitem__(self, slug: str) -> Related:
        _, dont_miss, *articles = self._lines[self._numbers[slug]]
        slugs = self._slugs
        return Related(
            dont_miss=None if dont_miss == _NOBODY else slugs[dont_miss],
            articles=tuple(slugs[number] for number in articles if number != _NOBODY),
        )

    def __iter__(self) -> Iterator[str]:
        return iter(self._numbers)

    def __len__(self) -> int:
        return len(self._numbers)

    @property
    def with_latest(self) -> frozenset[int]:
        """Numbers of the articles for which the latest of the category were considered."""
        return frozenset(number for number, line in enumerate(self._lines) if line[0])

    def put(self, slug: str, related: Related, needs_latest: bool) -> bool:
        """Set the choice for an article; return True if that is another one than before."""
        number, known = self._numbers[slug], self._numbers
        dont_miss = _NOBODY if related.dont_miss is None else known[related.dont_miss]
        line = [int(needs_latest), dont_miss, *(known[other] for other in related.articles)]
        line += [_NOBODY] * (_FLAGS + self._width - len(line))
        is_another, self._lines[number] = self._lines[number] != line, line
        return is_another

    def renamed(self, slugs: Sequence[str]) -> "StoredChoices":
        """Return the same lines under other slugs; the lines of new and of vacant numbers are empty."""
        empty = [0] + [_NOBODY] * (_FLAGS - 1 + self._width)
        lines = [line if slug else empty for line, slug in zip(self._lines, slugs, strict=False)]
        return StoredChoices(slugs, self._width, lines + [empty] * (len(slugs) - len(lines)))

    def frozen(self) -> "StoredChoices":
        """Return a copy, which later choices leave as it is."""
        return StoredChoices(tuple(self._slugs), self._width, list(self._lines))

    def digests(self) -> Mapping[str, bytes]:
        """Return a digest of each choice, by slug: the slugs in it, which hold neither spaces nor commas."""
        slugs = [*self._slugs, ""]  # of nobody, which is -1, the one at the end
        return {
            slug: f"{slugs[line[1]]} {','.join([slugs[number] for number in line[_FLAGS:]])}".encode()
            for slug, line in zip(self._slugs, self._lines, strict=True)
            if slug
        }

    def block(self, lines: slice) -> bytes:
        """Return some lines as `choices_from` takes them."""
        return b"".join(array("i", line).tobytes() for line in self._lines[lines])


def choices_from(slugs: Sequence[str], width: int, blocks: Iterable[bytes]) -> StoredChoices:
    """Return the choices in blocks of lines."""
    numbers, length = array("i", b"".join(blocks)).tolist(), _FLAGS + width
    lines = [numbers[start : start + length] for start in range(0, len(numbers), length)]
    return StoredChoices(slugs, width, lines)
