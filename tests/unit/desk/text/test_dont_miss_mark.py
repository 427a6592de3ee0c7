import pytest

from plugins.desk.text.dont_miss_mark import MARK_IN_TEXT, is_mark


@pytest.mark.parametrize("text", ["[dont-miss]", " [Dont-Miss]\n", "[dont-miss: two]", "[DONT-MISS :two ]"])
def test_a_mark_counts_in_any_case(text: str) -> None:
    assert is_mark(text)


@pytest.mark.parametrize(
    "text", ["[dont-missing]", "[dont-miss](two.md)", "[dont-miss][two]", "\\[dont-miss]", "[dont-miss two]"]
)
def test_what_only_looks_like_a_mark_is_text(text: str) -> None:
    assert not is_mark(text)
    assert MARK_IN_TEXT.search(text) is None


def test_a_mark_with_more_around_it_is_no_paragraph_of_its_own() -> None:
    assert not is_mark("[dont-miss] and more")
