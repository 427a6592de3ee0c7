import pytest

from plugins.desk.text.authors_forms.line_kinds import ITEM, RULE, indent_of, moved


@pytest.mark.parametrize("line", ["- a", "*  a", "+ a", "1. a", "10) a", "• a", "•a", "·\u00a0a", "–  a", "  - a"])
def test_lines_that_may_begin_an_item(line: str) -> None:
    assert ITEM.match(line)


@pytest.mark.parametrize("line", ["-a", "*a*", "1.5 m", "1a. b", "- ", "·a", "–a", "— a", "a - b", "1234567890. a"])
def test_lines_that_do_not(line: str) -> None:
    assert not ITEM.match(line)


@pytest.mark.parametrize(
    ("line", "is_rule"), [("---", True), ("* * *", True), ("  ___ ", True), ("--", False), ("-*-", False)]
)
def test_rules(line: str, is_rule: bool) -> None:
    assert bool(RULE.fullmatch(line)) is is_rule


@pytest.mark.parametrize(("shift", "expected"), [(2, "    a"), (0, "  a"), (-1, " a"), (-5, "a")])
def test_a_line_moves_as_far_as_it_has_spaces(shift: int, expected: str) -> None:
    assert indent_of("  a") == 2
    assert moved("  a", shift) == expected
