"""Articles as lists and rankings need them, light enough to hold every one, and the links between their texts."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import NamedTuple


class ListedArticle(NamedTuple):
    """One article that this build shows, in a line."""

    slug: str
    """The name that it has alone: its slug, or with the month (`2023/11/show-report`) where others have that too."""
    source: str
    """Path of the file below the content folder."""
    url: str
    """Root-relative, without the site's path prefix."""
    date: int
    """When it was published, in seconds since 1970."""
    month: tuple[int, int]
    """Year and month of that in the publication's zone."""
    category: str
    """Slug, as of tags and authors."""
    tags: tuple[str, ...]
    authors: tuple[str, ...]
    is_public: bool
    """True if readers may see it now; others are in the preview only."""
    is_over: bool
    """True if it has expired, and is not retracted."""
    is_retracted: bool
    is_sponsored: bool
    has_picture: bool
    related: tuple[str, ...]
    """Chosen by hand, each by its `slug` here."""
    dont_miss: str | None
    """Chosen by hand."""
    has_mark: bool
    """True if the author marked a place for the don't-miss line."""

    @property
    def is_offered(self) -> bool:
        """True if fronts and rankings may lead readers to it: public, not over, not retracted."""
        return self.is_public and self.is_current

    @property
    def is_current(self) -> bool:
        """True if it is neither over nor retracted; the preview's fronts show it though it may not be public."""
        return not (self.is_over or self.is_retracted)

    @property
    def public_from(self) -> float | None:
        """The time of its publication; None if readers may not see it now."""
        return self.date if self.is_public else None


def newest_first(articles: list[ListedArticle]) -> list[ListedArticle]:
    """Return articles newest first, those of one moment by slug."""
    return sorted(articles, key=lambda line: (-line.date, line.slug))


@dataclass(frozen=True, slots=True, kw_only=True)
class TextLinks:
    """The links that authors have put into the texts of articles, as far as they lead to articles."""

    digest: bytes
    """Stands for all texts."""
    find: Callable[[], Mapping[str, tuple[str, ...]]]
    """Returns the slugs of the articles that a text links to, each once, by the slug of its own. Takes some time."""
