"""Values worked out by hand; log2(3) is 1.585, so a target in second place gains 0.6309."""

import pytest

from tests.evaluation.metrics import Scores, half_width, measure, score

SECOND = 0.6309297535714575


@pytest.mark.parametrize(
    ("listed", "targets", "scores"),
    [
        (["a"], {"a": 1}, (1.0, 1.0, 1.0, 1.0, 1.0)),
        (["x", "a"], {"a": 1}, (SECOND, 1.0, 1.0, 0.5, 1.0)),
        (["x", "y", "z", "a"], {"a": 1}, (0.43067655807339306, 0.0, 1.0, 0.25, 0.0)),
        (["x"] * 10 + ["a"], {"a": 1}, (0.0, 0.0, 0.0, 0.0, 0.0)),
        (["a", "x"], {"a": 1, "b": 1}, (1 / (1 + SECOND), 0.5, 0.5, 1.0, 1.0)),
        (["a", "b"], {"a": 1, "b": 3}, ((1 + 3 * SECOND) / (3 + SECOND), 1.0, 1.0, 1.0, 1.0)),
        ([], {"a": 1}, (0.0, 0.0, 0.0, 0.0, 0.0)),
    ],
)
def test_a_list_has_the_scores_of_its_targets_places(
    listed: list[str], targets: dict[str, float], scores: tuple[float, ...]
) -> None:
    found = score(listed, targets)

    expected = Scores(**dict(zip(Scores.__slots__, scores, strict=True)))
    assert [getattr(found, name) for name in Scores.__slots__] == pytest.approx(
        [getattr(expected, name) for name in Scores.__slots__]
    )


def test_means_are_over_all_articles_for_which_something_is_judged() -> None:
    found = measure({"one": ["a"], "unjudged": ["b"]}, {"one": {"a": 1}, "without a list": {"a": 1}})

    assert (found.queries, found.means.ndcg_10, found.means.hit_3) == (2, 0.5, 0.5)


def test_an_article_itself_and_repetitions_take_no_place_in_its_list() -> None:
    found = measure({"one": ["one", "x", "x", "a"]}, {"one": {"a": 1, "one": 1}})

    assert found.means.mrr_10 == 0.5


def test_an_article_whose_targets_have_no_gain_is_no_query() -> None:
    assert measure({}, {"one": {"a": 0}, "two": {"two": 1}}).queries == 0


def test_the_interval_is_that_of_the_resampled_means() -> None:
    assert half_width([0.5, 0.5, 0.5]) == 0.0
    assert half_width([]) == 0.0
    # 100 throws of a coin: a standard deviation of 0.05, so about 1.96 × 0.05.
    assert half_width([0.0, 1.0] * 50) == pytest.approx(0.098, abs=0.01)
    assert half_width([0.0, 1.0] * 50) == half_width([0.0, 1.0] * 50)
