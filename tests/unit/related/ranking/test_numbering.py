import numpy as np

from plugins.related.ranking.numbering import Numbering
from plugins.related.ranking.weights import score

DAY = 86_400
NUMBERING = Numbering(slugs=["one", "b", "a", "newer"], dates=[10 * DAY, 9 * DAY, 9 * DAY, 12 * DAY], size=3)


def test_scores_go_by_days_and_age() -> None:
    found = NUMBERING.scores(0, np.array([1, 3]), np.array([10**9, 10**9]))

    assert found.tolist() == [score(10**9, 1, False, 3), score(10**9, 2, True, 3)]


def test_the_articles_of_one_day_are_no_days_apart() -> None:
    numbering = Numbering(slugs=["a", "b"], dates=[10 * DAY, 11 * DAY - 1], size=3)

    assert numbering.scores(1, np.array([0]), np.array([10**9])).tolist() == [score(10**9, 0, False, 3)]


def test_matches_are_ordered_by_score_then_date_then_slug() -> None:
    assert NUMBERING.ordered([(5, 1), (5, 2), (5, 3), (7, 1)]) == [(7, 1), (5, 3), (5, 2), (5, 1)]


def test_keys_order_as_far_as_score_and_date_do() -> None:
    keys = NUMBERING.keys(np.array([1, 3, 1, 2]), np.array([7, 5, 5, 5])).tolist()

    assert keys[0] > keys[1] > keys[2] == keys[3]
