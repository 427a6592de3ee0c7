"""Articles that wait for their time, in words: builds say them, and publishing does."""

from collections.abc import Mapping
from datetime import UTC, datetime, tzinfo
from zoneinfo import ZoneInfo

_SHOWN = 5
"""Articles named; `make agenda` has them all."""
_YEAR = 365 * 24 * 60 * 60
"""Seconds. What waits longer is more often a slip of the year than a plan, so its line says how long."""


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
