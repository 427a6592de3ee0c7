"""Dates as people and other systems write them: the form that front matter takes, for the remedy of a message."""

import re
from collections.abc import Iterator
from datetime import datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from plugins.newsroom.front_matter.times import bare

_LONGEST = 60
"""Characters of a text that may be a time at all; our own judgement."""
_FIRST_YEAR = 1000
_ZONE_NAME = re.compile(r"\s+\(?(?P<name>[A-Z][A-Za-z]+(?:/[A-Za-z_+-]+)+|(?!AM|PM)[A-Z]{2,5})\)?$")
_EAST_ASIAN_DATE = re.compile(r"(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]")
_FILLINGS = (datetime(2000, 1, 1), datetime(2004, 2, 2))
"""Two days to complete half a date from: where both give the same, nothing was missing."""


def right_form(value: str, zone: ZoneInfo) -> str | None:
    """Return the remedy for a text that is no time as we write them; None where it looks like none at all."""
    written = bare(value)
    named = _ZONE_NAME.search(written)
    local = written[: named.start()] if named else written
    forms = list(dict.fromkeys(_right_forms(local)))
    if named and len(forms) == 1:
        offset = _offset(named["name"], local, zone)
        if offset:
            return f"write it as {forms[0]} {offset}"
        return f"write it as {forms[0]}, and behind it the offset of {named['name']}, such as +08:00"
    return f"write it as {' or '.join(forms)}" if forms else None


def _right_forms(written: str) -> Iterator[str]:
    """Yield the texts that mean the same as `written` in the form that we read: two where day and month are unclear."""
    # Two digits are not taken for a year: which century they mean depends on the day of the build.
    if len(written) > _LONGEST or not re.search(r"\d{4}", written):
        return
    plain = _EAST_ASIAN_DATE.sub(r"\1-\2-\3 ", written)
    orders = [False, True]
    if re.match(r"\d{4}|\d{1,2}\.", plain):  # dots stand in dates that begin with the day
        orders = [not re.match(r"\d{4}", plain)]
    for is_day_first in orders:
        time = _read(plain, is_day_first)
        if time is not None:
            yield _right_form(time, plain)


def _read(written: str, is_day_first: bool) -> datetime | None:
    """Return the time in a text as people write them; None where it has no day, month or year."""
    from dateutil import parser  # Pelican's own reader of dates; here, for hardly any build needs it

    try:
        first, second = (parser.parse(written, default=each, dayfirst=is_day_first) for each in _FILLINGS)
    except (ValueError, TypeError, ArithmeticError, AttributeError):  # it raises all of these for nonsense
        return None
    is_whole = first == second and first.year >= _FIRST_YEAR
    return first if isinstance(first, datetime) and is_whole else None


def _right_form(time: datetime, written: str) -> str:
    has_clock = ":" in written or (time.hour, time.minute) != (0, 0)
    clock = f" {time:%H:%M:%S}".removesuffix(":00") if has_clock else ""
    offset = time.isoformat()[-6:] if time.tzinfo and has_clock else ""
    return f"{time:%Y-%m-%d}{clock} {offset.replace('+00:00', 'Z')}".rstrip()


def _offset(name: str, written: str, publication_zone: ZoneInfo) -> str:
    """Return the offset that a zone's name stands for at a time; empty if it is not known."""
    time = _read(written, is_day_first=False)
    if time is None:
        return ""
    try:
        zone = ZoneInfo(name) if "/" in name or name in ("UTC", "GMT") else publication_zone
        local = time.replace(tzinfo=zone)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return ""
    is_meant = zone is not publication_zone or local.tzname() == name
    return local.isoformat()[-6:].replace("+00:00", "Z") if is_meant else ""
