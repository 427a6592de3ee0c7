"""What was chosen for every article, in numbers: a line of them for each, read as slugs where somebody asks."""

from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence

from plugins.newsroom.choices import Related

_NOBODY = -1
_FLAGS = 2
"""Places of a line before the related articles: whether the latest had a say, and the don't-miss."""


class Choices(Mapping[str, Related]):
    """Choices by slug; `slugs` and `numbers` tell which number is whose, and a vacant number has no slug."""

    def __init__(self, slugs: Sequence[str], width: int, lines: list[list[int]]) -> None:
        """Take lines by number, of `width` related articles each."""
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
        """Numbers of the articles for which one of the latest was chosen, or looked at."""
        return frozenset(number for number, line in enumerate(self._lines) if line[0])

    def put(self, slug: str, related: Related, needs_latest: bool) -> bool:
        """Set what is chosen for an article; return whether that is another choice than before."""
        number, known = self._numbers[slug], self._numbers
        dont_miss = _NOBODY if related.dont_miss is None else known[related.dont_miss]
        line = [int(needs_latest), dont_miss, *(known[other] for other in related.articles)]
        line += [_NOBODY] * (_FLAGS + self._width - len(line))
        is_another, self._lines[number] = self._lines[number] != line, line
        return is_another

    def renamed(self, slugs: Sequence[str]) -> "Choices":
        """Return the same lines for articles of whom some are new and some are gone; these lines are empty."""
        lines = [line if slug else self._empty for line, slug in zip(self._lines, slugs, strict=False)]
        lines += [self._empty] * (len(slugs) - len(lines))
        return Choices(slugs, self._width, lines)

    def frozen(self) -> "Choices":
        """Return what is chosen now, whatever is put later."""
        return Choices(tuple(self._slugs), self._width, list(self._lines))

    def digests(self) -> Mapping[str, bytes]:
        """Return what tells one choice from another, by slug: slugs hold neither spaces nor commas."""
        slugs = [*self._slugs, ""]  # of nobody, which is -1, the one at the end
        return {
            slug: f"{slugs[line[1]]} {','.join([slugs[number] for number in line[_FLAGS:]])}".encode()
            for slug, line in zip(self._slugs, self._lines, strict=True)
            if slug
        }

    def block(self, lines: slice) -> bytes:
        """Return some lines as `choices_from` takes them."""
        return b"".join(array("i", line).tobytes() for line in self._lines[lines])

    @property
    def _empty(self) -> list[int]:
        return [0] + [_NOBODY] * (_FLAGS - 1 + self._width)


def no_choices(slugs: Sequence[str], width: int) -> Choices:
    return Choices(slugs, width, []).renamed(slugs)


def choices_from(slugs: Sequence[str], width: int, blocks: Iterable[bytes]) -> Choices:
    numbers, length = array("i", b"".join(blocks)).tolist(), _FLAGS + width
    return Choices(slugs, width, [numbers[start : start + length] for start in range(0, len(numbers), length)])
