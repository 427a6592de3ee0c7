"""One run in which something has changed: best matches are followed or found anew, and choices made from them.

Imports numpy, by its imports.
"""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from plugins.related.keeping.compare_all import compare_articles
from plugins.related.keeping.memory import Altered, Memory, RankingStats
from plugins.related.keeping.records import Differences, Record, compare_records, was_offered
from plugins.related.keeping.stored_choices import StoredChoices
from plugins.related.keeping.term_index import TermIndex, clear_index, write_index
from plugins.related.keeping.update import ListUpdate, UpdatedLists
from plugins.related.picker import Candidates, RelatedCandidate, choose
from plugins.related.ranking.features import features
from plugins.related.ranking.lists import Lists
from plugins.related.ranking.numbering import Numbering
from plugins.related.ranking.similarity import KeptSimilarity
from plugins.related.ranking.sketches import Sketches
from plugins.related.ranking.weights import size_class
from plugins.related.settings import RelatedSettings
from plugins.stet.state.shelf import Shelf
from plugins.stet.step import StepProgress
from plugins.stet.workers import Spread

_MANY = 8  # when more than every eighth article has changed, all are compared anew; judgement: it costs about the same


@dataclass(frozen=True, kw_only=True)
class RankingRun:
    """One run over the articles of a build, which brings memory and shelf up to date."""

    candidates: Mapping[str, RelatedCandidate]
    """By slug, as are the records."""
    records: Mapping[str, Record]
    digest: bytes
    """Digest of the records."""
    terms: Callable[[str], bytes]
    """Returns the terms of an article."""
    settings: RelatedSettings
    memory: Memory
    shelf: Shelf
    spread: Spread
    progress: StepProgress

    @cached_property
    def size(self) -> int:
        """Size class of the archive."""
        return size_class(sum(each.is_offered for each in self.candidates.values()))

    def run(self) -> RankingStats:
        """Follow the changes since the run before, or compare all articles where that would not pay."""
        memory, count = self.memory, len(self.records)
        if memory.fits and memory.size == self.size:
            before = {slug: known for slug, known in zip(memory.slugs, memory.records, strict=True) if slug}
            differences = compare_records(before, self.records)
            changed = len(differences.added) + len(differences.removed) + len(differences.rescored)
            are_vacant = len(memory.slugs) > 2 * count
            if changed * _MANY <= count and not are_vacant and memory.index.has_room_for(changed):
                return _Changes(self, differences).follow()
        return self._rank_all()

    def features(self, slug: str) -> bytes:
        return features(self.candidates[slug], self.terms(slug))

    def numbering(self) -> Numbering:
        """Return the numbering of the articles in memory, as they are now."""
        return Numbering(slugs=list(self.memory.slugs), dates=list(self.memory.dates), size=self.size)

    def choose(self, numbers: Collection[int], progress: Callable[[int], None]) -> frozenset[int]:
        """Choose for some articles; return those for which another choice than before was made."""
        memory, candidates = self.memory, Candidates(self.candidates)
        similarity = KeptSimilarity(self.numbering(), memory.numbers, memory.lists, memory.sketches, numbers)
        others = set[int]()
        for done, number in enumerate(sorted(numbers), 1):
            progress(done)
            slug = memory.slugs[number]
            of, matches = self.candidates[slug], similarity.matches(slug)
            choice = choose(of, matches, candidates, self.settings, similarity)
            if memory.choices.put(slug, choice.related, choice.needs_latest):
                others.add(number)
        return frozenset(others)

    def save(self, altered: Altered) -> None:
        self.memory.save(self.digest, self.size, self.settings.articles, altered)

    def _rank_all(self) -> RankingStats:
        memory, count = self.memory, len(self.candidates)
        self.progress(0, 2 * count)  # each article is compared, then chosen for
        memory.clear()
        memory.slugs = sorted(self.candidates)
        memory.records = [self.records[slug] for slug in memory.slugs]
        memory.dates = [self.candidates[slug].date for slug in memory.slugs]
        memory.sketches = Sketches(count)
        public, hidden = dict[int, bytes](), dict[int, bytes]()
        for number, slug in enumerate(memory.slugs):
            (public if self.candidates[slug].is_offered else hidden)[number] = vector = self.features(slug)
            memory.sketches.put(number, vector)
        postings = write_index(self.shelf, public, self.size)
        public.clear()  # as large as all the rest
        memory.index = TermIndex(self.shelf, (), ())
        memory.lists = compare_articles(
            postings, self.numbering(), hidden, self.spread, lambda done: self.progress(done, 2 * count)
        )
        memory.choices = StoredChoices(memory.slugs, self.settings.articles, []).renamed(memory.slugs)
        numbers = frozenset(range(count))
        self.choose(numbers, lambda done: self.progress(count + done, 2 * count))
        self.save(Altered(records=numbers, choices=numbers, lists=numbers, sketches=numbers))
        return RankingStats(rescored=count, chosen=count)


class _Changes:
    """The changes since the run before."""

    def __init__(self, run: RankingRun, differences: Differences) -> None:
        self._run, self._memory, self._differences = run, run.memory, differences
        first = len(run.memory.slugs)
        added = {slug: first + place for place, slug in enumerate(sorted(differences.added))}
        self._numbers = run.memory.numbers | added

    def follow(self) -> RankingStats:
        run, memory, differences = self._run, self._memory, self._differences
        altered, removed = self._numbers_of(differences.altered), self._numbers_of(differences.removed)
        before = run.numbering(), memory.lists.copy()
        changed = self._enter()
        updated = self._update_lists(changed)
        if memory.index.is_full:
            self._renew_index()
        # The choice for an article depends on it, on its best matches, and on the best matches of these.
        differ, moved = self._compare(before, updated.touched - altered - removed)
        chosen = altered | differ | frozenset(memory.lists.with_any(altered | removed | moved).tolist())
        chosen |= self._with_latest_or_names()
        chosen -= removed
        chosen_otherwise = run.choose(chosen, lambda done: run.progress(done, len(chosen)))
        run.save(
            Altered(
                records=altered | removed,
                choices=chosen_otherwise | self._numbers_of(differences.added) | removed,
                lists=updated.touched | altered | removed,
                sketches=self._numbers_of(differences.reworded),
            )
        )
        memory.index.rest()
        return RankingStats(rescored=len(updated.rescored), chosen=len(chosen))

    def _numbers_of(self, slugs: Iterable[str]) -> frozenset[int]:
        return frozenset(self._numbers[slug] for slug in slugs)

    def _enter(self) -> Mapping[int, Record]:
        """Bring the articles as they are now into memory; return the records that changed, as they were before.

        The record of a new article is empty.
        """
        run, memory, differences = self._run, self._memory, self._differences
        choices = memory.choices  # read by the slugs of before, so not later
        more = len(differences.added)
        memory.slugs += [""] * more
        memory.dates += [0] * more
        memory.records += [b""] * more
        memory.lists.grow(more)
        memory.sketches.grow(more)
        numbers = self._numbers_of(differences.added | differences.removed | differences.rescored)
        before = {number: memory.records[number] for number in numbers}
        for slug in differences.altered:
            number = self._numbers[slug]
            memory.slugs[number], memory.dates[number] = slug, run.candidates[slug].date
            memory.records[number] = run.records[slug]
        for slug in differences.reworded:
            memory.sketches.put(self._numbers[slug], run.terms(slug))
        for slug in differences.removed:
            number = self._numbers[slug]
            memory.slugs[number], memory.dates[number], memory.records[number] = "", 0, b""
        memory.choices = choices.renamed(memory.slugs)
        return before

    def _update_lists(self, before: Mapping[int, Record]) -> UpdatedLists:
        run, memory, changed = self._run, self._memory, frozenset(before)
        if not changed:
            return UpdatedLists(rescored=changed, touched=changed)
        hidden = self._numbers_of(slug for slug, each in run.candidates.items() if not each.is_offered)
        update = ListUpdate(
            changed=changed,
            hidden=hidden,
            was_offered=frozenset(number for number in changed if was_offered(before[number])),
            is_offered=changed - hidden - self._numbers_of(self._differences.removed),
            numbering=run.numbering(),
            index=memory.index,
            lists=memory.lists,
            features=lambda number: run.features(memory.slugs[number]),
        )
        return update.run()

    def _renew_index(self) -> None:
        run, memory = self._run, self._memory
        public = {number: slug for number, slug in enumerate(memory.slugs) if slug and run.candidates[slug].is_offered}
        clear_index(run.shelf, memory.index.fresh)
        write_index(run.shelf, {number: run.features(slug) for number, slug in public.items()}, run.size)
        memory.index = TermIndex(run.shelf, (), ())

    def _compare(
        self, before: tuple[Numbering, Lists], numbers: Iterable[int]
    ) -> tuple[frozenset[int], frozenset[int]]:
        """Return those of some articles whose matches, order or scores are others, and those whose matches are."""
        (was, lists), now, memory = before, self._run.numbering(), self._memory
        looked_at = np.array(sorted(numbers), np.int64)
        (old, old_scores), (new, new_scores) = lists.tops(looked_at, was), memory.lists.tops(looked_at, now)
        differ = ((old != new) | (old_scores != new_scores)).any(axis=1)
        moved = (np.sort(old, axis=1) != np.sort(new, axis=1)).any(axis=1)
        return frozenset(looked_at[differ].tolist()), frozenset(looked_at[moved].tolist())

    def _with_latest_or_names(self) -> frozenset[int]:
        """Return the articles for which the latest, which may be others now, or an article named by hand count."""
        differ = self._differences.altered | self._differences.removed
        named = [
            each.slug
            for each in self._run.candidates.values()
            if (each.related or each.dont_miss) and not differ.isdisjoint((*each.related, each.dont_miss))
        ]
        return self._numbers_of(named) | self._memory.choices.with_latest
