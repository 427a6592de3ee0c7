"""Posts ranked by the site's own code, with the settings that the publication has in `pelicanconf.py`."""

from collections.abc import Mapping, Sequence
from hashlib import blake2b
from typing import Any

from plugins.newsroom.choices import Related
from plugins.related.chooser import Chooser
from plugins.related.picker import RelatedCandidate
from plugins.related.settings import RelatedSettings
from plugins.stet.workers import Spread
from tests.evaluation.reading import Post
from tests.tools.shelf import MemoryShelf

LISTED = 10
"""Length of the lists that are judged."""


def list_settings(publication: RelatedSettings) -> RelatedSettings:
    """Return the settings under which the ranking fills a whole list, and no don't-miss takes the best match away."""
    return changed(publication, articles=LISTED, dont_miss=False)


def dont_miss_settings(publication: RelatedSettings, score: int) -> RelatedSettings:
    """Return the settings under which an article has a don't-miss if its match reaches `score`, in thousandths."""
    return changed(publication, dont_miss=True, dont_miss_score=score)


def changed(settings: RelatedSettings, **values: Any) -> RelatedSettings:
    """Return settings with other values; raises pydantic's ValidationError for one that they do not take."""
    return RelatedSettings.model_validate(settings.model_dump() | values)


def choose(posts: Sequence[Post], settings: RelatedSettings) -> Mapping[str, Related]:
    """Return the site's choice for every post, by its slug; all are public."""
    terms = {post.slug: post.terms for post in posts}
    chooser = Chooser(MemoryShelf(), settings, Spread(processes=1))
    return chooser.choose_all([_candidate(post) for post in posts], terms.__getitem__)


def _candidate(post: Post) -> RelatedCandidate:
    return RelatedCandidate(
        slug=post.slug,
        date=post.date,
        category=post.category,
        tags=post.tags,
        authors=post.authors,
        is_offered=True,
        is_sponsored=False,
        related=(),
        dont_miss=None,
        has_mark=False,
        story=post.slug,
        terms_digest=blake2b(post.terms, digest_size=16).digest(),
    )
