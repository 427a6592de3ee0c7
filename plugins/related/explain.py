"""Why an article shows what it shows: each match with its score and the parts of it, and what was left out and why."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from plugins.newsroom.terms import LABELS, Integers, hashed_label, heads, spellings, unpacked
from plugins.related.candidates import Candidate
from plugins.related.keeping.memory import Memory
from plugins.related.picker import Archive, Match, Picker
from plugins.related.ranking.features import asked
from plugins.related.ranking.numbering import Roster
from plugins.related.ranking.ordered import ascending
from plugins.related.ranking.similarity import KeptLikeness
from plugins.related.ranking.weights import closeness, rarity, score, thousandths
from plugins.related.settings import RelatedSettings

_DAY = 86_400
HAND, RANKING, LATEST = "hand", "the ranking", "being the latest of the category"


class Text(NamedTuple):
    """What of an article is compared, as it is written."""

    title: str
    summary: str
    text: str


class Share(NamedTuple):
    """Part of a score."""

    what: str
    """A word, a pair of words, a tag or an author."""
    percent: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """One article that goes with another, or was left out."""

    slug: str
    title: str
    by: str
    score: int
    """In thousandths."""
    days: int
    """How much older it is; below 0 newer."""
    closeness: float
    """What closeness in time and age multiply the score with."""
    words: tuple[Share, ...]
    """Words and pairs that both have, the heaviest first …"""
    headline: tuple[Share, ...]
    """… those that stand in the other one's headline besides, counted once more for it …"""
    tags: tuple[Share, ...]
    authors: tuple[Share, ...]
    why_not: str
    """Why it was left out; empty of what is shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reasons:
    """All that there is to say of the choice for one article."""

    slug: str
    title: str
    dont_miss: Reason | None
    why_no_line: str
    articles: tuple[Reason, ...]
    left_out: tuple[Reason, ...]


class Witness:
    """Tells why, from what a run keeps."""

    def __init__(
        self,
        candidates: Mapping[str, Candidate],
        features: Callable[[str], bytes],
        texts: Callable[[str], Text],
        memory: Memory,
        settings: RelatedSettings,
    ) -> None:
        self._candidates, self._features, self._texts = candidates, features, texts
        self._memory, self._settings = memory, settings
        self._archive = Archive(candidates)

    def tell(self, slug: str) -> Reasons:
        """Return the reasons for one article. Raises LookupError for one that there is not."""
        of, related = self._candidates[slug], self._memory.choices[slug]
        likeness = self._likeness(slug)
        matches = likeness.matches(slug)
        scores = {match.slug: match.score for match in matches}
        shown = [other for other in (related.dont_miss, *related.articles) if other]
        others = [
            (match.slug, self._why_not(of, match, shown, likeness)) for match in matches if match.slug not in shown
        ]
        return Reasons(
            slug=slug,
            title=self._texts(slug).title,
            dont_miss=self._reason(of, related.dont_miss, scores) if related.dont_miss else None,
            why_no_line="" if related.dont_miss else self._why_no_line(of, scores),
            articles=tuple(self._reason(of, other, scores) for other in related.articles),
            left_out=tuple(self._reason(of, other, scores, why) for other, why in others),
        )

    def scores(self, slug: str) -> Mapping[str, int]:
        """Return the scores of the best matches of an article, in thousandths, best first."""
        return {match.slug: match.score for match in self._likeness(slug).matches(slug)}

    def _likeness(self, slug: str) -> KeptLikeness:
        memory = self._memory
        roster = Roster(slugs=memory.slugs, dates=memory.dates, size=memory.size)
        return KeptLikeness(roster, memory.numbers, memory.lists, memory.sketches, [memory.numbers[slug]])

    def _reason(self, of: Candidate, slug: str, scores: Mapping[str, int], why_not: str = "") -> Reason:
        other = self._candidates[slug]
        products = list(self._products(of.slug, slug))
        parts = self._parts(of, products)
        days = of.date // _DAY - other.date // _DAY
        is_newer = other.date > of.date
        is_by_hand = slug in (*of.related, of.dont_miss)
        return Reason(
            slug=slug,
            title=self._texts(slug).title,
            by=HAND if is_by_hand else RANKING if scores.get(slug, -1) >= self._settings.floor else LATEST,
            score=thousandths(score(sum(worth for *_, worth in products), abs(days), is_newer, self._memory.size)),
            days=days,
            closeness=closeness(abs(days), is_newer),
            words=parts["words"],
            headline=parts["headline"],
            tags=parts["tags"],
            authors=parts["authors"],
            why_not=why_not,
        )

    def _why_not(self, of: Candidate, match: Match, shown: Sequence[str], likeness: KeptLikeness) -> str:
        slug, picker = match.slug, Picker(of, self._archive, self._settings, likeness)
        if found := picker.objection(match):
            return found
        if near := [other for other in shown if likeness.are_near(slug, other)]:
            return f"says nearly the same as {near[0]}"
        repeats = [other for other in shown if likeness.is_match(slug, other)]
        return f"weaker, and a match of {repeats[0]}, which is shown" if repeats else "weaker than those shown"

    def _why_no_line(self, of: Candidate, scores: Mapping[str, int]) -> str:
        settings, wanted = self._settings, max(self._settings.floor, self._settings.dont_miss_score)
        if not (settings.dont_miss or of.has_mark):
            return "RELATED['dont_miss'] is off, and the text has no mark for the line"
        older = [slug for slug in scores if self._candidates[slug].date < of.date]
        if not older:
            return "none of the best matches is older"
        return f"no older match that could stand there is as strong as {settings.floor if of.has_mark else wanted}"

    def _parts(self, of: Candidate, products: Iterable[tuple[int, str, int]]) -> Mapping[str, tuple[Share, ...]]:
        """Return the parts of a total, by kind, in percent of it."""
        found: dict[str, Counter[str]] = {kind: Counter() for kind in ("words", "headline", "tags", "authors")}
        names = self._names(of)
        for term, kind, worth in products:
            label_kind, name = names.get(term, ("words", "?"))
            found[kind or label_kind][name] += worth
        whole = sum(each.total() for each in found.values()) or 1
        return {
            kind: tuple(Share(name, 100 * worth / whole) for name, worth in sorted(each.items(), key=_heaviest_first))
            for kind, each in found.items()
        }

    def _products(self, slug: str, other: str) -> Iterator[tuple[int, str, int]]:
        """Yield what each shared term brings, rarity × weight × weight; besides, `headline` for what is in that."""
        hashes, weights = asked(self._features(slug))
        theirs = dict(zip(*(part.tolist() for part in unpacked(self._features(other))), strict=True))
        worth, in_head = self._rarities(hashes), heads(hashes).tolist()
        for term, weight, head in zip(hashes.tolist(), weights.tolist(), in_head, strict=True):
            product = worth.get(term, 0) * weight
            if product and term in theirs:
                yield term, "", product * theirs[term]
                if term < LABELS and head in theirs:
                    yield term, "headline", product * theirs[head]

    def _rarities(self, terms: Integers) -> Mapping[int, int]:
        postings = self._memory.index.select(ascending(terms))
        found = zip(postings.terms.tolist(), postings.frequencies.tolist(), strict=True)
        return {term: rarity(frequency, self._memory.size) for term, frequency in found}

    def _names(self, of: Candidate) -> Mapping[int, tuple[str, str]]:
        """Return what the terms of an article are called, with their kind."""
        named = {term: ("words", spelt) for term, spelt in spellings(*self._texts(of.slug)).items()}
        for kind, slugs in (("tag", of.tags), ("author", of.authors)):
            named |= {hashed_label(f"{kind} {slug}"): (f"{kind}s", slug) for slug in slugs}
        return named


def _heaviest_first(named: tuple[str, int]) -> tuple[int, str]:
    name, worth = named
    return -worth, name
