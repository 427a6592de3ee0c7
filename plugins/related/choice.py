"""Chooses the don't-miss and the related articles: the editor's hand first, then the ranking, then the latest."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from plugins.newsroom.choices import Related
from plugins.related.candidates import Candidate
from plugins.related.settings import RelatedSettings


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """A public article that goes with another one."""

    slug: str
    score: int
    """In thousandths; see `weights.thousandths`."""


class Archive:
    """The articles of a build: all by their slugs, and the public ones newest first."""

    def __init__(self, candidates: Mapping[str, Candidate]) -> None:
        self.candidates = candidates
        self._newest: list[Candidate] | None = None
        self._by_category: dict[str, list[Candidate]] = {}

    def latest(self, category: str) -> Iterator[Candidate]:
        """Yield the newest of the category, then the newest of all."""
        if self._newest is None:
            public = (each for each in self.candidates.values() if each.is_public)
            self._newest = sorted(public, key=lambda each: (-each.date, each.slug))
        if category not in self._by_category:
            self._by_category[category] = [each for each in self._newest if each.category == category]
        yield from self._by_category[category]
        yield from self._newest


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """What was chosen for one article, and whether the latest had a say in it: then a newer article may change it."""

    related: Related
    needs_latest: bool


def choose(of: Candidate, matches: Sequence[Match], archive: Archive, settings: RelatedSettings) -> Choice:
    """Return what to read after `of`, whose best matches are given, best first.

    What is chosen is public. What the hand names is only asked to be in this build: the desk has seen to it that
    readers can open it by the time that they can open `of`.
    """
    latest = _Latest(archive, of.category)
    by_hand = [slug for slug in of.related if slug in archive.candidates]
    named = of.dont_miss if of.dont_miss in archive.candidates and of.dont_miss != of.slug else None
    dont_miss = named or _dont_miss(of, matches, {*by_hand, of.slug}, archive, settings, latest)
    left_out = {of.slug, dont_miss}
    chosen: dict[str, None] = {}
    for slug in chain(by_hand, (match.slug for match in matches), (other.slug for other in latest)):
        if len(chosen) == settings.articles:
            break
        if slug not in left_out:
            chosen[slug] = None
    return Choice(related=Related(dont_miss=dont_miss, articles=tuple(chosen)), needs_latest=latest.is_asked)


class _Latest:
    """The latest articles, with a note of whether anybody asked for them."""

    def __init__(self, archive: Archive, category: str) -> None:
        self._archive, self._category = archive, category
        self.is_asked = False

    def __iter__(self) -> Iterator[Candidate]:
        self.is_asked = True
        yield from self._archive.latest(self._category)


def _dont_miss(
    of: Candidate,
    matches: Sequence[Match],
    left_out: set[str],
    archive: Archive,
    settings: RelatedSettings,
    latest: _Latest,
) -> str | None:
    """Return the slug of the best older match, else of the best newer one, else of the latest article.

    A place marked in the text asks for one however weak; the latest, which match nothing, are for a floor of 0 only.
    """
    if not (settings.dont_miss or of.has_mark):
        return None
    floor = 0 if of.has_mark else settings.dont_miss_score
    strong = [archive.candidates[match.slug] for match in matches if match.score >= floor]
    older_first = sorted(strong, key=lambda other: other.date >= of.date)
    for other in chain(older_first, latest if floor == 0 else ()):
        # The line has no room for a sponsor's label, so only a hand puts a sponsored article there.
        if not other.is_sponsored and other.slug not in left_out:
            return other.slug
    return None
