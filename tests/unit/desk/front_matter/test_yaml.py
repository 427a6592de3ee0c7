import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.desk.front_matter.header import Value
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
            "a.md:2:14: text behind a value in quotes; put the whole value in single quotes: '…'",
        ),
        ("title: One\ntitle: Two", "a.md:3:1: key 'title' a second time; keep one of it and line 2"),
        ("title: One\n\tb: c", "a.md:3:1: a tab; indent with spaces"),
        ("tags: [a\ntitle: c", "a.md:2:7: a list in [ ] is not closed; add ']', and quote entries"),
        ("{title", "a.md:2:1: a { } is not closed; add '}', or put the value in quotes"),
        ("title: One\nno colon", "a.md:3:1: a line without ': ' after its key; write it as 'key: value'"),
        ("- one", "a.md:2:1: front matter without keys; write lines of 'key: value'"),
        ("title: #a", "a.md:2:7: '#a' counts as a comment; put it in quotes: \"#a\""),
        ("tags: [C#, #a, b]", "a.md:2:12: '#a' counts as a comment; put it in quotes: \"#a\""),
        ("tags: [#a]", "a.md:2:8: '#a' counts as a comment; put it in quotes: \"#a\""),
        ("tags: [\n  C#,\n  #a b,\n  c]", "a.md:4:3: '#a b' counts as a comment; put it in quotes: \"#a b\""),
        ("tags: [a, b #c\n  , d]", "a.md:2:13: '#c' counts as a comment; put it in quotes: \"#c\""),
        ("tags:\n  - #a\n  - b", "a.md:3:4: '#a' counts as a comment; put it in quotes: \"#a\""),
        ("title: [Update] One", "a.md:2:8: a value cannot begin with '['; put the whole value in quotes: \"…\""),
        ("title: {A} One", "a.md:2:8: a value cannot begin with '{'; put the whole value in quotes: \"…\""),
        ('title: "A "b" c"', "a.md:2:12: text behind a value in quotes; put the whole value in single quotes: '…'"),
        ("title: 'It's one'", 'a.md:2:12: text behind a value in quotes; put the whole value in quotes: "…"'),
        ("title: > One", "a.md:2:10: text behind '>' or '|'; put the whole value in quotes: \"…\""),
        ("title: ? One", "a.md:2:8: a value cannot begin with '? '; put the whole value in quotes: \"…\""),
        ("title: !important", "a.md:2:8: a value cannot begin with '!'; put the whole value in quotes: \"…\""),
        (" title: A\nsummary: b", "a.md:3:1: a key that is indented less than the first; begin all keys in the"),
        ("tags:\n  -a\n  -b", "a.md:3:3: an entry of a list in the text of another; write every entry as '- …'"),
        ("tags:\n- a\n - b", "a.md:3:3: an entry of a list in the text of another; write every entry as '- …'"),
        ("tags: #a, #b", "a.md:2:6: '#a, #b' counts as a comment; put it in quotes: \"#a, #b\""),
        ("title: - One", "a.md:2:8: a value cannot begin with '- '; put the whole value in quotes: \"…\""),
        ("title: “One: two”", 'a.md:2:8: a value in quotes such as “, which do not count; write straight ones: "…"'),
        ("tags: [“a]b”]", 'a.md:2:8: a value in quotes such as “, which do not count; write straight ones: "…"'),
        ("title：One", "a.md:2:6: a full-width colon; write ':' and a space"),
        ("a: b\ntitle：One", "a.md:3:6: a full-width colon; write ':' and a space"),
        ("Title: One\nTITLE: Two", "a.md:3:1: key 'title' a second time; keep one of it and line 2"),
        ("title: a\x07b", "a.md:2:9: an invisible control character; delete it"),
    ],
)
def test_a_mistake_is_said_without_words_of_yaml(text: str, problem: str) -> None:
    _, problems = parse_yaml(text, 2, "a.md")

    assert [str(found)[: len(problem)] for found in problems] == [problem]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("status: draft   # until Monday", {"status": "draft"}),
        ("title:   # to come", {}),
        ("tags: [a, # one\n  # more\n  b]", {"tags": ["a", "b"]}),
        ("tags: [C#, 'b # c', \"#d\"]", {"tags": ["C#", "b # c", "#d"]}),
        ("#title: One\ntitle: Two", {"title": "Two"}),
    ],
)
def test_an_honest_comment_is_fine(text: str, values: dict[str, Value]) -> None:
    header, problems = parse_yaml(text, 2, "a.md")

    assert (header.values, problems) == (values, [])


@pytest.mark.parametrize("key", ["Title", "TITLE", "title", "title\u00a0"])
def test_keys_count_without_case(key: str) -> None:
    assert parse_yaml(f"{key}: One", 2, "a.md")[0].values == {"title": "One"}


@given(st.text(max_size=60))
def test_no_text_raises(text: str) -> None:
    parse_yaml(text, 2, "a.md")


@pytest.mark.slow
@pytest.mark.parametrize(
    "text", ["title: " + "[" * 3_000 + "]" * 3_000, "title: " + "[" * 50 + "]" * 50, "a: " + "{b: " * 400 + "}" * 400]
)
def test_values_inside_one_another_without_an_end_are_told(text: str) -> None:
    _, problems = parse_yaml(text, 2, "a.md")

    assert [(problem.line, problem.what) for problem in problems] == [(2, "lists in lists without an end")]
