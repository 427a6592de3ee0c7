"""Places of the links that authors put into their texts, which those of the don't-miss line are held against.

The text that the ranking reads lacks the links and their words; the same text as published has them. Both have the same
blocks in the same order, unless a block was nothing but a link.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from urllib.parse import unquote, urlsplit

from markupsafe import Markup

from plugins.desk.text.plain_text import plain_text
from plugins.desk.text.slots import fill
from plugins.newsroom.forms.shown_picture import Picture
from plugins.newsroom.language.words import words
from tests.evaluation.reading import Post

_HREF = re.compile(r"\bhref\s*=\s*(?:\"([^\"]*)\"|'([^']*)')", re.IGNORECASE)


class _AsWritten:
    """Targets of a text that stands in no publication."""

    def link(self, target: str) -> str:
        return target

    def original(self, target: str) -> str:
        return target

    def text_sizes(self, picture: Picture) -> str:
        return ""

    def picture(self, target: str) -> Picture:
        return Picture(alt="", url=target, width=1, height=1)


def link_places(post: Post, linked: Post) -> Mapping[str, int]:
    """Return, by target (the last part of its address), the block of `post` that first has a link of `linked` to it.

    A block has the number that it has in `post`, from 0.
    """
    numbers = aligned(linked.blocks, post.blocks) if post.blocks else ()
    found: dict[str, int] = {}
    for block, number in zip(linked.blocks, numbers, strict=False):  # a text without blocks has none
        for target in _targets(block):
            found.setdefault(target, number)
    return found


def aligned(blocks: Sequence[Markup], others: Sequence[Markup]) -> Sequence[int]:
    """Return which of `others` each block is: by number if they are as many, else that with most words in common."""
    if len(blocks) == len(others):
        return range(len(blocks))
    counts = [Counter(words(plain_text(other))) for other in others]
    return [_most_alike(number, Counter(words(plain_text(block))), counts) for number, block in enumerate(blocks)]


def _most_alike(number: int, block: Counter[str], others: Sequence[Counter[str]]) -> int:
    """Return the number of the most similar block (by Dice's coefficient), of equal ones the nearest."""

    def similarity(other: int) -> tuple[float, int]:
        common = (block & others[other]).total()
        return 2 * common / max(1, block.total() + others[other].total()), -abs(other - number)

    return max(range(len(others)), key=similarity)


def _targets(block: Markup) -> Iterator[str]:
    for quoted, single in _HREF.findall(fill(block, _AsWritten())):
        try:
            path = urlsplit(quoted or single).path
        except ValueError:
            continue
        yield unquote(path).rstrip("/").rpartition("/")[2]
