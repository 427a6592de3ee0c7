import re

import pytest

from tests.unit.desk.text.authors_forms.reading import convert


def in_a_row(text: str) -> str:
    return convert(text).replace("\n", "")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("|a|b|\n|-|-|\n|1|2|3|", '<td>2</td><td extra-cell="">3</td></tr>'),
        ("|a|b|\n|-|-|\n|1|2| |", "<td>2</td></tr>"),
        ("|a|b|\n|-|-|\n|1|", "<td>1</td><td></td></tr>"),
        ("a|b\n-|-\n|1|2|", "<tr><td>1</td><td>2</td></tr>"),
        ("a | b\n|---|---|\n1 | 2", "<tr><td>1</td><td>2</td></tr>"),
        ("|a|b|\n|-|-|\n|`x \\| y`|p \\| q|", "<td><code>x | y</code></td><td>p | q</td>"),
        ("|a|b|\n|-|-|\n|`x | y`|2|", "<td><code>x | y</code></td><td>2</td>"),
    ],
)
def test_a_table_keeps_all_of_its_cells(text: str, expected: str) -> None:
    assert expected in in_a_row(text)


@pytest.mark.parametrize(
    ("behind", "expected"),
    [
        ("## A", "<h2"),
        ("> A", "<blockquote>"),
        ("- A", "<ul><li>A</li>"),
        ("1. A", "<ol><li>A</li>"),
        ("```\nA\n```", "<pre"),
        ("A", "<tr><td>A</td>"),
        ("- | A", "<tr><td>-</td><td>A</td>"),
    ],
)
def test_a_table_ends_where_another_block_begins(behind: str, expected: str) -> None:
    html = in_a_row(f"|a|b|\n|-|-|\n|1|2|\n{behind}")

    assert expected in html
    assert html.endswith("</table>") == expected.startswith("<tr>")


@pytest.mark.parametrize(
    ("text", "quotations"),
    [("> a\n\n> b", 2), ("> a\n>\n> b", 1), ("> a\nb", 1), ("- x\n\n  > a\n\n  > b", 2), ("> a\n\n>> b", 3)],
)
def test_quotations_with_an_empty_line_between_them_are_two(text: str, quotations: int) -> None:
    assert convert(text).count("<blockquote>") == quotations


@pytest.mark.parametrize(
    "text",
    [
        "## Options {optional}",
        "A **b**{the set} c",
        "[a](https://x.example/){1, 2}",
        "|a {x}|\n|-|\n|b {y}|",
        "Words\n{% endraw %}",
        "Words\n{{ value }}",
        "*a*{.b} and {c}",
    ],
)
def test_braces_round_words_stay(text: str) -> None:
    html = convert(text)

    assert [braces for braces in re.findall(r"\{[^.{}]+\}", text) if braces not in html] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Words\n{: .lead }", '<p class="lead">'),
        ("Words\n{ .lead #x }", '<p class="lead" id="x">'),
        ("## A {#part}", '<h2 id="part">A</h2>'),
        ("![a](b.webp){width=200}", 'width="200"'),
        ("- a\n  {: .item }", '<li class="item">a</li>'),
    ],
)
def test_attributes_are_taken(text: str, expected: str) -> None:
    assert expected in convert(text)
