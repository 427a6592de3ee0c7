from dataclasses import replace

import pytest

from plugins.related.explain import Reason, Reasons, ScoreShare
from plugins.related.explain_text import reasons_text

OLD = Reason(
    slug="old",
    title="The otter mascot",
    by="the ranking",
    score=312,
    days=10,
    closeness=1.986,
    parts={
        "words": (ScoreShare("otter mascot", 60.25), ScoreShare("otter", 20.04)),
        "headline": (),
        "tags": (ScoreShare("mascots", 19.71),),
        "authors": (),
    },
    why_not="",
)
PAID = replace(OLD, slug="paid", score=7, days=1, why_not="is sponsored")
WHOLE = Reasons(slug="one", title="Otter on the bus", dont_miss=OLD, why_no_line="", articles=(OLD,), left_out=(PAID,))
OLD_IN_WORDS = """\
   312  old, by the ranking: The otter mascot
        words 80 %: otter mascot 60.2, otter 20.0
        tags 20 %: mascots 19.7
        10 days older, score × 1.99"""


def test_reasons_can_be_read() -> None:
    assert (
        reasons_text(WHOLE)
        == f"""\
one: Otter on the bus

Don't miss
{OLD_IN_WORDS}

Related
{OLD_IN_WORDS}

Left out
     7  paid: is sponsored; 1 day older, score × 1.99"""
    )


def test_an_article_without_matches_says_so() -> None:
    found = replace(WHOLE, dont_miss=None, why_no_line="none of the best matches is older", articles=(), left_out=())

    assert (
        reasons_text(found)
        == """\
one: Otter on the bus

No don't-miss line: none of the best matches is older.

No related articles: no match can be shown."""
    )


@pytest.mark.parametrize(
    ("days", "expected"), [(0, "of the same day"), (-1, "1 day newer"), (1234, "1,234 days older")]
)
def test_the_time_between_two_articles_is_told(days: int, expected: str) -> None:
    found = replace(WHOLE, articles=(replace(OLD, days=days),), left_out=())

    assert reasons_text(found).splitlines()[-1] == f"        {expected}, score × 1.99"


def test_of_many_words_the_heaviest_are_named() -> None:
    shares = tuple(ScoreShare(f"word{number}", 10) for number in range(10))
    found = replace(WHOLE, articles=(replace(OLD, parts={"words": shares}),), left_out=())

    assert "words 100 %: word0 10.0, " in reasons_text(found)
    assert "word7 10.0 and 2 more\n" in reasons_text(found)
