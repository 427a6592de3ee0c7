"""Numbers as people write them."""

import pytest

from plugins.newsroom.tables.number_forms import Number, is_missing, number_in


@pytest.mark.parametrize(
    ("cell", "point", "comma"),
    [
        ("1,234.5", 1234.5, None),
        ("1.234,5", None, 1234.5),
        ("1,234", 1234, 1.234),
        ("1.234", 1.234, 1234),
        ("1\u202f234,5", None, 1234.5),
        ("1’234.5", 1234.5, None),
        ("1,23,456", 123456, None),
        ("12", 12, 12),
        (".5", 0.5, None),
        ("−4", -4, -4),
        ("–4", -4, -4),
        ("+4", 4, 4),
        ("(1,250.00)", -1250, None),
        ("-$3", -3, -3),
        ("12*", 12, 12),
        ("١٢٫٥", None, 12.5),
        ("0", 0, 0),
        ("-0", 0, 0),
    ],
)
def test_a_number_is_read_both_ways_that_it_can_be_meant(cell: str, point: float | None, comma: float | None) -> None:
    number = number_in(cell)

    assert number is not None
    assert (number.point, number.comma) == (point, comma)


@pytest.mark.parametrize(
    ("cell", "before", "after"),
    [("5 %", "", " %"), ("$5", "$", ""), ("EUR 5", "EUR ", ""), ("5\u00a0km", "", "\u00a0km"), ("~5 t", "", " t")],
)
def test_the_words_at_a_number_are_its_unit(cell: str, before: str, after: str) -> None:
    assert number_in(cell) == Number(5, 5, before, after)


@pytest.mark.parametrize(
    "cell", ["A4", "Q3", "1.2.3", "10:30", "12/5", "1,2,3", "1–2", "=1+1", "3 days left", "+-4", "1e5", "", "9" * 50]
)
def test_words_dates_and_formulas_are_no_numbers(cell: str) -> None:
    assert number_in(cell) is None


@pytest.mark.parametrize("cell", ["", "n/a", "N/A", "–", "k. A.", "..."])
def test_signs_of_a_missing_number_are_known(cell: str) -> None:
    assert is_missing(cell)


def test_a_nought_is_no_missing_number() -> None:
    assert not is_missing("0")
