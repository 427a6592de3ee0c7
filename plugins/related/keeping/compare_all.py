"""Compares all articles with all: what is done once, and whenever a change is too large to be followed."""

from collections.abc import Mapping
from functools import partial

from plugins.newsroom.terms import HEADS
from plugins.related.ranking.lists import Lists, from_blocks
from plugins.related.ranking.numbering import Roster
from plugins.related.ranking.postings import Postings
from plugins.related.ranking.scoring import Questions, Scorer
from plugins.related.spreading import Spread

_SHARE = 500  # articles in one item of work; judgement


def all_lists(
    postings: Postings,
    roster: Roster,
    hidden: Mapping[int, bytes],
    spread: Spread,
) -> Lists:
    """Return the best matches of every article. Those of `hidden`, features by number, are not in the postings."""
    # A term that one public article alone holds matches nothing, unless a hidden article asks for it.
    is_shared = (postings.frequencies > 1) | (postings.terms >= HEADS)
    shared = Scorer(postings.most(is_shared), roster)
    count = len(roster.slugs)
    shares = [range(start, min(start + _SHARE, count)) for start in range(0, count, _SHARE)]
    lists = from_blocks(spread(partial(_share, shared, shared.questions()), shares))
    if hidden:
        scorer = Scorer(postings, roster)
        for number, features in hidden.items():
            lists.put(number, *scorer.best(number, scorer.totals(number, features)))
    return lists


def _share(scorer: Scorer, questions: Questions, numbers: range) -> bytes:
    lists = Lists(len(numbers))
    for line, number in enumerate(numbers):
        lists.put(line, *scorer.best(number, scorer.answer(number, questions)))
    return lists.block(slice(None))
