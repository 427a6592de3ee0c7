"""Lists, fences and quotations, compared with CommonMark."""

import re
from typing import Any

import pytest
import turbohtml
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from plugins.desk.text.authors_forms.list_lines import arrange_lists
from tests.unit.desk.text.authors_forms.reading import convert

COMMONMARK = MarkdownIt("commonmark")


def shape(html: str) -> list[Any]:
    """Return how lists, quotations and code are nested; whether two lists of a kind are one is nobody's concern."""

    def parts(node: Any) -> list[Any]:
        found: list[Any] = []
        for child in node.children:
            if not isinstance(child, turbohtml.Element):
                continue
            inside = ["code"] if child.tag == "pre" else parts(child)
            if child.tag not in ("ol", "ul", "li", "blockquote", "pre"):
                found += inside
            elif found and found[-1][0] == child.tag != "li":
                found[-1][1].extend(inside)
            else:
                found.append((child.tag, inside))
        return found

    return parts(turbohtml.parse_fragment(html))


TWO_LEVELS = "<ul><li>One<ul><li>Two</li><li>Three</li></ul></li><li>Four</li></ul>"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Lists inside lists, by two spaces, three, four and tabs.
        ("- One\n  - Two\n  - Three\n- Four", TWO_LEVELS),
        ("* One\n   * Two\n   * Three\n* Four", TWO_LEVELS),
        ("- One\n    - Two\n    - Three\n- Four", TWO_LEVELS),
        ("+ One\n\t+ Two\n\t+ Three\n+ Four", TWO_LEVELS),
        ("1. One\n   - Two\n2. Three", "<ol><li>One<ul><li>Two</li></ul></li><li>Three</li></ol>"),
        ("1. One\n  - Two", "<ol><li>One<ul><li>Two</li></ul></li></ol>"),
        ("10. One\n    - Two", '<ol start="10"><li>One<ul><li>Two</li></ul></li></ol>'),
        ("- A\n  - B\n    - C\n- D", "<ul><li>A<ul><li>B<ul><li>C</li></ul></li></ul></li><li>D</li></ul>"),
        ("- One\n - Two", "<ul><li>One</li><li>Two</li></ul>"),
        ("- One\n\u00a0\u00a0- Two", "<ul><li>One<ul><li>Two</li></ul></li></ul>"),
        # Bullets of Word's inner lists, with a tab behind; in no list they are letters.
        ("•\tA\no\tB\n§\tC\n•\tD", "<ul><li>A<ul><li>B<ul><li>C</li></ul></li></ul></li><li>D</li></ul>"),
        ("- A\n\no   B", "<ul><li><p>A</p><ul><li>B</li></ul></li></ul>"),
        ("o   A\no   B", "<p>o   A o   B</p>"),
        ("- A\n§ 12", "<ul><li>A § 12</li></ul>"),
        # A quotation right under an item is a part of it if it is set in.
        ("- A\n> B", "<ul><li>A</li></ul><blockquote><p>B</p>"),
        ("1. A\n   > B\n2. C", "<ol><li>A<blockquote><p>B</p></blockquote></li><li>C</li></ol>"),
        # A table right under the words of an item.
        ("1. A\n   |b|\n   |-|\n   |c|\n2. D", "<ol><li><p>A</p><table> <thead> <tr> <th>b</th>"),
        ("- A\n  |b|c|\n  |-|-|\n", "<ul><li><p>A</p><table> <thead> <tr> <th>b</th> <th>c</th>"),
        ("- A\n  |b|c|\n", "<ul><li>A   |b|c|</li></ul>"),
        # Loose at the first level, tight at the second.
        ("* A\n\n  * B\n  * C\n* D\n\n  * E\n", "<ul><li><p>A</p><ul><li>B</li><li>C</li></ul></li><li>"),
        # A list right behind a line, and what only looks like one.
        ("Intro:\n- One\n- Two", "<p>Intro:</p><ul><li>One</li><li>Two</li></ul>"),
        ("Intro:\n1. One\n2. Two", "<p>Intro:</p><ol><li>One</li><li>Two</li></ol>"),
        ("Intro:\n1) One\n2) Two", "<p>Intro:</p><ol><li>One</li><li>Two</li></ol>"),
        ("- A\n\n  Intro:\n  - B", "<ul><li><p>A</p><p>Intro:</p><ul><li>B</li></ul></li></ul>"),
        ("It was in\n2019. A year later", "<p>It was in 2019. A year later</p>"),
        ("Text\n-5 degrees", "<p>Text -5 degrees</p>"),
        ("1. One\n- Two", "<ol><li>One</li></ol><ul><li>Two</li></ul>"),
        ("> quoted\n- One", "<blockquote><p>quoted</p></blockquote><ul><li>One</li></ul>"),
        # Brackets.
        ("1) One\n2) Two", "<ol><li>One</li><li>Two</li></ol>"),
        ("3) One\n4) Two", '<ol start="3"><li>One</li><li>Two</li></ol>'),
        ("1) One\n   - Two", "<ol><li>One<ul><li>Two</li></ul></li></ol>"),
        # Bullets from Word and web pages.
        ("• One\n• Two", "<ul><li>One</li><li>Two</li></ul>"),
        ("•\u00a0\u00a0\u00a0One\n•\u00a0\u00a0\u00a0Two", "<ul><li>One</li><li>Two</li></ul>"),
        ("Intro:\n·       One\n·       Two", "<p>Intro:</p><ul><li>One</li><li>Two</li></ul>"),
        ("–\u00a0One\n–\u00a0Two", "<ul><li>One</li><li>Two</li></ul>"),
        ("–\tOne\n–\tTwo", "<ul><li>One</li><li>Two</li></ul>"),
        ("-\u00a0One\n-\u00a0Two", "<ul><li>One</li><li>Two</li></ul>"),
        ("\uf0b7\u00a0One", "<ul><li>One</li></ul>"),
        ("– Oui, dit-elle.\n\n– Non.", "<p>– Oui, dit-elle.</p><p>– Non.</p>"),
        ("– Oui.  \n– Non.  \n", "<p>– Oui.<br>– Non. </p>"),
        # Paragraphs from Word are set in with no-break spaces: no code.
        ("\u00a0\u00a0\u00a0\u00a0Text", "<p>Text</p>"),
        ("- One\n\n\u00a0\u00a0More", "<ul><li><p>One</p><p>More</p></li></ul>"),
        # What goes on with an item.
        ("- One\n\n  More\n  of it", "<ul><li><p>One</p><p>More of it</p></li></ul>"),
        ("1. One\n\n   More\n\n2. Two", "<ol><li><p>One</p><p>More</p></li><li><p>Two</p></li></ol>"),
        ("- One\n\n  > Said", "<ul><li><p>One</p><blockquote><p>Said</p></blockquote></li></ul>"),
        ("- One\n\nText", "<ul><li>One</li></ul><p>Text</p>"),
        ("- One\n---\nText", "<ul><li>One</li></ul><hr><p>Text</p>"),
        ("- One\n# Head", '<ul><li>One</li></ul><h1 id="head">Head</h1>'),
        ("- One\n-\n- Two", "<ul><li>One</li><li></li><li>Two</li></ul>"),
        ("- One\n\n      a\n      b", "<ul><li>OneCODE</li></ul>"),
        # Tables right behind a line.
        ("Intro:\n| a |\n|---|\n| b |", "<p>Intro:</p><table>"),
        ("Intro:\n|a|b|\n|:-:|-|\n|c|d|", "<p>Intro:</p><table>"),
        ("- One\n\n  Intro:\n  |a|\n  |-|\n  |b|", "<ul><li><p>One</p><p>Intro:</p><table>"),
        # Quotations.
        ("> - One\n>   - Two", "<blockquote><ul><li>One<ul><li>Two</li></ul></li></ul></blockquote>"),
        ("> Intro:\n> - One", "<blockquote><p>Intro:</p><ul><li>One</li></ul></blockquote>"),
        (">1) One", "<blockquote><ol><li>One</li></ol></blockquote>"),
        # Fences: in lists, in quotations, beside text, with titles.
        ("1. Step\n\n    ```\n    a\n    b\n    ```\n\n2. Two", "<ol><li><p>Step</p>CODE</li><li><p>Two</p></li></ol>"),
        ("1. Step\n\n   ```\n   a\n   b\n   ```\n2. Two", "<ol><li><p>Step</p>CODE</li><li>"),
        ("- Step\n  ```\n  a\n  b\n  ```\n- Two", "<ul><li>Step CODE</li><li>Two</li></ul>"),
        ("- Step\n\n  ```\na\nb\n  ```", "<ul><li><p>Step</p>CODE</li></ul>"),
        ("- ```\n  a\n  b\n  ```\n- Two", "<ul><li>CODE</li><li>Two</li></ul>"),
        ("- A\n  - ```\n    a\n    b\n    ```\n  - B", "<ul><li>A<ul><li>CODE</li><li>B</li></ul></li></ul>"),
        ("> ```\n> a\n> b\n> ```", "<blockquote>CODE</blockquote>"),
        ("Text\n```\na\nb\n```\nmore", "<p>Text</p>CODE<p>more</p>"),
        ("  ~~~\n  a\n  b\n  ~~~~", "CODE"),
        ('```python title="x.py"\na\nb\n```', "PYTHON"),
        ("```{.python #id linenos=true}\na\nb\n```", "PYTHON"),
        ("```python {1,3-5}\na\nb\n```", "PYTHON"),
        ("```python:src/x.py\na\nb\n```", "PYTHON"),
        ("``` python\na\nb\n```", "PYTHON"),
    ],
)
def test_lists_and_fences_are_read_as_authors_meant_them(text: str, expected: str) -> None:
    code = '<pre class="highlight"><code{}>a\nb</code></pre>'
    expected = expected.replace("CODE", code.format("")).replace("PYTHON", code.format(' class="language-python"'))

    html = turbohtml.parse_fragment(convert(text), positions=False).inner_html

    assert squeezed(html).startswith(squeezed(expected))


def squeezed(html: str) -> str:
    """Return HTML without the empty paragraphs that a browser makes of a `</p>` too many, and without line ends."""
    return re.sub(
        r"\s*(</?(?:p|ul|ol|li|pre|blockquote|br|hr|h1)\b[^>]*>)\s*", r"\1", html.replace("<p></p>", "")
    ).replace("\n", " ")


@pytest.mark.parametrize(
    "text",
    [
        "```\n- a\n  - b\nc\n- d\n```",
        "    - a\n      - b",
        "<pre>\nuse:\n- a\n</pre>",
        "<!--\nuse:\n- a\n  - b\n-->",
        "<div>\n- a\n  - b\n</div>",
        "[^1]: Note\n\n    - a\n\n    more",
        "Term\n:   - a\n\n    more",
        "```\nnever closed\n\nText",
        "| a | b |\n|---|---|\n| - c | d |",
        "* * *\n\n---\n\n- - -",
        "Text\n| a | b",
        "**bold** begins a line\n*so does* this",
    ],
)
def test_other_text_stays_as_it_is(text: str) -> None:
    assert arrange_lists(text.split("\n")) == text.split("\n")


@st.composite
def outlines(draw: st.DrawFn) -> str:
    """Return a text with lists as people write them: a step of two or four spaces, or the column of the words."""
    step = draw(st.sampled_from([2, 4, None]))
    columns = [0]
    lines: list[str] = []
    for number in range(draw(st.integers(1, 10))):
        kind = draw(st.sampled_from(["item", "item", "item", "deeper", "back", "text", "fence"]))
        if kind == "back" and len(columns) > 1:
            del columns[draw(st.integers(1, len(columns) - 1)) :]
        if lines and draw(st.booleans()):
            lines.append("")
        if kind in ("text", "fence") and len(columns) > 1:
            lines += [""] if lines[-1] else []
            words = ["```", f"c{number}", "```"] if kind == "fence" else [f"t{number}"]
            lines += [" " * columns[-1] + line for line in words] + [""]
            continue
        if kind != "deeper" and len(columns) > 1:
            columns.pop()
        marker = draw(st.sampled_from(["-", "*", "1."])) if step is None else "-"
        lines.append(f"{' ' * columns[-1]}{marker} w{number}")
        columns.append(columns[-1] + (len(marker) + 1 if step is None else step))
    return "\n".join(lines)


@given(outlines())
def test_lists_are_nested_as_in_commonmark(text: str) -> None:
    assert shape(convert(text)) == shape(COMMONMARK.render(text))


BEGINNINGS = ["", "word", "- a", "  - b", "1. c", "3) d", "    e", "\u00a0\u00a0f", "• g", "–\u00a0h", "> i", ">   - j"]
BLOCKS = ["```", "  ```py t", "~~~", "- ```", "<div>", "<pre>", "</pre>", "<!-- k", "-->", "# l", "---", "| m |", ": n"]
ODD = ["-", "+", "\t- o", "      p", "[q]: r", "> > s", "* * *", "10.  t", "2019. u", "\u00a0", "\u3000v", "-\u00a0w"]
LINES = st.lists(st.sampled_from([*BEGINNINGS, *BLOCKS, *ODD]), max_size=14)
COMMENT = re.compile("<!--.*?-->", re.DOTALL)
UNCOUNTED = re.compile(r"[-*+•·–\d.)>\s]|```\w*.*|~~~.*")


@given(LINES)
@example(["- ```", "a", "```"])
def test_no_word_is_lost(lines: list[str]) -> None:
    def words(some: list[str]) -> list[str]:
        seen = COMMENT.sub("", "\n".join(some).replace("\n>", "\n"))
        return [left for line in seen.split("\n") if (left := UNCOUNTED.sub("", line))]

    assert words(arrange_lists(lines)) == words(lines)


@given(LINES)
def test_lines_that_are_arranged_stay_as_they_are(lines: list[str]) -> None:
    once = arrange_lists(lines)

    assert shape(convert("\n".join(arrange_lists(once)))) == shape(convert("\n".join(once)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("- One\n\n  <!-- SECRET\n\n  more -->\n\n- Two", "- One\n\n\n\n- Two"),
        ("- One\n  <!-- SECRET -->\n- Two", "- One\n\n- Two"),
        ("1. One\n\n    <!--\n    SECRET\n\n    - SECRET\n    --> Words", "1. One\n\n    Words"),
        ("> One\n>\n> <!-- SECRET\n>\n> more -->\n> Two", "> One\n>\n>\n> Two"),
        ("> - One\n>\n>   <!-- SECRET\n>\n>   more -->", "> - One\n>\n>"),
        ("- One\n\n  <!-- never closed", "- One\n\n    <!-- never closed"),
    ],
)
def test_comments_in_lists_and_quotations_go(text: str, expected: str) -> None:
    assert "\n".join(arrange_lists(text.split("\n"))) == expected


def test_a_thousand_quotations_inside_one_another_end() -> None:
    assert arrange_lists([">" * 1000 + " - a"])[0].endswith("- a")


def test_fences_that_nothing_closes_cost_no_search_each() -> None:
    lines = ["```a"] * 20_000

    assert arrange_lists(lines) == lines
