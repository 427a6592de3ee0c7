import pytest

from plugins.newsroom.words.plurals import forms_of, plural_form

ARABIC = (
    ("few", "n mod 100 in 3..10"),
    ("many", "n mod 100 in 11..99"),
    ("one", "n in 1"),
    ("two", "n in 2"),
    ("zero", "n in 0"),
)


@pytest.mark.parametrize(
    ("number", "form"), [(0, "zero"), (1, "one"), (2, "two"), (7, "few"), (11, "many"), (100, "other"), (103, "few")]
)
def test_arabic_has_six_forms(number: int, form: str) -> None:
    assert plural_form(ARABIC, number) == form


@pytest.mark.parametrize(("number", "form"), [(0, "one"), (1, "one"), (2, "other"), (1_000_000, "many")])
def test_a_rule_may_name_exponents_and_digits_which_whole_numbers_have_not(number: int, form: str) -> None:
    many = "e in 0 and i not in 0 and i mod 1000000 in 0 and v in 0 or e not in 0..5"

    assert plural_form((("many", many), ("one", "i in 0,1")), number) == form


def test_a_language_without_rules_has_one_form() -> None:
    assert plural_form((), 1) == "other"


def test_a_condition_of_another_kind_is_refused() -> None:
    with pytest.raises(ValueError, match="no condition of a plural rule: 'n within 1'"):
        plural_form((("one", "n within 1"),), 1)


def test_forms_stand_in_the_order_of_cldr() -> None:
    assert forms_of(dict(ARABIC)) == ["zero", "one", "two", "few", "many", "other"]
