"""Compares all articles with all: what is done once, and whenever a change is too large to be followed."""

from collections.abc import Mapping
from functools import partial

from plugins.related.lists import Lists, from_blocks
from plugins.related.postings import Postings
from plugins.related.scoring import Register, Scorer
from plugins.related.spreading import Spread

_SHARE = 500  # articles in one item of work; judgement


def all_lists(
    postings: Postings,
    register: Register,
    size: int,
    features: Mapping[int, bytes],
    public: frozenset[int],
    spread: Spread,
) -> Lists:
    """Return the best matches of every article. Of `features`, by number, only the `public` ones are in `postings`."""
    # A term that one public article alone holds matches nothing, unless a hidden article asks for it.
    shared = Scorer(postings.only(postings.frequencies > 1), register, size)
    lists = Lists(len(register.slugs))
    shares = [range(start, min(start + _SHARE, len(lists.scores))) for start in range(0, len(lists.scores), _SHARE)]
    if shares:
        lists = from_blocks(spread(partial(_share, shared, features, public), shares))
    hidden = features.keys() - public
    if hidden:
        scorer = Scorer(postings, register, size)
        for number in sorted(hidden):
            lists.put(number, scorer.best(number, scorer.totals(number, features[number])))
    return lists


def _share(scorer: Scorer, features: Mapping[int, bytes], public: frozenset[int], numbers: range) -> bytes:
    lists = Lists(len(numbers))
    for line, number in enumerate(numbers):
        if number in public:
            lists.put(line, scorer.best(number, scorer.totals(number, features[number])))
    return lists.block(slice(None))
