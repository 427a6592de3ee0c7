from time import process_time

import pytest

from plugins.desk.text.inspection import inspect
from plugins.desk.text.markdown import MarkdownConverter
from plugins.desk.text.text_places import TextPlaces
from tests.unit.desk.conftest import MARKDOWN

CONVERTER = MarkdownConverter(MARKDOWN)


def convert(text: str) -> str:
    return CONVERTER.convert(text)[0]


def places(text: str) -> TextPlaces:
    return TextPlaces(text, convert, inspect(convert(text)))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("`<script>` then\n\n<script>a()</script>", [("tag", 17)]),
        ("`<title>` is what the <title> says", [("tag", 22)]),
        ("a <b>b\n\n`<b>`\n\n<i>c", [("unclosed tag", 2), ("unclosed tag", 15)]),
        ("    </div>\n\na</div>", [("stray end", 4)]),
        ("## a {#x}\n\n## b {#x}", [("id twice", 18)]),
        ("a\n\n# b\n\n# c\n\nd\n=", [("top heading", 3), ("top heading", 8), ("top heading", 13)]),
        ("[a](javascript:b) `[a](javascript:b)` [c](javascript:b)", [("script address", 4), ("script address", 42)]),
        ("*a*{: onclick=b }", [("handler", 6)]),
        ("![](a.png) and ![ ](a.png)", [("no description", 4), ("no description", 20)]),
        ("`a` [b]() and ![]()", [("no address", 5), ("no picture", 14)]),
        ("[a]({{ x }}/b)", [("template address", 4)]),
        ("|a|b|\n|-|-|\n|e|d|e|", [("extra cell", 17)]),
        ("a[^1]\n\n[^1]: b\n[^2]: c", [("unused note", 17)]),
        ("a\n\nb &#2; c\n\n\ufffd", [("lost character", 5), ("lost character", 13)]),
        ("```\na\n```\n\n```\nb", [("open fence", 11)]),
        ("a\n\n<div><title> <!-- <title> b", [("unended comment", 16), ("unclosed tag", 3), ("tag", 8)]),
    ],
)
def test_problems_stand_where_their_text_does_not_where_it_is_quoted(text: str, found: list[tuple[str, int]]) -> None:
    assert [(problem.kind, offset) for problem, offset in places(text).problems()] == found


def test_references_are_told_apart_though_they_are_the_same() -> None:
    text = "[a](x.md) `[b](x.md)`\n\n[c][d] <a href='x.md'>e</a>\n\n[d]: x.md"

    assert [offset for _, offset in places(text).references()] == [4, 57, 39]


def test_marks_are_told_from_those_in_code() -> None:
    assert [offset for _, offset in places("`[dont-miss]`\n\n[dont-miss]").marks()] == [15]


@pytest.mark.parametrize("piece", [":::\n", "[^1]", "<svg>", "^a", "```"])
def test_many_problems_take_no_longer_each(piece: str) -> None:
    text = piece * 3_000
    begun = process_time()

    list(places(text).problems())

    assert process_time() - begun < 8  # what is worse than linear takes half a minute
