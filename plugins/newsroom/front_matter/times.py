"""Times of front matter: ISO 8601 with a space or a T between day and time."""

import re
from datetime import UTC, datetime, timezone
from zoneinfo import ZoneInfo

from plugins.newsroom.front_matter.mistakes import mistake, shown

_TIME = re.compile(
    r"\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?: ?(?:Z|[+-]\d{2}:?\d{2}))?)?",
)
_FIRST_YEAR = 1000
"""Of four digits, as addresses have them."""
_QUOTES = "\"'“”‘’"


def read_time(value: object, zone: ZoneInfo) -> datetime:
    """Return the time that `value` says, to the second; without an offset it is in `zone`. Raises a mistake."""
    written = bare(value) if isinstance(value, str) else ""
    if not _TIME.fullmatch(written):
        raise mistake(f"{shown(value)} is no time", "write year, month, day and time as in 2023-11-24 09:30")
    try:
        time = datetime.fromisoformat(written.replace(" +", "+").replace(" -", "-").replace(" Z", "Z"))
        return _in_zone(time.replace(microsecond=0), zone)
    except (ValueError, OverflowError):
        raise mistake(f"{shown(value)} is not in the calendar", "check year, month, day and time") from None


def bare(value: str) -> str:
    """Return the text of a time without quotes around it."""
    return " ".join(value.split()).strip(_QUOTES)


def _in_zone(written: datetime, zone: ZoneInfo) -> datetime:
    """Return a time with the zone's offset and its name at that time. Raises ValueError or OverflowError if it is none.

    The offset is fixed because Python compares times of one ZoneInfo by their clocks, and clocks are put back once a
    year: 02:15 may be later than 02:45.
    """
    time = (written if written.tzinfo else written.replace(tzinfo=zone)).astimezone(UTC).astimezone(zone)
    offset = time.utcoffset()
    if time.year < _FIRST_YEAR or offset is None:
        raise ValueError(f"no time for an address: {time}")
    return time.replace(tzinfo=timezone(offset, time.tzname() or "UTC"), fold=0)
