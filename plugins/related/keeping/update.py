"""Brings the lists of best matches up to date after some articles have changed, exactly as if all were made anew.

Three kinds of lists can change: those of articles that changed; those of articles that hold a term whose rarity
changed; and those in which a changed article stands or now belongs. Nothing else is looked at. Of the second kind it is
known by how much every match in a line changes, and how much those beyond it can gain at most: hardly any line has to
be made anew.
"""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from plugins.newsroom.terms import LABELS, Integers, heads
from plugins.related.ranking.features import asked
from plugins.related.ranking.index import TermIndex
from plugins.related.ranking.lists import Lists
from plugins.related.ranking.numbering import Roster
from plugins.related.ranking.ordered import ascending, places_of
from plugins.related.ranking.postings import Postings
from plugins.related.ranking.scoring import Line, Scorer
from plugins.related.ranking.weights import rarity, score

_LOOKED_AT = 8
"""Articles that have most of a term: looked for in lines, to tell what may be beyond them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """The articles that changed, by number, and what all of them are."""

    changed: frozenset[int]
    """Those with another text, date, tag or author, and those that came, went, or became public or stopped to be so."""
    hidden: frozenset[int]
    """All that are not public: nobody lists them, and nothing says which terms they hold."""
    was_public: frozenset[int]
    """Of the changed ones."""
    is_public: frozenset[int]
    """Of the changed ones."""
    roster: Roster
    """As it is now; where the size class has changed, everything is made anew instead."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Renewed:
    """What was done."""

    rescored: frozenset[int]
    """Articles that were compared with all others."""
    touched: frozenset[int]
    """Articles whose line may be another one."""


class Renewal:
    """One renewal; `features` returns those of an article by its number."""

    def __init__(self, change: Change, index: TermIndex, lists: Lists, features: Callable[[int], bytes]) -> None:
        self._change, self._index, self._lists, self._features = change, index, lists, features

    def run(self) -> Renewed:
        change, lists = self._change, self._lists
        touched = self._reweigh(self._replace())
        touched |= set(lists.drop(change.changed).tolist())
        entering = {number: self._features(number) for number in sorted(change.is_public)}
        scorer = self._scorer(entering)
        touched |= self._enter(entering, scorer)
        self._compare(entering, scorer)
        gone = change.changed - change.is_public - change.hidden
        for number in gone:
            lists.put(number, *Line([], [], 0))
        others = np.array(sorted(touched - change.changed - change.hidden), np.int64)
        short = others[lists.are_short(others, change.roster)].tolist()
        anew = {number: self._features(number) for number in sorted(change.hidden.union(short))}
        if anew:
            self._compare(anew, self._scorer(anew))
        rescored = frozenset(entering.keys() | anew.keys())
        return Renewed(rescored=rescored, touched=rescored | touched | gone)

    def _replace(self) -> Counter[int]:
        """Renew the index, and return by how many articles more each term is held."""
        delta: Counter[int] = Counter()
        for number in sorted(self._change.changed):
            if number in self._change.was_public:
                delta.subtract(self._index.hashes(number).tolist())
            features = self._features(number) if number in self._change.is_public else None
            if number in self._change.was_public or features is not None:
                self._index.replace(number, features)
            if features is not None:
                delta.update(asked(features)[0].tolist())
        return delta

    def _reweigh(self, delta: Counter[int]) -> set[int]:
        """Follow the terms whose rarity has changed; return the articles that hold one."""
        size, touched = self._change.roster.size, set[int]()
        terms = np.array(sorted(term for term, by in delta.items() if by), np.uint32)
        postings = self._index.select(ascending(np.concatenate((terms, heads(terms)))))
        for term in terms.tolist():
            articles, weights = postings.of(term)
            before, now = rarity(len(articles) - delta[term], size), rarity(len(articles), size)
            if before != now and len(articles):
                self._follow(term, (before, now), articles, weights, postings)
                touched |= set(articles.tolist())
        return touched

    def _follow(
        self, term: int, worth: tuple[int, int], articles: Integers, weights: Integers, postings: Postings
    ) -> None:
        """Let one term count what it counts now in the lines of all that hold it."""
        lists, (before, now) = self._lists, worth
        offers = weights.copy()
        if term < LABELS:
            titled, more = postings.of(int(heads(np.array([term], np.uint32))[0]))
            in_head, places = places_of(titled, articles)
            offers[places] += more[in_head]
        are_there, places = places_of(lists.numbers[articles].ravel(), articles)
        gains = np.zeros(are_there.shape, np.int64)
        gains[are_there] = offers[places]
        lists.totals[articles] += (now - before) * weights[:, None] * gains.reshape(len(articles), -1)
        if now > before:
            gain = (now - before) * weights * self._best_beyond(articles, offers)
            more_at_most = score(gain, 0, False, self._change.roster.size) + 1
            # Where nothing is beyond the line, only what had counted nothing can come to be there.
            may_gain = (lists.bounds[articles] > 0) | (before == 0)
            lists.bounds[articles] += np.where(may_gain, more_at_most, 0)

    def _best_beyond(self, articles: Integers, offers: Integers) -> Integers:
        """Return for the line of each of some articles the most that one of them offers who is not in it."""
        lines = self._lists.numbers[articles]
        found, is_open = np.zeros(len(articles), np.int64), np.ones(len(articles), np.bool_)
        for place in np.argsort(-offers)[:_LOOKED_AT].tolist():
            found[is_open] = offers[place]
            is_open &= (lines == articles[place]).any(axis=1) | (articles == articles[place])
        return found

    def _enter(self, entering: dict[int, bytes], scorer: Scorer) -> set[int]:
        """Let the changed articles take their places in the lines of all others; return the lines."""
        lists, roster = self._lists, self._change.roster
        left_alone = np.zeros(len(roster.slugs), np.bool_)
        left_alone[list(self._change.changed | self._change.hidden)] = True
        touched = set[int]()
        everybody = np.arange(len(roster.slugs))
        for number, features in entering.items():
            totals = scorer.offers(number, features)
            scores = roster.scores(everybody, np.array(number), totals)
            # One as good as what may be beyond a line stays there too; whether that matters is seen to later.
            for line in np.flatnonzero((scores > lists.bounds) & ~left_alone).tolist():
                lists.enter(line, number, int(totals[line]), roster)
            touched |= set(np.flatnonzero((scores >= lists.bounds) & (scores > 0) & ~left_alone).tolist())
        return touched

    def _compare(self, documents: dict[int, bytes], scorer: Scorer) -> None:
        """Make the lines of some articles anew."""
        for number, features in documents.items():
            self._lists.put(number, *scorer.best(number, scorer.totals(number, features)))

    def _scorer(self, documents: dict[int, bytes]) -> Scorer:
        terms = [asked(features)[0] for features in documents.values()]
        terms += [heads(each) for each in terms]
        postings = self._index.select(ascending(np.concatenate([np.zeros(0, np.uint32), *terms])))
        return Scorer(postings, self._change.roster)
