"""Picks the don't-miss line and the related articles of one article: by hand first, then from the ranking.

For every match of the ranking that is not shown, `Picker` can give the reason.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from typing import NamedTuple, Protocol

from plugins.newsroom.choices import Related
from plugins.related.settings import RelatedSettings

_WHOLE = 1000


class RelatedCandidate(NamedTuple):
    """One article of a build. Something is picked for every article; the ranking picks only those that are offered."""

    slug: str
    date: int
    """Time of publication, in seconds since 1970."""
    category: str
    """Slug, as are tags, authors, `related` and `dont_miss`."""
    tags: tuple[str, ...]
    authors: tuple[str, ...]
    is_offered: bool
    """True if it is public, and neither over nor retracted."""
    is_sponsored: bool
    related: tuple[str, ...]
    """Chosen by hand."""
    dont_miss: str | None
    """Chosen by hand."""
    has_mark: bool
    """True if the author marked the place of the don't-miss line."""
    story: str
    """The same of all versions of an article in several languages."""
    terms_digest: bytes
    """Digest of the article's terms."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """A public article that goes with another one."""

    slug: str
    score: int
    """In thousandths; see `weights.thousandths`."""


class Similarity(Protocol):
    """Similarity of articles, by their slugs."""

    def are_near(self, one: str, other: str) -> bool:
        """Tell whether two articles are nearly the same text."""

    def any_near(self, slugs: Sequence[str]) -> bool:
        """Tell whether any two of these are nearly the same text."""

    def is_match(self, one: str, other: str) -> bool:
        """Tell whether `other` is among the best matches of `one`."""


class Candidates:
    """All articles of a build by their slugs, and the public ones of each category, newest first."""

    def __init__(self, by_slug: Mapping[str, RelatedCandidate]) -> None:
        self.by_slug = by_slug
        self._by_category: dict[str, list[RelatedCandidate]] | None = None

    def latest(self, category: str) -> Sequence[RelatedCandidate]:
        """Return the public articles of the category, newest first."""
        if self._by_category is None:
            self._by_category = {}
            public = (each for each in self.by_slug.values() if each.is_offered)
            for each in sorted(public, key=lambda each: (-each.date, each.slug)):
                self._by_category.setdefault(each.category, []).append(each)
        return self._by_category.get(category, [])


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """The choice for one article."""

    related: Related
    needs_latest: bool
    """True if the latest of the category were considered: then a newer article may change the choice."""


def choose(
    of: RelatedCandidate,
    matches: Sequence[Match],
    candidates: Candidates,
    settings: RelatedSettings,
    similarity: Similarity,
) -> Choice:
    """Return the choice for `of`, whose best matches are given, best first.

    Matches are public. An article named by hand need only be in this build: the desk has checked that readers can open
    it by the time that they can open `of`.
    """
    by_hand = tuple(slug for slug in of.related if slug in candidates.by_slug)
    picker = Picker(of, candidates, settings, similarity)
    named = (of.dont_miss,) if of.dont_miss in candidates.by_slug else ()
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
    """Picks for one article."""

    def __init__(
        self, of: RelatedCandidate, candidates: Candidates, settings: RelatedSettings, similarity: Similarity
    ) -> None:
        self._of, self._candidates, self._settings, self._similarity = of, candidates, settings, similarity
        self._are_near: Callable[[str, str], bool] = similarity.are_near

    def look_for_near(self, *some: Iterable[str | None]) -> None:
        """Look for near articles among all of these at once: mostly there are none, and then no pair is compared."""
        named = {self._of.slug, *filter(None, chain.from_iterable(some))}
        if not self._similarity.any_near(sorted(named)):
            self._are_near = lambda *_: False

    def dont_miss(self, matches: Sequence[Match], by_hand: Collection[str]) -> str | None:
        """Return the article named by hand, else the best older match if it is strong enough.

        A place marked in the text asks for one above the floor, however weak.
        """
        of, settings, known = self._of, self._settings, self._candidates.by_slug
        if of.dont_miss in known and of.dont_miss != of.slug:
            return of.dont_miss
        if not (settings.dont_miss or of.has_mark):
            return None
        floor = settings.floor if of.has_mark else max(settings.floor, settings.dont_miss_score)
        for match in matches:
            other = known[match.slug]
            # The ranking puts no sponsored article into the text, whatever may stand below it.
            is_free = other.date < of.date and not other.is_sponsored and match.slug not in by_hand
            is_free = is_free and other.story != of.story
            if match.score >= floor and is_free and not self._are_near(of.slug, match.slug):
                return match.slug
        return None

    def objection(self, match: Match) -> str | None:
        """Return the reason why a match cannot be shown below the article, even alone; None if it can."""
        if match.score < self._settings.floor:
            return f"is weaker than the floor of {self._settings.floor}"
        other = self._candidates.by_slug[match.slug]
        if other.story == self._of.story:
            return "is this article in another language"
        if self._is_barred(other):
            return "is sponsored"
        return "says nearly the same as this article" if self._are_near(self._of.slug, match.slug) else None

    def pick(self, pool: Sequence[Match], dont_miss: str | None, shown: Iterable[str]) -> Iterator[str]:
        """Yield the matches of `pool`, best first, each worth most beside those before: maximal marginal relevance.

        See Carbonell and Goldstein, "The use of MMR, diversity-based reranking" (SIGIR 1998). Here two are either alike
        or not, so that an edit changes few choices. Matches nearly the same as one that is shown are left out.
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
                    repeats[slug] = repeats[slug] or self._similarity.is_match(slug, other)
            if not free:
                return
            best = max(free, key=lambda slug: (_WHOLE - variety * repeats[slug]) * free[slug])
            yield best
            beside = [best]

    def latest(self, dont_miss: str | None, shown: Sequence[str]) -> Iterator[str]:
        """Yield the latest of the category that can be shown beside the others."""
        beside = [self._of.slug, *(slug for slug in (dont_miss, *shown) if slug)]
        for other in self._candidates.latest(self._of.category):
            if other.slug in beside or self._is_barred(other):
                continue
            if not any(self._similarity.are_near(other.slug, slug) for slug in beside):
                beside.append(other.slug)
                yield other.slug

    def _is_barred(self, other: RelatedCandidate) -> bool:
        return (other.is_sponsored and not self._settings.sponsored) or other.story == self._of.story
