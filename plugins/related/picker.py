"""Chooses the don't-miss and the related articles: the editor's hand first, then the ranking.

For every article that the ranking offers it can be said why it was not shown.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from typing import Protocol

from plugins.newsroom.choices import Related
from plugins.related.candidates import Candidate
from plugins.related.settings import RelatedSettings

_WHOLE = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """A public article that goes with another one."""

    slug: str
    score: int
    """In thousandths; see `weights.thousandths`."""


class Likeness(Protocol):
    """How alike articles are, by their slugs."""

    def are_near(self, one: str, other: str) -> bool:
        """Tell whether two are nearly the same text."""

    def any_near(self, slugs: Sequence[str]) -> bool:
        """Tell whether any two of some are."""

    def is_match(self, one: str, other: str) -> bool:
        """Tell whether the other is among the best matches of this one."""


class Archive:
    """The articles of a build: all by their slugs, and the public ones of a category newest first."""

    def __init__(self, candidates: Mapping[str, Candidate]) -> None:
        self.candidates = candidates
        self._by_category: dict[str, list[Candidate]] | None = None

    def latest(self, category: str) -> Sequence[Candidate]:
        """Return the public articles of the category, newest first."""
        if self._by_category is None:
            self._by_category = {}
            public = (each for each in self.candidates.values() if each.is_public)
            for each in sorted(public, key=lambda each: (-each.date, each.slug)):
                self._by_category.setdefault(each.category, []).append(each)
        return self._by_category.get(category, [])


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """What was chosen for one article, and whether the latest had a say in it: then a newer article may change it."""

    related: Related
    needs_latest: bool


def choose(
    of: Candidate, matches: Sequence[Match], archive: Archive, settings: RelatedSettings, likeness: Likeness
) -> Choice:
    """Return what to read after `of`, whose best matches are given, best first.

    What is chosen is public. What the hand names is only asked to be in this build: the desk has seen to it that
    readers can open it by the time that they can open `of`.
    """
    by_hand = tuple(slug for slug in of.related if slug in archive.candidates)
    picker = Picker(of, archive, settings, likeness)
    named = (of.dont_miss,) if of.dont_miss in archive.candidates else ()
    picker.look_for_near([match.slug for match in matches], by_hand, named)
    dont_miss = picker.dont_miss(matches, by_hand)
    shown = list(dict.fromkeys(slug for slug in by_hand if slug not in (of.slug, dont_miss)))[: settings.articles]
    pool = [match for match in matches if picker.objection(match) is None]
    shown += islice(picker.pick(pool, dont_miss, shown), settings.articles - len(shown))
    needs_latest = settings.fill and len(shown) < settings.articles
    if needs_latest:
        shown += islice(picker.latest(dont_miss, shown), settings.articles - len(shown))
    return Choice(related=Related(dont_miss=dont_miss, articles=tuple(shown)), needs_latest=needs_latest)


class Picker:
    """Chooses for one article."""

    def __init__(self, of: Candidate, archive: Archive, settings: RelatedSettings, likeness: Likeness) -> None:
        self._of, self._archive, self._settings, self._likeness = of, archive, settings, likeness
        self._are_near: Callable[[str, str], bool] = likeness.are_near

    def look_for_near(self, *some: Iterable[str | None]) -> None:
        """Look once whether any of these articles are nearly the same: hardly ever, and then none needs to be asked."""
        named = {self._of.slug, *filter(None, chain.from_iterable(some))}
        if not self._likeness.any_near(sorted(named)):
            self._are_near = _never

    def dont_miss(self, matches: Sequence[Match], by_hand: Collection[str]) -> str | None:
        """Return what the hand names, else the best older match if it is strong enough.

        A place marked in the text asks for one that is not odd, however weak.
        """
        of, settings, known = self._of, self._settings, self._archive.candidates
        if of.dont_miss in known and of.dont_miss != of.slug:
            return of.dont_miss
        if not (settings.dont_miss or of.has_mark):
            return None
        floor = settings.floor if of.has_mark else max(settings.floor, settings.dont_miss_score)
        for match in matches:
            other = known[match.slug]
            # The ranking puts no sponsored article into the text, whatever may stand below it.
            is_free = other.date < of.date and not other.is_sponsored and match.slug not in by_hand
            if match.score >= floor and is_free and not self._are_near(of.slug, match.slug):
                return match.slug
        return None

    def objection(self, match: Match) -> str | None:
        """Return why a match cannot be shown below the article, whatever else is."""
        if match.score < self._settings.floor:
            return f"is weaker than the floor of {self._settings.floor}"
        return self._own_objection(match.slug)

    def pick(self, pool: Sequence[Match], dont_miss: str | None, shown: Iterable[str]) -> Iterator[str]:
        """Yield the matches of `pool`, best first, each worth most beside those before: maximal marginal relevance.

        See Carbonell and Goldstein, "The use of MMR, diversity-based reranking" (SIGIR 1998); here two are either alike
        or not, so that an edit changes few choices. What says nearly the same as one that is shown is left out.
        """
        variety = self._settings.variety
        free = {match.slug: match.score for match in pool}
        repeats = dict.fromkeys(free, False)
        beside = [slug for slug in (dont_miss, *shown) if slug]
        while True:
            for other in beside:
                free.pop(other, None)
                free = {slug: score for slug, score in free.items() if not self._are_near(slug, other)}
                for slug in free:
                    repeats[slug] = repeats[slug] or self._likeness.is_match(slug, other)
            if not free:
                return
            best = max(free, key=lambda slug: (_WHOLE - variety * repeats[slug]) * free[slug])
            yield best
            beside = [best]

    def latest(self, dont_miss: str | None, shown: Sequence[str]) -> Iterator[str]:
        """Yield the latest of the category that can be shown beside the others."""
        beside = [self._of.slug, *(slug for slug in (dont_miss, *shown) if slug)]
        for other in self._archive.latest(self._of.category):
            is_barred = other.is_sponsored and not self._settings.sponsored
            if other.slug in beside or is_barred:
                continue
            if not any(self._likeness.are_near(other.slug, slug) for slug in beside):
                beside.append(other.slug)
                yield other.slug

    def _own_objection(self, slug: str) -> str | None:
        if self._archive.candidates[slug].is_sponsored and not self._settings.sponsored:
            return "is sponsored"
        return "says nearly the same as this article" if self._are_near(self._of.slug, slug) else None


def _never(_: str, __: str) -> bool:
    return False
