"""The report on a publication's pictures, in words for editors and as JSON for programs."""

import json
from collections.abc import Sequence
from typing import NamedTuple

from plugins.pictures.report.page_weights import PageWeight

_SHOWN = 10
"""Lines of each list: the worst ones, which are worth an editor's time."""


class ReportedPicture(NamedTuple):
    """A picture file that articles or pages show."""

    path: str
    bytes: int
    width: int
    height: int
    phone: int | None
    """Bytes that a phone gets for it in a text; None where it has not been developed."""


class CacheContent(NamedTuple):
    """The developed pictures that are kept."""

    place: str
    files: int
    bytes: int


class PictureReport(NamedTuple):
    """All that editors may want to know of a publication's pictures; texts and pictures by their paths."""

    pages: Sequence[PageWeight]
    """The heaviest first; none where there is no build."""
    pictures: Sequence[ReportedPicture]
    """The heaviest first."""
    without_alt: Sequence[str]
    without_credit: Sequence[str]
    without_focus: Sequence[str]
    """Upright pictures, whose cards may cut off a head."""
    never_shown: Sequence[str]
    same: Sequence[Sequence[str]]
    """Files of one content."""
    cache: CacheContent


def report_as_json(report: PictureReport) -> str:
    """Return the report for programs, with all of every list."""
    entry = report._asdict() | {
        "pages": [page._asdict() for page in report.pages],
        "pictures": [picture._asdict() for picture in report.pictures],
        "cache": report.cache._asdict(),
    }
    return json.dumps(entry, indent=2, ensure_ascii=False)


def report_as_text(report: PictureReport, *, shows_all: bool = False) -> str:
    """Return the report for people: sizes, then lists of pictures that want attention."""
    most = max(_SHOWN, *map(len, report)) if shows_all else _SHOWN
    pages = [(page.path, _size(page.phone), _size(page.desktop), f"{page.pictures:,}") for page in report.pages]
    pictures = [
        (
            each.path,
            f"{each.width} × {each.height}",
            _size(each.bytes),
            "–" if each.phone is None else _size(each.phone),
        )
        for each in report.pictures
    ]
    lists = {
        "Without a description (alt)": report.without_alt,
        "Lead pictures without a credit": report.without_credit,
        "Upright lead pictures and portraits without focus: see whether cards cut off a head": report.without_focus,
        "Shown nowhere": report.never_shown,
        "The same picture under several names": [" = ".join(names) for names in report.same],
    }
    no_pages = "No page is weighed, for there is no build in output/: make plan makes one."
    parts = [
        _table(("Heaviest pages", "phone", "desktop", "pictures"), pages, most) if pages else no_pages,
        _table(("Heaviest pictures", "pixels", "file", "phone"), pictures, most)
        if pictures
        else "There is no picture.",
        *(_listed(title, found, most) for title, found in lists.items() if found),
        _in_all(report),
    ]
    return "\n\n".join(parts)


def _in_all(report: PictureReport) -> str:
    developed = [each for each in report.pictures if each.phone is not None]
    before, after = sum(each.bytes for each in developed), sum(each.phone or 0 for each in developed)
    lines = [f"{_count(len(report.pictures), 'picture')} shown, {_size(sum(each.bytes for each in report.pictures))}."]
    if before:
        change = f"{abs(before - after) * 100 / before:.0f}% {'less' if after <= before else 'more'}"
        lines.append(f"A phone gets {_size(after)} in place of {_size(before)} ({change}).")
    if left := len(report.pictures) - len(developed):
        lines.append(f"{_count(left, 'picture')} not developed yet: the next build does that.")
    cache = report.cache
    lines.append(f"{cache.place} keeps {_count(cache.files, 'file')}, {_size(cache.bytes)}, earlier ones among them.")
    return "\n".join(lines)


def _table(head: Sequence[str], rows: Sequence[Sequence[str]], most: int) -> str:
    """Return rows under their head, the first column at the left and all others at the right."""
    shown = [head, *rows[:most]]
    widths = [max(len(row[column]) for row in shown) for column in range(len(head))]
    lines = [
        "  ".join(
            [row[0].ljust(widths[0]), *(cell.rjust(width) for cell, width in zip(row[1:], widths[1:], strict=True))]
        )
        for row in shown
    ]
    return "\n".join([*lines, *_more(len(rows), most)])


def _listed(title: str, found: Sequence[str], most: int) -> str:
    return "\n".join([f"{title}: {len(found):,}", *(f"  {each}" for each in found[:most]), *_more(len(found), most)])


def _more(count: int, most: int) -> list[str]:
    return [f"  … and {count - most:,} more; ALL=1 lists them"] if count > most else []


def _count(number: int, word: str) -> str:
    return f"{number:,} {word}{'' if number == 1 else 's'}"


def _size(count: int) -> str:
    """Return a number of bytes in KB, from a million on in MB, from a thousand million on in GB."""
    for scale, unit in ((10**9, "GB"), (10**6, "MB")):
        if count >= scale:
            return f"{count / scale:,.1f} {unit}"
    return f"{count / 1000:,.1f} KB"
