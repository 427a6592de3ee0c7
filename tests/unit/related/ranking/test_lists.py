import numpy as np
import pytest

from plugins.related.ranking import lists as module
from plugins.related.ranking.lists import Lists
from plugins.related.ranking.numbering import Numbering

UNIT = 10**8
NUMBERING = Numbering(slugs=["a", "b", "c", "d", "e"], dates=[0] * 5, size=3)


@pytest.fixture(autouse=True)
def small_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "KEPT", 2)
    monkeypatch.setattr(module, "WIDTH", 3)


def made() -> Lists:
    """Return the lists of five articles; that of the first is full."""
    lists = Lists(5)
    lists.put(0, [3, 1, 2], [5 * UNIT, 7 * UNIT, 5 * UNIT], 0)
    lists.put(1, [0], [UNIT], 0)
    return lists


def best(lists: Lists, *numbers: int) -> list[list[int]]:
    found: list[list[int]] = lists.tops(np.array(numbers), NUMBERING)[0].tolist()
    return found


def score_of(lists: Lists, line: int, place: int) -> int:
    return int(lists.scores(np.array([line]), NUMBERING)[0, place])


def test_the_best_come_first_and_equal_ones_by_their_slugs() -> None:
    assert best(made(), 0, 1, 2) == [[1, 2], [0, -1], [-1, -1]]


def test_scores_are_given_in_thousandths() -> None:
    _, scores = made().tops(np.array([0, 2]), NUMBERING)

    assert scores[0, 0] > scores[0, 1] > 0
    assert scores[1].tolist() == [0, 0]


def test_a_better_match_takes_the_place_of_the_worst() -> None:
    lists = made()
    lists.enter(0, 4, 6 * UNIT, NUMBERING)

    assert best(lists, 0) == [[1, 4]]
    assert sorted(lists.numbers[0].tolist()) in ([1, 2, 4], [1, 3, 4])
    assert lists.bounds[0] == score_of(made(), 0, 0)


def test_a_worse_match_stays_beyond_a_full_line() -> None:
    lists = made()
    lists.enter(0, 4, 4 * UNIT, NUMBERING)

    assert sorted(lists.numbers[0].tolist()) == [1, 2, 3]
    assert 0 < lists.bounds[0] < score_of(lists, 0, 0)


def test_a_line_with_room_takes_any_match() -> None:
    lists = made()
    lists.enter(1, 4, UNIT // 2, NUMBERING)

    assert best(lists, 1) == [[0, 4]]
    assert lists.bounds[1] == 0


def test_an_article_is_dropped_from_all_lines() -> None:
    lists = made()

    assert lists.with_any([0, 2]).tolist() == [0, 1]
    assert lists.drop([0, 2]).tolist() == [0, 1]
    assert best(lists, 0, 1) == [[1, 3], [-1, -1]]
    assert lists.with_any([0, 2]).tolist() == []


@pytest.mark.parametrize(
    ("bound", "expected"), [(0, False), (4 * UNIT, False), (6 * UNIT, True)], ids=["none", "low", "high"]
)
def test_a_line_is_short_when_one_beyond_may_be_as_good(bound: int, expected: bool) -> None:
    lists = made()
    lists.drop([2])
    lists.bounds[0] = int(NUMBERING.scores(0, np.array([1]), np.array([bound]))[0])

    assert lists.are_short(np.array([0]), NUMBERING).tolist() == [expected]


def test_blocks_put_together_are_the_whole() -> None:
    lists = made()
    lists.grow(1)
    lists.bounds[5] = 9

    read = Lists.from_blocks([lists.block(slice(0, 4)), lists.block(slice(4, 8))])

    for name in ("numbers", "totals", "bounds"):
        assert np.array_equal(getattr(read, name), getattr(lists, name))
    read.put(0, [], [], 0)
    assert best(read, 0) == [[-1, -1]]


def test_a_copy_stays_as_it_is() -> None:
    lists = made()
    copy = lists.copy()
    lists.drop([1])

    assert (best(copy, 0), best(lists, 0)) == ([[1, 2]], [[2, 3]])


def test_no_blocks_make_empty_lists() -> None:
    assert len(Lists.from_blocks([]).numbers) == 0
