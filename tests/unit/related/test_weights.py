import pytest

from plugins.newsroom.terms import UNIT
from plugins.related.weights import FULL, common, rarity, score, size_class, thousandths


@pytest.mark.parametrize(("size", "expected"), [(0, 0), (1, 1), (20, 5), (2_047, 11), (2_048, 12), (100_000, 12)])
def test_a_large_archive_may_grow_without_other_weights(size: int, expected: int) -> None:
    assert size_class(size) == expected


def test_in_a_small_archive_rarity_changes_at_every_doubling() -> None:
    assert [rarity(frequency, 5) for frequency in (1, 2, 3, 4, 8, 16, 31)] == [625, 256, 256, 81, 16, 1, 1]


def test_in_a_large_archive_rarity_changes_seldom() -> None:
    found = [rarity(frequency, 12) for frequency in range(300)]

    assert [place for place in range(1, 300) if found[place] != found[place - 1]] == [16, 256]


@pytest.mark.parametrize(("size", "expected"), [(0, 64), (9, 64), (11, 128), (12, 256)])
def test_a_term_of_many_articles_tells_nothing(size: int, expected: int) -> None:
    assert common(size) == expected
    assert rarity(expected, size) == 0


@pytest.mark.parametrize(("days", "expected"), [(0, 1000), (730, 866), (100_000, 709)])
def test_a_score_is_given_in_thousandths_of_the_same_text_on_the_same_day(days: int, expected: int) -> None:
    assert thousandths(score(UNIT**2 * rarity(1, 12), days, 12)) == expected


def test_the_best_score_fits_31_bits() -> None:
    assert FULL * 1.015 < 2**31
