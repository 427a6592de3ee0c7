"""Compares all articles with all: once, and whenever too much has changed to be followed."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial

from plugins.newsroom.language.terms import HEADS
from plugins.related.ranking.lists import Lists
from plugins.related.ranking.numbering import Numbering
from plugins.related.ranking.postings import Postings
from plugins.related.ranking.scoring import Questions, Scorer
from plugins.stet.workers import Spread

_SHARE = 500  # articles in one item of work; judgement


def compare_articles(
    postings: Postings,
    numbering: Numbering,
    hidden: Mapping[int, bytes],
    spread: Spread,
    progress: Callable[[int], None],
) -> Lists:
    """Return the best matches of every article; `progress` hears the number of articles that are done.

    Those of `hidden`, features by number, are not in the postings.
    """
    # A term that one public article alone holds matches nothing, unless a hidden article asks for it.
    is_shared = (postings.frequencies > 1) | (postings.terms >= HEADS)
    shared = Scorer(postings.most(is_shared), numbering)
    numbers = range(len(numbering.slugs))
    compare = partial(_compare, shared, shared.questions())

    def blocks() -> Iterator[bytes]:
        for share, block in enumerate(spread.map(compare, numbers, _SHARE), 1):
            progress(min(share * _SHARE, len(numbers)))
            yield block

    lists = Lists.from_blocks(blocks())
    if hidden:
        scorer = Scorer(postings, numbering)
        for number, features in hidden.items():
            lists.put(number, *scorer.best(number, scorer.totals(number, features)))
    return lists


def _compare(scorer: Scorer, questions: Questions, numbers: range) -> bytes:
    """Return the lines of some articles as a block."""
    lists = Lists(len(numbers))
    for line, number in enumerate(numbers):
        lists.put(line, *scorer.best(number, scorer.answer(number, questions)))
    return lists.block(slice(None))
