"""Brings the lists of best matches up to date after some articles have changed, exactly as if all were made anew.

Three kinds of lists can change: those of articles that changed; those of articles that hold a term whose rarity
changed; and those in which a changed article stands or now belongs. Nothing else is looked at.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from plugins.related.index import Index
from plugins.related.lists import Lists
from plugins.related.postings import articles_of, ascending, split
from plugins.related.scoring import KEPT, Register, Scorer
from plugins.related.weights import rarity


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """The articles that changed, by number, and what all of them were and are."""

    changed: frozenset[int]
    """Those with another text, date, tag or author, and those that came, went, or became public or stopped to be so."""
    hidden: frozenset[int]
    """All that are not public: nobody lists them, and nothing says which terms they hold."""
    was_public: frozenset[int]
    """Of the changed ones."""
    is_public: frozenset[int]
    """Of the changed ones."""
    before: Register
    now: Register
    size: int
    """Size class, of before and now: where it changes, everything is made anew."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Renewed:
    """What was done."""

    rescored: frozenset[int]
    """Articles that were compared with all others."""
    touched: frozenset[int]
    """Articles whose list may be another one."""


class Renewal:
    """One renewal; `features` returns those of an article by its number."""

    def __init__(self, change: Change, index: Index, lists: Lists, features: Callable[[int], bytes]) -> None:
        self._change, self._index, self._lists, self._features = change, index, lists, features

    def run(self) -> Renewed:
        change = self._change
        reweighted = self._replace() - change.changed - change.hidden
        own = {number: self._features(number) for number in sorted(change.is_public)}
        anew = reweighted | change.hidden
        touched, short = self._compare(own, anew)
        others = {number: self._features(number) for number in sorted(anew | short)}
        scorer = self._scorer(others)
        for number, features in others.items():
            self._lists.put(number, scorer.best(number, scorer.totals(number, features)))
        gone = change.changed - change.is_public - change.hidden
        for number in gone:
            self._lists.put(number, ())
        rescored = frozenset(own.keys() | others.keys())
        return Renewed(rescored=rescored, touched=rescored | touched | gone)

    def _replace(self) -> frozenset[int]:
        """Renew the index, and return the articles that hold a term whose rarity has changed."""
        delta: Counter[int] = Counter()
        for number in sorted(self._change.changed):
            if number in self._change.was_public:
                delta.subtract(self._index.hashes(number).tolist())
            features = self._features(number) if number in self._change.is_public else None
            if number in self._change.was_public or features is not None:
                self._index.replace(number, features)
            if features is not None:
                delta.update(split(features)[0].tolist())
        terms = sorted(term for term, by in delta.items() if by)
        postings = self._index.select(np.array(terms, np.uint32))
        size = self._change.size
        is_reweighted = [
            rarity(frequency, size) != rarity(frequency - delta[term], size)
            for term, frequency in zip(postings.terms.tolist(), postings.frequencies.tolist(), strict=True)
        ]
        entries = postings.only(np.array(is_reweighted, np.bool_)).entries
        return frozenset(ascending(articles_of(entries)).tolist())

    def _scorer(self, documents: dict[int, bytes]) -> Scorer:
        terms = [split(features)[0] for features in documents.values()]
        postings = self._index.select(ascending(np.concatenate([np.zeros(0, np.uint32), *terms])))
        return Scorer(postings, self._change.now, self._change.size)

    def _compare(self, own: dict[int, bytes], anew: frozenset[int]) -> tuple[frozenset[int], frozenset[int]]:
        """Compare the changed articles with all, for their own lists and those of others.

        Return the articles whose lists were touched, and of these the ones of which too few matches are left.
        """
        change, lists = self._change, self._lists
        scorer = self._scorer(own)
        coming: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
        coming.update((other, []) for other in lists.with_any(change.changed).tolist())
        for number, features in own.items():
            totals = scorer.totals(number, features)
            scores = scorer.scores(number, totals)
            for other in np.flatnonzero((scores >= lists.lasts()) & (scores > 0)).tolist():
                coming[other].append((int(scores[other]), number))
            lists.put(number, scorer.best(number, totals))
        left_alone = change.changed | anew
        renewed = {other: found for other, found in coming.items() if other not in left_alone}
        short = frozenset(other for other, found in renewed.items() if not self._merge(other, found))
        return frozenset(renewed), short

    def _merge(self, other: int, found: Sequence[tuple[int, int]]) -> bool:
        """Let the changed articles take their places in the list of another one; return whether that made it complete.

        Whatever is not in a full list comes behind the last that was in it. So places above that are certain.
        """
        change = self._change
        old = self._lists.of(other)
        new = [match for match in old if match[1] not in change.changed] + list(found)
        if len(old) == KEPT:
            last = change.before.order(old[-1])
            new = [match for match in new if change.now.order(match) <= last]
            if len(new) < KEPT:
                return False
        self._lists.put(other, change.now.best(new))
        return True
