import pytest

from plugins.newsroom.language.language_tags import Direction
from plugins.share_cards.bidi import from_left, level_runs


@pytest.mark.parametrize(
    ("text", "base", "expected"),
    [
        ("plain words", "ltr", ["plain words"]),
        ("The word שלום, here", "ltr", ["The word ", "שלום", ", here"]),
        ("وكالة Pohon تتخلى", "rtl", [" تتخلى", "Pohon", "وكالة "]),
        ("خصم 40% من 1,500", "rtl", ["1,500", "% من ", "40", "خصم "]),
        ("מחיר 40% פחות", "rtl", [" פחות", "40%", "מחיר "]),
        ("(Pohon) وكالة", "rtl", [") وكالة", "Pohon", "("]),
        ("Lowdown 2.0!", "rtl", ["!", "Lowdown 2.0"]),
        ("שלום 12:30", "rtl", ["12:30", "שלום "]),
        ("שָׁלוֹם", "rtl", ["שָׁלוֹם"]),
        ("3 שלבים", "ltr", ["3 ", "שלבים"]),
        ("", "ltr", []),
    ],
)
def test_runs_stand_from_the_left_as_the_algorithm_orders_them(text: str, base: Direction, expected: list[str]) -> None:
    runs = level_runs(text, base)

    assert [runs[number].text for number in from_left([run.level for run in runs])] == expected
    assert "".join(run.text for run in runs) == text


def test_a_run_knows_its_direction() -> None:
    directions = [run.direction for run in level_runs("a שלום", "ltr")]

    assert directions == ["ltr", "rtl"]


def test_nested_levels_are_turned_twice() -> None:
    assert from_left([1, 2, 2, 1]) == [3, 1, 2, 0]
    assert from_left([0, 1, 1, 0, 1]) == [0, 2, 1, 3, 4]
