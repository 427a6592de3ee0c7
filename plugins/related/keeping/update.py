"""Brings the lists of best matches up to date after some articles have changed, exactly as if all were made anew.

Three kinds of lists can change: those of changed articles; those of articles that hold a term whose rarity changed; and
those in which a changed article stands or now belongs. No other is looked at. In a list of the second kind, the change
of every match and the most that an article beyond the list can gain are known: hardly any has to be made anew.
"""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from plugins.newsroom.language.terms import LABELS, Integers, heads
from plugins.related.keeping.term_index import TermIndex
from plugins.related.ranking.features import asked
from plugins.related.ranking.lists import Lists
from plugins.related.ranking.numbering import Numbering
from plugins.related.ranking.postings import Postings, ascending, places_of
from plugins.related.ranking.scoring import Line, Scorer
from plugins.related.ranking.weights import rarity, score

_LOOKED_AT = 8
"""Number of articles with the greatest weight of a term that are looked for in lines, to bound those beyond a line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class UpdatedLists:
    """Numbers of the articles that an update has worked on."""

    rescored: frozenset[int]
    """Articles that were compared with all others."""
    touched: frozenset[int]
    """Articles whose line may be another one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ListUpdate:
    """One update of index and lists, after some articles have changed, by their numbers."""

    changed: frozenset[int]
    """Articles with another text, date, tag or author, and those that came, went, were published or withdrawn."""
    hidden: frozenset[int]
    """All articles that are not public: in nobody's list, and not in the index."""
    was_offered: frozenset[int]
    """Changed articles that were public before."""
    is_offered: frozenset[int]
    """Changed articles that are public now."""
    numbering: Numbering
    """All articles as they are now, in an archive of the same size class as before."""
    index: TermIndex
    lists: Lists
    features: Callable[[int], bytes]
    """Returns the features of an article."""

    def run(self) -> UpdatedLists:
        changed, lists = self.changed, self.lists
        touched = self._reweigh(self._replace())
        touched |= set(lists.drop(changed).tolist())
        entering = {number: self.features(number) for number in sorted(self.is_offered)}
        scorer = self._scorer(entering)
        touched |= self._enter(entering, scorer)
        self._compare(entering, scorer)
        gone = changed - self.is_offered - self.hidden
        for number in gone:
            lists.put(number, *Line([], [], 0))
        others = np.array(sorted(touched - changed - self.hidden), np.int64)
        short = others[lists.are_short(others, self.numbering)].tolist()
        anew = {number: self.features(number) for number in sorted(self.hidden.union(short))}
        if anew:
            self._compare(anew, self._scorer(anew))
        rescored = frozenset(entering.keys() | anew.keys())
        return UpdatedLists(rescored=rescored, touched=rescored | touched | gone)

    def _replace(self) -> Counter[int]:
        """Update the index, and return by how many more articles each term is held."""
        delta: Counter[int] = Counter()
        for number in sorted(self.changed):
            if number in self.was_offered:
                delta.subtract(self.index.hashes(number).tolist())
            features = self.features(number) if number in self.is_offered else None
            if number in self.was_offered or features is not None:
                self.index.replace(number, features)
            if features is not None:
                delta.update(asked(features)[0].tolist())
        return delta

    def _reweigh(self, delta: Counter[int]) -> set[int]:
        """Correct the totals for all terms whose rarity has changed; return the articles that hold one of them."""
        size, touched = self.numbering.size, set[int]()
        terms = np.array(sorted(term for term, by in delta.items() if by), np.uint32)
        postings = self.index.select(ascending(np.concatenate((terms, heads(terms)))))
        for term in terms.tolist():
            articles, weights = postings.of(term)
            before, now = rarity(len(articles) - delta[term], size), rarity(len(articles), size)
            if before != now and len(articles):
                self._reweigh_term(term, (before, now), articles, weights, postings)
                touched |= set(articles.tolist())
        return touched

    def _reweigh_term(
        self, term: int, worth: tuple[int, int], articles: Integers, weights: Integers, postings: Postings
    ) -> None:
        """Correct the totals in the lines of all articles that hold a term, by the difference of its worth."""
        lists, (before, now) = self.lists, worth
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
            more_at_most = score(gain, 0, False, self.numbering.size) + 1
            # Where nothing is beyond the line, only what had counted nothing can come to be there.
            may_gain = (lists.bounds[articles] > 0) | (before == 0)
            lists.bounds[articles] += np.where(may_gain, more_at_most, 0)

    def _best_beyond(self, articles: Integers, offers: Integers) -> Integers:
        """Return for each article the highest of the `offers` of the others that are not in its line."""
        lines = self.lists.numbers[articles]
        found, is_open = np.zeros(len(articles), np.int64), np.ones(len(articles), np.bool_)
        for place in np.argsort(-offers)[:_LOOKED_AT].tolist():
            found[is_open] = offers[place]
            is_open &= (lines == articles[place]).any(axis=1) | (articles == articles[place])
        return found

    def _enter(self, entering: dict[int, bytes], scorer: Scorer) -> set[int]:
        """Give the changed articles their places in the lines of all others; return the lines."""
        lists, numbering = self.lists, self.numbering
        left_alone = np.zeros(len(numbering.slugs), np.bool_)
        left_alone[list(self.changed | self.hidden)] = True
        touched = set[int]()
        everyone = np.arange(len(numbering.slugs))
        for number, features in entering.items():
            totals = scorer.offers(number, features)
            scores = numbering.scores(everyone, np.array(number), totals)
            # An article as good as the bound of a line stays beyond it; `are_short` finds the lines where that matters.
            for line in np.flatnonzero((scores > lists.bounds) & ~left_alone).tolist():
                lists.enter(line, number, int(totals[line]), numbering)
            touched |= set(np.flatnonzero((scores >= lists.bounds) & (scores > 0) & ~left_alone).tolist())
        return touched

    def _compare(self, documents: dict[int, bytes], scorer: Scorer) -> None:
        """Make the lines of some articles anew."""
        for number, features in documents.items():
            self.lists.put(number, *scorer.best(number, scorer.totals(number, features)))

    def _scorer(self, documents: dict[int, bytes]) -> Scorer:
        terms = [asked(features)[0] for features in documents.values()]
        terms += [heads(each) for each in terms]
        postings = self.index.select(ascending(np.concatenate([np.zeros(0, np.uint32), *terms])))
        return Scorer(postings, self.numbering)
