import numpy as np
import pytest

from plugins.newsroom.language.terms import UNIT
from plugins.related.ranking.weights import FULL, SPREAD, common, rarity, score, size_class, thousandths


@pytest.mark.parametrize(("size", "expected"), [(0, 0), (1, 1), (20, 5), (4_095, 12), (4_096, 13), (100_000, 13)])
def test_a_large_archive_may_grow_without_other_weights(size: int, expected: int) -> None:
    assert size_class(size) == expected


def test_in_a_small_archive_rarity_changes_at_every_doubling() -> None:
    assert [rarity(frequency, 5) for frequency in (1, 2, 3, 4, 8, 16, 31)] == [125, 64, 64, 27, 8, 1, 1]


def test_in_a_large_archive_rarity_changes_seldom() -> None:
    found = [rarity(frequency, 13) for frequency in range(600)]

    assert [place for place in range(1, 600) if found[place] != found[place - 1]] == [4, 16, 64, 256]


@pytest.mark.parametrize(("size", "expected"), [(1, 512), (12, 512), (13, 256)])
def test_a_term_of_many_articles_tells_nothing(size: int, expected: int) -> None:
    assert common(size) == expected
    assert rarity(expected, size) == 0


@pytest.mark.parametrize(("days", "expected"), [(0, 1000), (730, 866), (100_000, 709)])
def test_a_score_is_given_in_thousandths_of_the_same_text_on_the_same_day(days: int, expected: int) -> None:
    assert thousandths(score(UNIT**2 * rarity(1, 13), days, False, 13)) == expected


def test_thousandths_of_an_array_are_those_of_its_numbers() -> None:
    scores = np.concatenate(
        (np.arange(3_000), np.arange(0, 2**31, 1_234_567), [(FULL * n * n) // 10**6 for n in range(1400)])
    )

    assert thousandths(scores).tolist() == [thousandths(int(each)) for each in scores]


def test_a_newer_article_has_to_match_better() -> None:
    total = UNIT**2

    assert score(total * 5, 3, True, 13) == score(total * 4, 3, False, 13)


def test_no_score_gains_more_on_another_of_the_same_total_than_is_allowed_for() -> None:
    nearest, farthest = score(10**12, 0, False, 13), score(10**12, 10**6, True, 13)

    assert nearest / farthest == pytest.approx(SPREAD, rel=0.01)
    assert nearest / farthest <= SPREAD


def test_the_best_score_fits_31_bits() -> None:
    assert FULL * (1 + 0.3 + 0.15 + 0.015) < 2**31
