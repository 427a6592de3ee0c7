"""Times as pages show them: for machines with offset, for readers with zone and in the words of their language."""

from dataclasses import dataclass
from datetime import date, datetime

from plugins.newsroom.words.phrases import Words

_NEAR = {-1: "yesterday", 0: "today", 1: "tomorrow"}
_MOST_DAYS, _MOST_MONTHS = 60, 730
"""Days from which on months are counted, and those from which on years are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """One point in time, ready to print."""

    iso: str
    """ISO 8601 with offset, for `datetime` attributes and structured data."""
    date: str
    """`24 November 2023`."""
    short_date: str
    """`24 Nov 2023`."""
    time: str
    """`09:30`."""
    zone: str
    """`UTC+8`, or the zone's own letters where it has any (`JST`)."""


def moment(when: datetime, words: Words) -> Moment:
    """Return `when`, an aware datetime already in the publication's zone, as a page shows it."""
    return Moment(
        iso=when.isoformat(timespec="seconds"),
        date=_written(words.date, when.year, when.month, words, when.day),
        short_date=_written(words.short_date, when.year, when.month, words, when.day),
        time=words.time.format(H=when.hour, HH=f"{when.hour:02}", mm=f"{when.minute:02}"),
        zone=_zone(when),
    )


def written_date(day: date, words: Words) -> str:
    """Return a day as a page shows it: `24 November 2023`."""
    return _written(words.date, day.year, day.month, words, day.day)


def month_and_year(year: int, month: int, words: Words) -> str:
    """Return a month as it stands in a sentence: `November 2023`, `noviembre de 2023`."""
    return str(_written(words.month_year, year, month, words))


def month_title(year: int, month: int, words: Words) -> str:
    """Return a month as a heading: `November 2023`, `Noviembre de 2023`."""
    return _capitalised(month_and_year(year, month, words))


def month_name(month: int, words: Words) -> str:
    """Return the name of a month by its number, from 1, as it stands alone in a list."""
    return _capitalised(words.months_alone[month - 1])


def short_month(year: int, month: int, words: Words) -> str:
    """Return a month where there is little room: `Nov 2023`."""
    return _written(words.month_year.replace("{month}", "{month_short}"), year, month, words)


def short_day(day: date, words: Words) -> str:
    """Return a day where there is little room: `24 Nov 2023`."""
    return _written(words.short_date, day.year, day.month, words, day.day)


def shown_year(year: int, words: Words) -> int:
    """Return a year as readers count it: 2566 for 2023 in Thai."""
    return year + words.years_ahead


def from_now(when: datetime, now: datetime) -> str:
    """Return how far a time is from now, for editors, in English: `today`, `in 3 days`, `2 years ago`.

    Days are those of the calendar in the publication's zone, in which both times are.
    """
    days = (when.date() - now.date()).days
    if days in _NEAR:
        return _NEAR[days]
    number, unit = _in_units(abs(days))
    distance = f"{number} {unit}" if number == 1 else f"{number} {unit}s"
    return f"in {distance}" if days > 0 else f"{distance} ago"


def _in_units(days: int) -> tuple[int, str]:
    if days < _MOST_DAYS:
        return days, "day"
    return (round(days / 30.44), "month") if days < _MOST_MONTHS else (round(days / 365.25), "year")


def _written(pattern: str, year: int, month: int, words: Words, day: int = 1) -> str:
    return pattern.format(
        d=words.first_day if day == 1 else day,
        m=month,
        y=shown_year(year, words),
        month=words.months[month - 1],
        month_alone=words.months_alone[month - 1],
        month_short=words.months_short[month - 1],
    )


def _capitalised(words: str) -> str:
    """Return words with a capital at their beginning; `str.capitalize` would make the others small."""
    return words[:1].upper() + words[1:]


def _zone(when: datetime) -> str:
    name = when.tzname() or ""
    if name.isalpha():
        return name
    offset = when.utcoffset()
    if offset is None:
        raise ValueError(f"{when!r} has no zone")
    minutes = int(offset.total_seconds()) // 60
    sign = "-" if minutes < 0 else "+"
    hours, rest = divmod(abs(minutes), 60)
    return f"UTC{sign}{hours}" + (f":{rest:02}" if rest else "")
