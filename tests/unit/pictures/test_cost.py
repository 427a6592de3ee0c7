"""The cost of pictures in words."""

import pytest

from plugins.pictures.cost import cost_in_words
from plugins.pictures.values import Negative, SourcePicture

PHONE = Negative("content/a.jpg", SourcePicture("a.jpg", "jpeg", 4000, 3000, 5_000_000), b"1" * 16)
WHOLE_LEAD = [PHONE, PHONE._replace(purpose="ratios")]


def test_what_is_done_at_once_is_not_told() -> None:
    assert cost_in_words([], 2, ".pictures") == []
    assert cost_in_words([WHOLE_LEAD] * 10, 2, ".pictures") == []


def test_an_hour_of_work_is_told_beforehand() -> None:
    (line,) = cost_in_words([[PHONE]] * 6000, 2, ".pictures")

    assert line.startswith("6,000 pictures to develop, about 49 min on 2 processors; ")
    assert line.endswith("those that are done are kept in .pictures, so a run that was stopped goes on from there")


@pytest.mark.parametrize(("count", "words"), [(50, " s on 1 processor;"), (200, " min on 1 "), (20_000, " h on 1 ")])
def test_the_time_is_told_as_people_say_it(count: int, words: str) -> None:
    (line,) = cost_in_words([[PHONE]] * count, 1, ".pictures")

    assert words in line


def test_what_is_handed_on_costs_nothing() -> None:
    drawn = PHONE._replace(source=PHONE.source._replace(format="svg"))
    moving = PHONE._replace(source=PHONE.source._replace(format="gif", is_animated=True))
    original = PHONE._replace(purpose="original")

    assert cost_in_words([[drawn, moving, original]] * 10_000, 1, ".pictures") == []
