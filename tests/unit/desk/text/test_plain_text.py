import pytest

from plugins.desk.text.plain_text import count_words, plain_text


def test_text_is_words_without_markup() -> None:
    html = '<p>A<em>b</em> &amp;&nbsp;<span class="caps">GOTO</span>.JK</p><ul><li>one</li><li>two</li></ul>'

    assert plain_text(html) == "Ab & GOTO.JK one two"


@pytest.mark.parametrize(
    ("text", "words"),
    [("", 0), ("one two – three", 3), ("台湾的超商很多", 4), ("iPhone 上市", 2), ("don’t stop", 2), ("สวัสดีครับ", 2)],
)
def test_words_are_counted_as_long_as_they_take_to_read(text: str, words: int) -> None:
    assert count_words(text) == words
