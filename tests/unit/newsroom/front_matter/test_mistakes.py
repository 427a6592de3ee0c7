import pytest

from plugins.newsroom.front_matter.mistakes import mistake, shown


def test_a_mistake_carries_its_remedy() -> None:
    assert mistake("no time", "write one", most=5).context == {"what": "no time", "remedy": "write one", "most": 5}


@pytest.mark.parametrize(("value", "words"), [("a", "'a'"), (["a"], "\"['a']\""), ("x" * 99, f"'{'x' * 59}…'")])
def test_a_value_is_shown_in_quotes_and_never_whole_if_it_is_long(value: object, words: str) -> None:
    assert shown(value) == words


def test_a_value_is_shown_as_its_author_wrote_it() -> None:
    assert (shown("A \\& b"), shown('"A" of O\'Neil')) == ("'A \\& b'", "'\"A\" of O'Neil'")
