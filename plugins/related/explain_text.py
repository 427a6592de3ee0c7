"""Puts into words why an article shows what it shows."""

from collections.abc import Iterator, Sequence

from plugins.related.explain import Reason, Reasons, Share

_NAMED = 8
"""Words named of each match: the rest weighs little."""


def in_words(found: Reasons) -> str:
    """Return the reasons for one article, for a terminal."""
    return "\n".join(_lines(found))


def _lines(found: Reasons) -> Iterator[str]:
    yield f"{found.slug}: {found.title}"
    yield ""
    yield "Don't miss" if found.dont_miss else f"No don't-miss line: {found.why_no_line}."
    if found.dont_miss:
        yield from _reason(found.dont_miss)
    yield ""
    yield "Related" if found.articles else "No related articles: no match can be shown."
    for each in found.articles:
        yield from _reason(each)
    if found.left_out:
        yield ""
        yield "Left out"
        for each in found.left_out:
            yield f"  {each.score:4}  {each.slug}: {each.why_not}; {_time(each)}"


def _reason(found: Reason) -> Iterator[str]:
    yield f"  {found.score:4}  {found.slug}, by {found.by}: {found.title}"
    parts = (("words", found.words), ("headline", found.headline), ("tags", found.tags), ("authors", found.authors))
    for name, shares in parts:
        if shares:
            yield f"        {name} {_percent(shares)}: {_named(shares)}"
    yield f"        {_time(found)}"


def _percent(shares: Sequence[Share]) -> str:
    return f"{sum(share.percent for share in shares):.0f} %"


def _named(shares: Sequence[Share]) -> str:
    named = ", ".join(f"{share.what} {share.percent:.1f}" for share in shares[:_NAMED])
    more = len(shares) - _NAMED
    return f"{named} and {more} more" if more > 0 else named


def _time(found: Reason) -> str:
    days = abs(found.days)
    when = "of the same day" if not days else f"{days:,} {'day' if days == 1 else 'days'} "
    when += "" if not days else "older" if found.days > 0 else "newer"
    return f"{when}, score × {found.closeness:.2f}"
