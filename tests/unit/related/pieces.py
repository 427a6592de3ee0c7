"""Articles as the ranking gets them: what their lines say, and the terms of their texts."""

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from plugins.newsroom.choices import Related
from plugins.newsroom.language.terms import terms
from plugins.related.chooser import Chooser
from plugins.related.picker import RelatedCandidate
from plugins.related.settings import RelatedSettings
from plugins.stet.state.shelf import Shelf
from plugins.stet.workers import Spread
from tests.tools.shelf import MemoryShelf
from tests.values import at


class Piece(NamedTuple):
    """One article."""

    candidate: RelatedCandidate
    terms: bytes


def piece(
    slug: str, text: str = "", *, title: str = "", summary: str = "", date: str = "2023-11-01T09:00", **changes: Any
) -> Piece:
    """Return a public article without tags and authors; `changes` are of the candidate."""
    found = terms(title, summary, text)
    return Piece(blank(slug)._replace(date=int(at(date).timestamp()), terms_digest=found, **changes), found)


def blank(slug: str) -> RelatedCandidate:
    """Return a candidate of which there is nothing to say."""
    return RelatedCandidate(
        slug=slug,
        date=0,
        category="a",
        tags=(),
        authors=(),
        is_offered=True,
        is_sponsored=False,
        related=(),
        dont_miss=None,
        has_mark=False,
        story=slug,
        terms_digest=b"",
    )


def choices(pieces: Iterable[Piece], settings: RelatedSettings) -> Mapping[str, Related]:
    """Return what is chosen for each article, by its slug, with nothing kept from before."""
    by_slug = {each.candidate.slug: each for each in pieces}
    candidates = [each.candidate for each in by_slug.values()]
    return new_chooser(settings).choose_all(candidates, lambda slug: by_slug[slug].terms)


def new_chooser(settings: RelatedSettings, shelf: Shelf | None = None) -> Chooser:
    """Return a chooser of one process, with nothing kept from before unless a shelf is given."""
    return Chooser(shelf or MemoryShelf(), settings, Spread(processes=1))
