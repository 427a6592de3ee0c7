import pytest

from plugins.share_cards.fit_lines import Fitted, Setting, fit_lines, shortened_to
from plugins.share_cards.line_breaks import line_pieces


def measure(text: str) -> float:
    """Every character is half an em wide."""
    return len(text) / 2


def fitted(
    text: str, width: float = 100, height: float = 100, sizes: tuple[int, ...] = (20, 10), most: int = 9
) -> Fitted:
    return fit_lines(line_pieces(text, "en"), measure, Setting(width, height, sizes, 1.2, 1.0, most))


def test_the_largest_size_is_taken_that_fits() -> None:
    assert fitted("one two").size == 20
    assert fitted("one two three four five six seven eight nine ten").size == 10


def test_lines_are_of_even_length_rather_than_full() -> None:
    assert fitted("aaaa bbbb cccc dddd", width=150).lines == ("aaaa bbbb", "cccc dddd")


def test_no_short_word_is_left_alone() -> None:
    assert fitted("aaaa bbbb cccc dd", width=145).lines == ("aaaa bbbb", "cccc dd")


def test_a_word_too_long_for_the_column_is_split_at_the_smallest_size() -> None:
    assert fitted("a" * 25) == Fitted(10, ("a" * 20, "a" * 5))


def test_what_is_too_much_is_cut_with_an_ellipsis() -> None:
    found = fitted("word " * 60, height=30)

    assert len(found.lines) == 2
    assert found.lines[-1].endswith("…")
    assert all(measure(line) * found.size <= 100 for line in found.lines)


@pytest.mark.parametrize(
    ("text", "expected"),
    [("fits", "fits"), ("is, too long", "is, too…"), ("one, two", "one, two"), ("ab, cdefghi", "ab, cde…")],
)
def test_a_line_is_shortened_before_its_punctuation(text: str, expected: str) -> None:
    assert shortened_to(text, measure, 4) == expected


def test_there_are_no_more_lines_than_asked_for() -> None:
    assert len(fitted("one two three four five six", most=2).lines) <= 2
