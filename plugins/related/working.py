"""One run in which something has changed: the best matches are renewed or found anew, then it is chosen from them.

Brings numpy, by what it imports.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from plugins.related import index
from plugins.related.anew import all_lists
from plugins.related.candidates import Candidate
from plugins.related.choice import Archive, Match, choose
from plugins.related.features import features
from plugins.related.index import Index
from plugins.related.memory import Altered, Memory
from plugins.related.records import Differences, Record, differences, was_public
from plugins.related.renewal import Change, Renewal, Renewed
from plugins.related.scoring import Register
from plugins.related.settings import RelatedSettings
from plugins.related.shelf import Shelf
from plugins.related.spreading import Spread
from plugins.related.weights import thousandths

_MANY = 8  # when more than every eighth article has changed, all are compared anew; judgement: it costs about the same


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """The articles of a run, by their slugs, and what they are chosen by."""

    candidates: Mapping[str, Candidate]
    records: Mapping[str, Record]
    digest: bytes
    """Of the records."""
    size: int
    """Size class of the archive."""
    terms: Callable[[str], bytes]
    """Returns the terms of an article."""
    settings: RelatedSettings

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
        if changed * _MANY <= len(run.records) and not are_vacant:
            return _Renewing(run, memory, shelf, differing).run()
    return _begin(run, memory, shelf, spread)


def _begin(run: Run, memory: Memory, shelf: Shelf, spread: Spread) -> Done:
    memory.clear()
    memory.slugs = sorted(run.candidates)
    memory.records = [run.records[slug] for slug in memory.slugs]
    memory.dates = [run.candidates[slug].date for slug in memory.slugs]
    vectors = {number: run.features(slug) for number, slug in enumerate(memory.slugs)}
    public = frozenset(number for number, slug in enumerate(memory.slugs) if run.candidates[slug].is_public)
    postings = index.write(shelf, {number: vectors[number] for number in sorted(public)}, run.size)
    memory.index = Index(shelf, (), ())
    memory.lists = all_lists(postings, _register(memory), run.size, vectors, public, spread)
    memory.related, memory.latest = {}, set()
    numbers = frozenset(vectors)
    _choose(run, memory, numbers)
    memory.save(run.digest, run.size, run.settings.articles, Altered(records=numbers, choices=numbers, lists=numbers))
    return Done(rescored=numbers, chosen=numbers)


class _Renewing:
    """A run that follows the changes since the one before."""

    def __init__(self, run: Run, memory: Memory, shelf: Shelf, differing: Differences) -> None:
        self._run, self._memory, self._shelf, self._differing = run, memory, shelf, differing
        first = len(memory.slugs)
        self._numbers = memory.numbers | {slug: first + place for place, slug in enumerate(sorted(differing.added))}

    def run(self) -> Done:
        run, memory, differing = self._run, self._memory, self._differing
        altered = self._numbers_of(differing.altered | differing.removed)
        before = self._enter()
        renewed = self._renew_lists(before)
        if memory.index.is_full:
            self._renew_index()
        chosen = renewed.touched | altered | frozenset(memory.lists.with_any(altered).tolist())
        chosen |= self._with_latest_or_names()
        chosen -= self._numbers_of(differing.removed)
        _choose(run, memory, chosen)
        changes = Altered(records=altered, choices=chosen | altered, lists=renewed.touched | altered)
        memory.save(run.digest, run.size, run.settings.articles, changes)
        return Done(rescored=renewed.rescored, chosen=chosen)

    def _numbers_of(self, slugs: Iterable[str]) -> frozenset[int]:
        return frozenset(self._numbers[slug] for slug in slugs)

    def _enter(self) -> tuple[Register, Sequence[Record]]:
        """Bring into memory what the articles are now; return what they were, of new ones nothing."""
        run, memory = self._run, self._memory
        related, latest = memory.related, memory.latest  # read by the numbers of before, so not later
        more = len(self._differing.added)
        memory.slugs += [""] * more
        memory.dates += [0] * more
        memory.records += [b""] * more
        before = _register(memory), list(memory.records)
        for slug in self._differing.altered:
            number = self._numbers[slug]
            memory.slugs[number], memory.dates[number] = slug, run.candidates[slug].date
            memory.records[number] = run.records[slug]
        for slug in self._differing.removed:
            number = self._numbers[slug]
            memory.slugs[number], memory.dates[number], memory.records[number] = "", 0, b""
            del related[slug]
            latest.discard(number)
        memory.lists.grow(more)
        return before

    def _renew_lists(self, before: tuple[Register, Sequence[Record]]) -> Renewed:
        run, memory, differing = self._run, self._memory, self._differing
        changed = self._numbers_of(differing.added | differing.removed | differing.rescored)
        if not changed:
            return Renewed(rescored=changed, touched=changed)
        hidden = self._numbers_of(slug for slug, each in run.candidates.items() if not each.is_public)
        change = Change(
            changed=changed,
            hidden=hidden,
            was_public=frozenset(number for number in changed if was_public(before[1][number])),
            is_public=changed - hidden - self._numbers_of(differing.removed),
            before=before[0],
            now=_register(memory),
            size=run.size,
        )
        return Renewal(change, memory.index, memory.lists, lambda number: run.features(memory.slugs[number])).run()

    def _renew_index(self) -> None:
        run, memory = self._run, self._memory
        public = {number: slug for number, slug in enumerate(memory.slugs) if slug and run.candidates[slug].is_public}
        index.clear(self._shelf, memory.index.fresh)
        index.write(self._shelf, {number: run.features(slug) for number, slug in public.items()}, run.size)
        memory.index = Index(self._shelf, (), ())

    def _with_latest_or_names(self) -> frozenset[int]:
        """Return the articles that the latest, which may be others now, or a hand have a say in."""
        came_or_went = self._differing.added | self._differing.removed
        named = [
            each.slug
            for each in self._run.candidates.values()
            if (each.related or each.dont_miss) and not came_or_went.isdisjoint((*each.related, each.dont_miss))
        ]
        return self._numbers_of(named) | self._memory.latest


def _choose(run: Run, memory: Memory, numbers: Iterable[int]) -> None:
    archive = Archive(run.candidates)
    for number in sorted(numbers):
        found = [Match(slug=memory.slugs[other], score=thousandths(score)) for score, other in memory.lists.of(number)]
        choice = choose(run.candidates[memory.slugs[number]], found, archive, run.settings)
        memory.related[memory.slugs[number]] = choice.related
        (memory.latest.add if choice.needs_latest else memory.latest.discard)(number)


def _register(memory: Memory) -> Register:
    return Register(slugs=list(memory.slugs), dates=list(memory.dates))
