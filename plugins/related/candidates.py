"""One article as the choice sees it: what may change without its text, and a digest that says whether the text did."""

from typing import NamedTuple


class Candidate(NamedTuple):
    """One article of a build. Only public ones are chosen by the ranking; all have something chosen for them."""

    slug: str
    date: int
    """When it was published, in seconds since 1970."""
    category: str
    """Slug, as are tags, authors, `related` and `dont_miss`."""
    tags: tuple[str, ...]
    authors: tuple[str, ...]
    is_public: bool
    is_sponsored: bool
    related: tuple[str, ...]
    """Chosen by hand."""
    dont_miss: str | None
    """Chosen by hand."""
    has_mark: bool
    """Whether the author marked the place of the don't-miss line."""
    terms_digest: bytes
    """Another one whenever the article's `terms` are others."""
