import pytest

from plugins.desk.places import Place
from plugins.desk.text.scan import is_mark, scan_body


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("[a](one.md)", [("link", "one.md", 1, 5)]),
        ('[a](<one two.md> "Title")', [("link", "one two.md", 1, 6)]),
        ("![a](b.svg)", [("picture", "b.svg", 1, 6)]),
        ("[![a](b.svg)](one.md)", [("picture", "b.svg", 1, 7), ("link", "one.md", 1, 15)]),
        ("[a\nb](one.md)", [("link", "one.md", 2, 4)]),
        ("[a](x_(y).md)", [("link", "x_(y).md", 1, 5)]),
        ("[a][b]\n\n[b]: one.md", [("link", "one.md", 3, 6)]),
        ("![a][b]\n\n[b]: b.svg", [("picture", "b.svg", 3, 6)]),
        ("![b]\n\n[B]: b.svg", [("picture", "b.svg", 3, 6)]),
        ("![a [c]] [b c]\n\n[b  C]: b.svg", [("picture", "b.svg", 3, 9)]),
        ("[a][b]\n\n[b]: https://a.example/b.svg", [("link", "https://a.example/b.svg", 3, 6)]),
        ("\\![a][b]\n\n[b]: b.svg", [("link", "b.svg", 3, 6)]),
        ("![open\n\n[b]: b.svg", [("link", "b.svg", 3, 6)]),
        ("1. One\n\n    [a](one.md)", [("link", "one.md", 3, 9)]),
        ("a](one.md)", []),
        ("\\[a\\](one.md)", []),
        ("[a\\](one.md)", []),
        ("[^1]: note", []),
        ("``[a](`one.md)``", []),
        ("<!-- [a](one.md) -->", []),
        ("~~~\n[a](one.md)\n~~~", []),
        ("```\n[a](one.md)", [("link", "one.md", 2, 5)]),
        ("Text:\n\n    [a](one.md)\n\n[b](two.md)", [("link", "two.md", 5, 5)]),
    ],
)
def test_references_are_found_outside_code(body: str, found: list[tuple[str, str, int, int]]) -> None:
    references = scan_body(body, 1).references

    assert [(ref.kind, ref.target, ref.place.line, ref.place.column) for ref in references] == found


def test_places_count_from_the_first_line_of_the_file() -> None:
    assert scan_body("\n\n[a](b.md)", 9).references[0].place == Place(11, 5)


@pytest.mark.parametrize(
    ("body", "marks"),
    [
        ("[dont-miss]", [(None, True)]),
        ("One.\n\n[dont-miss: two]\n\nThree.", [("two", True)]),
        ("One.\n[dont-miss:two]\n", [("two", False)]),
        ("One.\n\n  [Dont-Miss : two]  \n\nTwo.", [("two", True)]),
        ("> [dont-miss]", [(None, False)]),
        ("[dont-missing]", []),
        ("`[dont-miss]`", []),
        ("[dont-miss](one.md)", []),
    ],
)
def test_marks_are_found(body: str, marks: list[tuple[str | None, bool]]) -> None:
    assert [(mark.target, mark.is_alone) for mark in scan_body(body, 1).marks] == marks


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        ("# A", [1]),
        ("#A", [1]),
        ("## A", []),
        ("A\n=", [1]),
        ("B.\n\nA\n==\n# C", [3, 5]),
        ("A\n---", []),
        ("Text # A", []),
        ("\\# A", []),
    ],
)
def test_headings_of_level_1_are_found(body: str, lines: list[int]) -> None:
    assert [place.line for place in scan_body(body, 1).top_headings] == lines


@pytest.mark.parametrize(
    ("body", "is_in_html"),
    [
        ("<div>\n\n[dont-miss]\n\n</div>", True),
        ("<section><DIV></DIV>\n\n[dont-miss]\n\n</section>", True),
        ("<div></div>\n\n[dont-miss]", False),
        ("<em>\n\n[dont-miss]", False),
        ("`<div>`\n\n[dont-miss]", False),
    ],
)
def test_a_mark_between_tags_is_told_from_one_after_them(body: str, is_in_html: bool) -> None:
    assert [mark.is_in_html for mark in scan_body(body, 1).marks] == [is_in_html]


@pytest.mark.parametrize(("body", "start"), [("", None), (" \n\n", None), ("\n\n  A", Place(5, 3))])
def test_a_body_starts_with_its_first_word(body: str, start: Place | None) -> None:
    assert scan_body(body, 3).start == start


@pytest.mark.parametrize("text", ["[dont-miss]", " [Dont-Miss]\n", "[dont-miss: two]", "[DONT-MISS :two ]"])
def test_a_mark_counts_in_any_case(text: str) -> None:
    assert is_mark(text)


@pytest.mark.parametrize(
    "text", ["[dont-missing]", "[dont-miss](two.md)", "[dont-miss][two]", "\\[dont-miss]", "[dont-miss two]"]
)
def test_what_only_looks_like_a_mark_is_text(text: str) -> None:
    assert not is_mark(text)
    assert scan_body(text, 1).marks == ()


def test_a_mark_with_more_around_it_is_no_paragraph_of_its_own() -> None:
    assert not is_mark("[dont-miss] and more")
