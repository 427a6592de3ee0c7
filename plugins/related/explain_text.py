"""Text of the reasons for a choice, for a terminal."""

from collections.abc import Iterator, Sequence

from plugins.related.explain import Reason, Reasons, ScoreShare

_NAMED = 8
"""Words named of each match: the rest weighs little."""


def reasons_text(found: Reasons) -> str:
    """Return the reasons for one article as lines of text."""
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
    for name, shares in found.parts.items():
        if shares:
            yield f"        {name} {sum(share.percent for share in shares):.0f} %: {_named(shares)}"
    yield f"        {_time(found)}"


def _named(shares: Sequence[ScoreShare]) -> str:
    named = ", ".join(f"{share.name} {share.percent:.1f}" for share in shares[:_NAMED])
    more = len(shares) - _NAMED
    return f"{named} and {more} more" if more > 0 else named


def _time(found: Reason) -> str:
    days = abs(found.days)
    when = f"{days:,} {'day' if days == 1 else 'days'} {'older' if found.days > 0 else 'newer'}"
    return f"{when if days else 'of the same day'}, score × {found.closeness:.2f}"
