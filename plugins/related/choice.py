"""Chooses the don't-miss and the related articles: the editor's hand first, then the ranking, then the latest."""

from collections.abc import Collection, Iterator
from itertools import chain

from plugins.newsroom.articles import Article
from plugins.newsroom.choices import Related
from plugins.related.ranking import Match, Ranking
from plugins.related.settings import RelatedSettings


def choose(article: Article, ranking: Ranking, shown: Collection[str], settings: RelatedSettings) -> Related:
    """Return what to read after `article`.

    What is chosen is a candidate of `ranking`, so it is public. What the hand names is only asked to be in this build,
    by its slug in `shown`: the desk has seen to it that readers can open it by the time that they can open `article`.
    """
    matches = ranking.matches(article)
    by_hand = [slug for slug in article.related if slug in shown]
    named = article.dont_miss if article.dont_miss in shown and article.dont_miss != article.slug else None
    dont_miss = named or _dont_miss(article, ranking, matches, set(by_hand), settings)
    left_out = {article.slug, dont_miss}
    chosen: dict[str, None] = {}
    ranked = chain((match.article for match in matches), _latest(article, ranking))
    for slug in chain(by_hand, (other.slug for other in ranked)):
        if len(chosen) == settings.articles:
            break
        if slug not in left_out:
            chosen[slug] = None
    return Related(dont_miss=dont_miss, articles=tuple(chosen))


def _dont_miss(
    article: Article,
    ranking: Ranking,
    matches: tuple[Match, ...],
    by_hand: set[str],
    settings: RelatedSettings,
) -> str | None:
    """Return the slug of the best older match, else of the best newer one, else of the latest article.

    A place marked in the text asks for one however weak; the latest, which match nothing, are for a floor of 0 only.
    """
    is_marked = article.dont_miss_after is not None
    if not (settings.dont_miss or is_marked):
        return None
    floor = 0 if is_marked else settings.dont_miss_score
    strong = [match.article for match in matches if match.score >= floor]
    older_first = sorted(strong, key=lambda other: other.date >= article.date)
    for other in chain(older_first, _latest(article, ranking) if floor == 0 else ()):
        # The line has no room for a sponsor's label, so only a hand puts a sponsored article there.
        if other.sponsor is None and other.slug not in by_hand | {article.slug}:
            return other.slug
    return None


def _latest(article: Article, ranking: Ranking) -> Iterator[Article]:
    """Yield the newest of the article's category, then the newest of all."""
    yield from (other for other in ranking.candidates if other.category.slug == article.category.slug)
    yield from ranking.candidates
