import pytest

from plugins.desk.text.blocks import count_words, plain_text, split_blocks
from plugins.desk.text.markdown import BodyReader
from tests.unit.desk.conftest import MARKDOWN


def body(text: str) -> str:
    return BodyReader(MARKDOWN).read(text)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("One.\n\nTwo.", None),
        ("[dont-miss]\n\nOne.", 0),
        ("One.\n\n[dont-miss: two]\n\nTwo.", 1),
        ("One.\n\nTwo.\n\n[dont-miss]", 2),
    ],
)
def test_the_mark_is_taken_out_and_its_place_kept(text: str, place: int | None) -> None:
    finished, _ = split_blocks(body(text))

    assert finished.dont_miss_after == place
    assert "dont-miss" not in "".join(finished.blocks)


def test_marks_leave_no_trace() -> None:
    assert split_blocks(body("One.\n\nTwo."))[0].blocks == ("<p>One.</p>", "<p>Two.</p>")


def test_an_empty_body_has_no_blocks() -> None:
    assert split_blocks(body(""))[0].blocks == ()


def test_text_is_words_without_markup() -> None:
    html = '<p>A<em>b</em> &amp;&nbsp;<span class="caps">GOTO</span>.JK</p><ul><li>one</li><li>two</li></ul><!-- x -->'

    assert plain_text(html) == "Ab & GOTO.JK one two"


@pytest.mark.parametrize(
    ("text", "words"),
    [("", 0), ("one two – three", 3), ("台湾的超商很多", 4), ("iPhone 上市", 2), ("don’t stop", 2), ("สวัสดีครับ", 2)],
)
def test_words_are_counted_as_long_as_they_take_to_read(text: str, words: int) -> None:
    assert count_words(text) == words
