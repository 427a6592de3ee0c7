import random

import pytest

from plugins.newsroom.language.terms import terms
from plugins.related.ranking.sketches import Sketches, sketches_from

VOCABULARY = [f"word{number}" for number in range(2_000)]
STORY = random.Random(7).choices(VOCABULARY, k=400)


def sketches(*texts: list[str]) -> Sketches:
    found = Sketches(len(texts))
    for number, text in enumerate(texts):
        found.put(number, terms("", "", " ".join(text)))
    return found


def edited(part: float) -> list[str]:
    """Return the story with the end of it, such a part, written anew."""
    kept = round(len(STORY) * (1 - part))
    return STORY[:kept] + random.Random(8).choices(VOCABULARY, k=len(STORY) - kept)


@pytest.mark.parametrize(("part", "expected"), [(0, True), (0.03, True), (0.5, False), (1, False)])
def test_a_story_is_near_to_what_says_the_same_but_for_a_few_words(part: float, expected: bool) -> None:
    assert sketches(STORY, edited(part)).are_near(0, 1) is expected
    assert sketches(edited(part), STORY).are_near(0, 1) is expected


def test_a_story_is_not_near_to_its_first_half() -> None:
    assert not sketches(STORY, STORY[:200]).are_near(0, 1)


def test_of_texts_of_a_few_words_nothing_is_said() -> None:
    assert not sketches(["otter", "mascot"], ["otter", "mascot"]).are_near(0, 1)
    assert not sketches([], []).are_near(0, 1)


def test_a_text_that_is_another_now_is_told_anew() -> None:
    found = sketches(STORY, edited(1))
    before = found.are_near(0, 1)

    found.put(1, terms("", "", " ".join(STORY)))

    assert (before, found.are_near(0, 1)) == (False, True)


def test_sketches_are_kept_in_blocks() -> None:
    found = sketches(STORY, edited(0.01), edited(1))
    found.grow(1)

    kept = sketches_from([found.block(slice(0, 2)), found.block(slice(2, 9))])

    assert (kept.lines == found.lines).all()
    assert kept.are_near(0, 1)
