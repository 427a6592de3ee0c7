"""Articles as lists and rankings need them, light enough to hold every one, and in words those that wait."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, tzinfo
from typing import NamedTuple
from zoneinfo import ZoneInfo

_SHOWN = 5
"""Articles named that wait; `make agenda` has them all."""
_YEAR = 365 * 24 * 60 * 60
"""Seconds. What waits longer is more often a slip of the year than a plan, so its line says how long."""


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
    changed: int | None = None
    """When it last changed in a way that readers should know, in seconds since 1970, as `Article.changed`."""
    lang: str = ""
    """Its language; empty only where nobody asks for it."""
    story: str = ""
    """The `slug` of the original of a translation, and of all its versions; its own of any other article."""
    is_repeated: bool = False
    """True if lists of the whole publication have another version of the same story."""

    @property
    def is_offered(self) -> bool:
        """True if fronts and rankings may lead readers to it: public, not over, not retracted, each story once."""
        return self.is_public and self.is_current and not self.is_repeated

    @property
    def is_current(self) -> bool:
        """True if it is neither over nor retracted; the preview's fronts show it though it may not be public."""
        return not (self.is_over or self.is_retracted)

    @property
    def public_from(self) -> float | None:
        """The time of its publication; None if readers may not see it now."""
        return self.date if self.is_public else None


def each_story_once(articles: Sequence[ListedArticle]) -> list[ListedArticle]:
    """Return a list without repeated articles, but for those whose story it would lack: of a tag of theirs alone."""
    told = {line.story for line in articles if not line.is_repeated}
    shown = []
    for line in articles:
        if not line.is_repeated or line.story not in told:
            shown.append(line)
            told.add(line.story)
    return shown


def with_repeated(articles: list[ListedArticle], lang: str) -> list[ListedArticle]:
    """Return articles, told which are repeated: of a story lists have the version in `lang`, else the original.

    Where readers cannot open that one, the next that they can.
    """
    versions: dict[str, list[ListedArticle]] = {}
    for line in articles:
        versions.setdefault(line.story, []).append(line)
    shown = {story: min(lines, key=lambda line: _rank(line, lang)).slug for story, lines in versions.items()}
    return [line._replace(is_repeated=shown[line.story] != line.slug) for line in articles]


def _rank(line: ListedArticle, lang: str) -> tuple[bool, bool, bool, str]:
    can_be_read = line.is_public and line.is_current
    return not can_be_read, line.lang.lower() != lang.lower(), line.story != line.slug, line.slug


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


def scheduled_line(scheduled: Mapping[str, float], count: int, timezone: str, now: datetime) -> str:
    """Return which articles wait, and until when, the soonest first; empty if none does.

    `scheduled` are times in seconds since 1970 by file, of all `count` articles or of the soonest.
    """
    if not scheduled:
        return ""
    named = [f"{file} until {_when(time, timezone, now)}" for file, time in list(scheduled.items())[:_SHOWN]]
    more = f" … and {count - len(named):,} more" if count > len(named) else ""
    return f"{'1 article waits' if count == 1 else f'{count:,} articles wait'}: {', '.join(named)}{more}"


def scheduled_times(scheduled: Mapping[str, float], timezone: str) -> dict[str, str]:
    """Return the times by file as programs read them: `2026-12-01T09:00:00+08:00`."""
    return {file: datetime.fromtimestamp(time, _zone(timezone)).isoformat() for file, time in scheduled.items()}


def _when(time: float, timezone: str, now: datetime) -> str:
    years = int(time - now.timestamp()) // _YEAR
    far = f" (in {years} year{'' if years == 1 else 's'})" if years else ""
    return f"{datetime.fromtimestamp(time, _zone(timezone)):%Y-%m-%d %H:%M}{far}"


def _zone(name: str) -> tzinfo:
    """Return the publication's time zone; UTC where this machine does not know it."""
    try:
        return ZoneInfo(name)
    except (LookupError, ValueError, OSError):
        return UTC
