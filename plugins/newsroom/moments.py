"""Times as pages show them: for machines with offset, for readers with zone."""

from dataclasses import dataclass
from datetime import datetime

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
"""Their names here, for `strftime` would take those of the machine's locale."""


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


def moment(when: datetime) -> Moment:
    """Return `when`, an aware datetime already in the publication's zone, as a page shows it."""
    month = MONTHS[when.month - 1]
    return Moment(
        iso=when.isoformat(timespec="seconds"),
        date=f"{when.day} {month} {when.year}",
        short_date=f"{when.day} {month[:3]} {when.year}",
        time=f"{when.hour:02}:{when.minute:02}",
        zone=_zone(when),
    )


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
