"""Count of the articles that others show, and how often: the archive at a glance, for editors."""

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import chain

from plugins.newsroom.choices import Coverage, Related, Showings
from plugins.newsroom.listed_articles import ListedArticle

LISTED = 200
"""Articles of one list; nobody goes through more of them one by one."""
MOST = 30
"""Articles in the list of those that are shown most often."""


def count_showings(
    articles: Sequence[ListedArticle], chosen: Mapping[str, Related], links: Mapping[str, Sequence[str]]
) -> Coverage:
    """Return how far those of `articles`, newest first, that lists may lead to show one another.

    Each article counts once a place: as a related one, in the don't-miss line, and in the text, where `links` are the
    slugs that it links to, each once and never its own.
    """
    public = [listed.slug for listed in articles if listed.is_offered]
    choices = [chosen[slug] for slug in public]
    related = Counter(chain.from_iterable(each.articles for each in choices))
    dont_miss = Counter(each.dont_miss for each in choices)
    linked = Counter(chain.from_iterable(links.get(slug, ()) for slug in public))
    times = {slug: related[slug] + dont_miss[slug] + linked[slug] for slug in public}
    unshown = [slug for slug in public if not times[slug]]
    bare = [slug for slug, each in zip(public, choices, strict=True) if not each.articles]
    most_first = sorted(public, key=times.__getitem__, reverse=True)  # of equals still the newest first
    most = [slug for slug in most_first[:MOST] if times[slug]]
    return Coverage(
        articles=len(public),
        shown=len(public) - len(unshown),
        unshown=tuple(unshown[:LISTED]),
        most=tuple(
            Showings(slug=slug, related=related[slug], dont_miss=dont_miss[slug], links=linked[slug]) for slug in most
        ),
        bare=len(bare),
        bare_articles=tuple(bare[:LISTED]),
    )
