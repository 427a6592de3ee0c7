"""Reasons for a choice: each match with its score and the parts of it, and each one left out with the reason."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from plugins.newsroom.language.terms import LABELS, hashed_label, heads, spellings, unpacked
from plugins.related.keeping.memory import Memory
from plugins.related.picker import Candidates, Match, Picker, RelatedCandidate
from plugins.related.ranking.features import asked, features
from plugins.related.ranking.numbering import Numbering
from plugins.related.ranking.similarity import KeptSimilarity
from plugins.related.ranking.weights import closeness, rarity, score, thousandths
from plugins.related.settings import RelatedSettings

_DAY = 86_400
HAND, RANKING, LATEST = "hand", "the ranking", "being the latest of the category"


class ComparedText(NamedTuple):
    """The text of an article that is compared, as it is written."""

    title: str
    summary: str
    text: str


class ScoreShare(NamedTuple):
    """Part of a score that one term has brought."""

    name: str
    """A word, a pair of words, a tag or an author."""
    percent: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """One article that is shown with another, or was left out."""

    slug: str
    title: str
    by: str
    """`HAND`, `RANKING` or `LATEST`."""
    score: int
    """In thousandths."""
    days: int
    """Days by which it is older; below 0 newer."""
    closeness: float
    """Factor of the score for closeness in time and age."""
    parts: Mapping[str, tuple[ScoreShare, ...]]
    """Shares by kind, the heaviest first: `words` and pairs of both articles, those of them that stand in the other
    one's `headline` and count once more for it, `tags` and `authors`."""
    why_not: str
    """Reason for leaving it out; empty if it is shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reasons:
    """Reasons for the whole choice for one article."""

    slug: str
    title: str
    dont_miss: Reason | None
    why_no_line: str
    articles: tuple[Reason, ...]
    left_out: tuple[Reason, ...]


class Explainer:
    """Explains choices from the memory of the run that has made them."""

    def __init__(
        self,
        candidates: Mapping[str, RelatedCandidate],
        terms: Callable[[str], bytes],
        texts: Callable[[str], ComparedText],
        memory: Memory,
        settings: RelatedSettings,
    ) -> None:
        self._candidates, self._terms, self._texts = candidates, terms, texts
        self._memory, self._settings = memory, settings
        self._numbering = Numbering(slugs=memory.slugs, dates=memory.dates, size=memory.size)

    def explain(self, slug: str) -> Reasons:
        """Return the reasons for one article. Raises LookupError for an unknown one."""
        of, related, memory = self._candidates[slug], self._memory.choices[slug], self._memory
        numbers = memory.numbers
        similarity = KeptSimilarity(self._numbering, numbers, memory.lists, memory.sketches, [numbers[slug]])
        matches = similarity.matches(slug)
        scores = {match.slug: match.score for match in matches}
        shown = [other for other in (related.dont_miss, *related.articles) if other]
        return Reasons(
            slug=slug,
            title=self._texts(slug).title,
            dont_miss=self._reason(of, related.dont_miss, scores) if related.dont_miss else None,
            why_no_line="" if related.dont_miss else self._why_no_line(of, scores),
            articles=tuple(self._reason(of, other, scores) for other in related.articles),
            left_out=tuple(
                self._reason(of, match.slug, scores, self._why_not(of, match, shown, similarity))
                for match in matches
                if match.slug not in shown
            ),
        )

    def _reason(self, of: RelatedCandidate, slug: str, scores: Mapping[str, int], why_not: str = "") -> Reason:
        other = self._candidates[slug]
        products = list(self._products(of.slug, slug))
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
            parts=self._parts(of, products),
            why_not=why_not,
        )

    def _why_not(self, of: RelatedCandidate, match: Match, shown: Sequence[str], similarity: KeptSimilarity) -> str:
        picker = Picker(of, Candidates(self._candidates), self._settings, similarity)
        if found := picker.objection(match):
            return found
        if near := [other for other in shown if similarity.are_near(match.slug, other)]:
            return f"says nearly the same as {near[0]}"
        repeats = [other for other in shown if similarity.is_match(match.slug, other)]
        return f"weaker, and a match of {repeats[0]}, which is shown" if repeats else "weaker than those shown"

    def _why_no_line(self, of: RelatedCandidate, scores: Mapping[str, int]) -> str:
        settings = self._settings
        if not (settings.dont_miss or of.has_mark):
            return "RELATED['dont_miss'] is off, and the text has no mark for the line"
        if not any(self._candidates[slug].date < of.date for slug in scores):
            return "none of the best matches is older"
        wanted = settings.floor if of.has_mark else max(settings.floor, settings.dont_miss_score)
        return f"no older match that could stand there is as strong as {wanted}"

    def _parts(
        self, of: RelatedCandidate, products: Sequence[tuple[int, str, int]]
    ) -> Mapping[str, tuple[ScoreShare, ...]]:
        """Return the parts of a total, by kind, in percent of it."""
        found: dict[str, Counter[str]] = {kind: Counter() for kind in ("words", "headline", "tags", "authors")}
        names = self._names(of)
        for term, kind, worth in products:
            label_kind, name = names.get(term, ("words", "?"))
            found[kind or label_kind][name] += worth
        whole = sum(each.total() for each in found.values()) or 1
        return {
            kind: tuple(
                ScoreShare(name, 100 * worth / whole)
                for name, worth in sorted(each.items(), key=lambda item: (-item[1], item[0]))
            )
            for kind, each in found.items()
        }

    def _products(self, slug: str, other: str) -> Iterator[tuple[int, str, int]]:
        """Yield each shared term with rarity × weight × weight; once more as `headline` if it stands there."""
        hashes, weights = asked(self._features(slug))
        theirs = dict(zip(*(part.tolist() for part in unpacked(self._features(other))), strict=True))
        postings, size = self._memory.index.select(hashes), self._memory.size
        found = zip(postings.terms.tolist(), postings.frequencies.tolist(), strict=True)
        worth, in_head = {term: rarity(frequency, size) for term, frequency in found}, heads(hashes).tolist()
        for term, weight, head in zip(hashes.tolist(), weights.tolist(), in_head, strict=True):
            product = worth.get(term, 0) * weight
            if product and term in theirs:
                yield term, "", product * theirs[term]
                if term < LABELS and head in theirs:
                    yield term, "headline", product * theirs[head]

    def _features(self, slug: str) -> bytes:
        return features(self._candidates[slug], self._terms(slug))

    def _names(self, of: RelatedCandidate) -> Mapping[int, tuple[str, str]]:
        """Return kind and spelling of the terms of an article."""
        named = {term: ("words", spelt) for term, spelt in spellings(*self._texts(of.slug)).items()}
        for kind, slugs in (("tag", of.tags), ("author", of.authors)):
            named |= {hashed_label(f"{kind} {slug}"): (f"{kind}s", slug) for slug in slugs}
        return named
