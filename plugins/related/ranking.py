"""Ranks articles by how well they go with another one: words, tags and closeness in time."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from heapq import nlargest, nsmallest

from plugins.newsroom.articles import Article
from plugins.related.index import UNIT, Index, Vector, build
from plugins.related.words import words

SHORTLIST = 50
"""How many of the best matches are put in order; nothing further down is ever chosen."""

# Judgement, checked against editors' own links (18F blog corpus: nDCG@10 .47; without tags and time .42).
_TITLE, _SUMMARY = 3, 2  # how often a word of the title or summary counts, against once in the body
_KEEP = 100  # words kept of each article, the strongest: bounds the cost of a large archive
_WORDS, _TAGS, _TIME = 100, 4, 4  # parts of the score
_YEAR = 365  # days after which closeness in time counts half
_COMMON = 10  # a word in more than every tenth article tells nothing …
_FEW = 100  # … but in a small archive it does


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """An article that goes with another one."""

    article: Article
    score: int
    """In thousandths: 1000 and more for the same text, some 50 for a passing likeness."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranking:
    """The candidates of a build, indexed once; asking never changes it."""

    candidates: tuple[Article, ...]
    """Newest first, then by slug: a tie goes to the first."""
    places: Mapping[str, int]
    """Where a candidate stands among them, by its source."""
    days: tuple[int, ...]
    """Their dates, counted in days."""
    texts: Index
    tags: Index

    def matches(self, article: Article) -> tuple[Match, ...]:
        """Return the candidates that share a word or a tag with `article`, best first, at most `SHORTLIST`."""
        own = self.places.get(article.source)
        found = self.texts.matches(_vector(self.texts, own, _word_counts, article), _WORDS)
        for place, share in self.tags.matches(_vector(self.tags, own, _tag_counts, article), _TAGS).items():
            found[place] = found.get(place, 0) + share
        if own is not None:
            found.pop(own, None)
        # What is further below the shortlist's last than time can add need not be looked at again.
        floor = min(nlargest(SHORTLIST, found.values()), default=0) - _TIME * UNIT**2
        day = article.date.toordinal()
        scored = ((-share - self._closeness(place, day), place) for place, share in found.items() if share >= floor)
        return tuple(
            Match(article=self.candidates[place], score=-10 * score // UNIT**2)
            for score, place in nsmallest(SHORTLIST, scored)
        )

    def _closeness(self, place: int, day: int) -> int:
        return _TIME * UNIT**2 * _YEAR // (_YEAR + abs(self.days[place] - day))


def rank(articles: Iterable[Article]) -> Ranking:
    """Index `articles`, in whatever order they come."""
    candidates = tuple(sorted(articles, key=lambda article: (-article.date.timestamp(), article.slug)))
    common = max(_FEW, len(candidates) // _COMMON)
    return Ranking(
        candidates=candidates,
        places={article.source: place for place, article in enumerate(candidates)},
        days=tuple(article.date.toordinal() for article in candidates),
        texts=build([_word_counts(article) for article in candidates], keep=_KEEP, common=common),
        tags=build([_tag_counts(article) for article in candidates], keep=_KEEP, common=common),
    )


def _vector(index: Index, own: int | None, count: Callable[[Article], Mapping[str, int]], article: Article) -> Vector:
    return index.vector(count(article)) if own is None else index.vectors[own]


def _word_counts(article: Article) -> Mapping[str, int]:
    counts = Counter(words(article.text))
    for text, weight in ((article.title, _TITLE), (article.summary, _SUMMARY)):
        for word in words(text):
            counts[word] += weight
    return counts


def _tag_counts(article: Article) -> Mapping[str, int]:
    return {tag.slug: 1 for tag in article.tags}
