import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.desk.front_matter.yaml import parse_yaml


@pytest.mark.parametrize("word", ["no", "2023", "1e3", "2023-11-24", "null", "~", "0x1f", "1:30"])
def test_every_value_is_text(word: str) -> None:
    header, problems = parse_yaml(f"title: {word}", 2, "a.md")

    assert (header.values, problems) == ({"title": word}, [])


def test_a_key_with_nothing_behind_it_is_not_given() -> None:
    header, _ = parse_yaml('title:\nalt: ""', 2, "a.md")

    assert header.values == {"alt": ""}


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("title: One: two", "a.md:2:11: a second ': ' in one value; put the whole value in quotes: \"…\""),
        ("title: @one", "a.md:2:8: a value cannot begin with '@'; put the whole value in quotes: \"…\""),
        ("title: &one two", "a.md:2:8: a value cannot begin with '&'; put the whole value in quotes: \"…\""),
        ("title: !one two", "a.md:2:8: a value cannot begin with '!'; put the whole value in quotes: \"…\""),
        ("title: *one", "a.md:2:8: a value cannot begin with '*'; put the whole value in quotes: \"…\""),
        ("title: 'one\nb: c", "a.md:2:8: a quoted value is not closed; add the missing quote"),
        ("title: Our #1 idea", "a.md:2:8: text from '#' on counts as a comment; put the whole value in quotes: \"…\""),
        (
            'title: "One" two',
            "a.md:2:14: text where a key should begin; quote values as a whole; indent like keys alike",
        ),
        ("title: One\ntitle: Two", "a.md:3:1: key 'title' a second time; keep one of it and line 2"),
        ("title: One\n\tb: c", "a.md:3:1: a tab; indent with spaces"),
        ("tags: [a\ntitle: c", "a.md:2:7: a list in [ ] is not closed; add ']', and quote entries"),
        ("{title", "a.md:2:1: a { } is not closed; add '}', or put the value in quotes"),
        ("title: One\nno colon", "a.md:3:1: a line without ': ' after its key; write it as 'key: value'"),
        ("- one", "a.md:2:1: front matter without keys; write lines of 'key: value'"),
        ("title: a\x07b", "a.md:2:9: an invisible control character; delete it"),
    ],
)
def test_a_mistake_is_said_without_words_of_yaml(text: str, problem: str) -> None:
    _, problems = parse_yaml(text, 2, "a.md")

    assert [str(found)[: len(problem)] for found in problems] == [problem]


def test_a_comment_after_a_value_is_fine() -> None:
    header, problems = parse_yaml("status: draft   # until Monday", 2, "a.md")

    assert (header.values, problems) == ({"status": "draft"}, [])


@given(st.text(max_size=60))
def test_no_text_raises(text: str) -> None:
    parse_yaml(text, 2, "a.md")
