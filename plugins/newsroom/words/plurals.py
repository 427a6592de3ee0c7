"""Plural forms of whole numbers, by the rules of CLDR: unicode.org/reports/tr35/tr35-numbers.html, Plural Rules."""

import re
from collections.abc import Callable, Mapping
from functools import cache

FORMS = ("zero", "one", "two", "few", "many", "other")
"""Every form that a language may have; `other` is in all of them."""

_RELATION = re.compile(r"([nivwftce])(?: mod (\d+))? (not in|in|!=|=) ([\d.,]+)")
_WHOLE = frozenset("ni")
"""Operands that are the number itself; of a whole number all others (digits behind the point, exponents) are 0."""

_Test = Callable[[int], bool]


def plural_form(rules: tuple[tuple[str, str], ...], number: int) -> str:
    """Return the form for a whole number; `rules` are pairs of form and condition, as in `n mod 100 in 3..10`."""
    return next((form for form, condition in rules if _condition(condition)(number)), "other")


@cache
def _condition(text: str) -> _Test:
    """Return a condition as a function; raises ValueError for one that it cannot read."""
    choices = [[_relation(part) for part in choice.split(" and ")] for choice in text.split(" or ")]
    return lambda number: any(all(test(number) for test in tests) for tests in choices)


def _relation(text: str) -> _Test:
    match = _RELATION.fullmatch(text.strip())
    if match is None:
        raise ValueError(f"no condition of a plural rule: {text!r}")
    operand, modulus, relation, values = match.groups()
    if modulus and not int(modulus):
        raise ValueError(f"a plural rule divides by 0: {text!r}")
    ranges = [range(int(first), int(last or first) + 1) for first, _, last in map(_bounds, values.split(","))]
    is_negated = relation in ("not in", "!=")

    def test(number: int) -> bool:
        value = number if operand in _WHOLE else 0
        value = value % int(modulus) if modulus else value
        return any(value in each for each in ranges) != is_negated

    return test


def _bounds(text: str) -> tuple[str, str, str]:
    return text.partition("..")


def is_condition(text: str) -> bool:
    """Tell whether a rule's condition can be read."""
    try:
        _condition(text)
    except ValueError:
        return False
    return True


def forms_of(rules: Mapping[str, str]) -> list[str]:
    """Return the forms that a language with these rules has, in CLDR's order."""
    return [form for form in FORMS if form in rules or form == "other"]
