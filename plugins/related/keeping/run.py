"""One run in which something has changed: the best matches are renewed or found anew, then it is chosen from them.

Brings numpy, by what it imports.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from plugins.related.candidates import Candidate
from plugins.related.keeping.compare_all import all_lists
from plugins.related.keeping.memory import Altered, Memory
from plugins.related.keeping.records import Differences, Record, differences, was_public
from plugins.related.keeping.shelf import Shelf
from plugins.related.keeping.stored_choices import no_choices
from plugins.related.keeping.update import Change, Renewal, Renewed
from plugins.related.picker import Archive, choose
from plugins.related.ranking import index
from plugins.related.ranking.features import features
from plugins.related.ranking.index import TermIndex
from plugins.related.ranking.lists import Lists
from plugins.related.ranking.numbering import Roster
from plugins.related.ranking.similarity import KeptLikeness
from plugins.related.ranking.sketches import Sketches
from plugins.related.ranking.weights import size_class
from plugins.related.settings import RelatedSettings
from plugins.related.spreading import Spread

_MANY = 8  # when more than every eighth article has changed, all are compared anew; judgement: it costs about the same


@dataclass(frozen=True, kw_only=True)
class Run:
    """The articles of a run, by their slugs, and what they are chosen by."""

    candidates: Mapping[str, Candidate]
    records: Mapping[str, Record]
    digest: bytes
    """Of the records."""
    terms: Callable[[str], bytes]
    """Returns the terms of an article."""
    settings: RelatedSettings

    @cached_property
    def size(self) -> int:
        """Size class of the archive."""
        return size_class(sum(each.is_public for each in self.candidates.values()))

    def features(self, slug: str) -> bytes:
        return features(self.candidates[slug], self.terms(slug))


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """What a run had to do, by the numbers of articles."""

    rescored: frozenset[int]
    chosen: frozenset[int]


def work(run: Run, memory: Memory, shelf: Shelf, spread: Spread) -> Done:
    """Bring `memory` and the shelf up to date."""
    if memory.fits and memory.size == run.size:
        before = {slug: known for slug, known in zip(memory.slugs, memory.records, strict=True) if slug}
        differing = differences(before, run.records)
        changed = len(differing.added) + len(differing.removed) + len(differing.rescored)
        are_vacant = len(memory.slugs) > 2 * len(run.records)
        if changed * _MANY <= len(run.records) and not are_vacant and memory.index.has_room_for(changed):
            return _Renewing(run, memory, shelf, differing).run()
    return _begin(run, memory, shelf, spread)


def _begin(run: Run, memory: Memory, shelf: Shelf, spread: Spread) -> Done:
    memory.clear()
    memory.slugs = sorted(run.candidates)
    memory.records = [run.records[slug] for slug in memory.slugs]
    memory.dates = [run.candidates[slug].date for slug in memory.slugs]
    memory.sketches = Sketches(len(memory.slugs))
    public, hidden = dict[int, bytes](), dict[int, bytes]()
    for number, slug in enumerate(memory.slugs):
        (public if run.candidates[slug].is_public else hidden)[number] = vector = run.features(slug)
        memory.sketches.put(number, vector)
    postings = index.write(shelf, public, run.size)
    public.clear()  # as large as all the rest
    memory.index = TermIndex(shelf, (), ())
    memory.lists = all_lists(postings, _roster(memory, run), hidden, spread)
    memory.choices = no_choices(memory.slugs, run.settings.articles)
    numbers = frozenset(range(len(memory.slugs)))
    _choose(run, memory, numbers)
    memory.save(
        run.digest,
        run.size,
        run.settings.articles,
        Altered(records=numbers, choices=numbers, lists=numbers, sketches=numbers),
    )
    return Done(rescored=numbers, chosen=numbers)


class _Renewing:
    """A run that follows the changes since the one before."""

    def __init__(self, run: Run, memory: Memory, shelf: Shelf, differing: Differences) -> None:
        self._run, self._memory, self._shelf, self._differing = run, memory, shelf, differing
        first = len(memory.slugs)
        self._numbers = memory.numbers | {slug: first + place for place, slug in enumerate(sorted(differing.added))}

    def run(self) -> Done:
        run, memory, differing = self._run, self._memory, self._differing
        altered, removed = self._numbers_of(differing.altered), self._numbers_of(differing.removed)
        before = _roster(memory, run), memory.lists.copy()
        changed = self._enter()
        renewed = self._renew_lists(changed)
        if memory.index.is_full:
            self._renew_index()
        # What is chosen for an article depends on it, on its best matches, and on who are the best matches of these.
        differ, moved = self._compare(before, renewed.touched - altered - removed)
        chosen = altered | differ | frozenset(memory.lists.with_any(altered | removed | moved).tolist())
        chosen |= self._with_latest_or_names()
        chosen -= removed
        others = _choose(run, memory, chosen)
        changes = Altered(
            records=altered | removed,
            choices=others | self._numbers_of(differing.added) | removed,
            lists=renewed.touched | altered | removed,
            sketches=self._numbers_of(differing.reworded),
        )
        memory.save(run.digest, run.size, run.settings.articles, changes)
        memory.index.rest()
        return Done(rescored=renewed.rescored, chosen=chosen)

    def _compare(self, before: tuple[Roster, Lists], numbers: Iterable[int]) -> tuple[frozenset[int], frozenset[int]]:
        """Return those of some articles whose best matches are not what they were, and those that have others."""
        (was, lists), now, memory = before, _roster(self._memory, self._run), self._memory
        looked_at = np.array(sorted(numbers), np.int64)
        (old, old_scores), (new, new_scores) = lists.tops(looked_at, was), memory.lists.tops(looked_at, now)
        differ = ((old != new) | (old_scores != new_scores)).any(axis=1)
        moved = (np.sort(old, axis=1) != np.sort(new, axis=1)).any(axis=1)
        return frozenset(looked_at[differ].tolist()), frozenset(looked_at[moved].tolist())

    def _numbers_of(self, slugs: Iterable[str]) -> frozenset[int]:
        return frozenset(self._numbers[slug] for slug in slugs)

    def _enter(self) -> Mapping[int, Record]:
        """Bring into memory what the articles are now; return what those that changed were, of new ones nothing."""
        run, memory, differing = self._run, self._memory, self._differing
        choices = memory.choices  # read by the slugs of before, so not later
        more = len(differing.added)
        memory.slugs += [""] * more
        memory.dates += [0] * more
        memory.records += [b""] * more
        memory.lists.grow(more)
        memory.sketches.grow(more)
        numbers = self._numbers_of(differing.added | differing.removed | differing.rescored)
        before = {number: memory.records[number] for number in numbers}
        for slug in differing.altered:
            number = self._numbers[slug]
            memory.slugs[number], memory.dates[number] = slug, run.candidates[slug].date
            memory.records[number] = run.records[slug]
        for slug in differing.reworded:
            memory.sketches.put(self._numbers[slug], run.terms(slug))
        for slug in differing.removed:
            number = self._numbers[slug]
            memory.slugs[number], memory.dates[number], memory.records[number] = "", 0, b""
        memory.choices = choices.renamed(memory.slugs)
        return before

    def _renew_lists(self, before: Mapping[int, Record]) -> Renewed:
        run, memory, changed = self._run, self._memory, frozenset(before)
        if not changed:
            return Renewed(rescored=changed, touched=changed)
        hidden = self._numbers_of(slug for slug, each in run.candidates.items() if not each.is_public)
        change = Change(
            changed=changed,
            hidden=hidden,
            was_public=frozenset(number for number in changed if was_public(before[number])),
            is_public=changed - hidden - self._numbers_of(self._differing.removed),
            roster=_roster(memory, run),
        )
        return Renewal(change, memory.index, memory.lists, lambda number: run.features(memory.slugs[number])).run()

    def _renew_index(self) -> None:
        run, memory = self._run, self._memory
        public = {number: slug for number, slug in enumerate(memory.slugs) if slug and run.candidates[slug].is_public}
        index.clear(self._shelf, memory.index.fresh)
        index.write(self._shelf, {number: run.features(slug) for number, slug in public.items()}, run.size)
        memory.index = TermIndex(self._shelf, (), ())

    def _with_latest_or_names(self) -> frozenset[int]:
        """Return the articles that the latest, which may be others now, or a hand have a say in."""
        differ = self._differing.altered | self._differing.removed
        named = [
            each.slug
            for each in self._run.candidates.values()
            if (each.related or each.dont_miss) and not differ.isdisjoint((*each.related, each.dont_miss))
        ]
        return self._numbers_of(named) | self._memory.choices.with_latest


def _choose(run: Run, memory: Memory, numbers: Iterable[int]) -> frozenset[int]:
    """Choose for some articles; return those of which another choice than before was made."""
    archive = Archive(run.candidates)
    likeness = KeptLikeness(_roster(memory, run), memory.numbers, memory.lists, memory.sketches, numbers)
    others = set[int]()
    for number in sorted(numbers):
        slug = memory.slugs[number]
        choice = choose(run.candidates[slug], likeness.matches(slug), archive, run.settings, likeness)
        if memory.choices.put(slug, choice.related, choice.needs_latest):
            others.add(number)
    return frozenset(others)


def _roster(memory: Memory, run: Run) -> Roster:
    return Roster(slugs=list(memory.slugs), dates=list(memory.dates), size=run.size)
