import pytest

from plugins.desk.text.authors_forms.extension import ESCAPED_BY_EXPORTERS
from tests.unit.desk.text.authors_forms.reading import convert

BOX = '<span class="task-box" role="img">{}</span>'


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Task lists.
        ("- [ ] a\n- [x] b", f"{BOX.format('☐')} a</li>"),
        ("- [ ] a\n- [x] b", f"{BOX.format('☑')} b</li>"),
        ("1. [X] a\n\n   More", f"<p>{BOX.format('☑')} a</p>"),
        ("* a\n  * [ ] b", f"{BOX.format('☐')} b</li>"),
        ('`<input type="checkbox" disabled/>`', "<code>&lt;input"),
        # Words that are taken back.
        ("~~a~~", "<del>a</del>"),
        ("A ~~b c~~ d", "<del>b c</del>"),
        ("about ~5 km, ~10 km", "about ~5 km, ~10 km"),
        ("`~~a~~`", "<code>~~a~~</code>"),
        # Escapes of exporters.
        (r"\$5, 50\%, R\&D, A \= b, \~5, e \< f", "$5, 50%, R&amp;D, A = b, ~5, e &lt; f"),
        (r"\"a\" it\'s", '"a" it\'s'),
        (r"1\. a \- b \| c", "<p>1. a - b | c</p>"),
        (r"`\$`", r"<code>\$</code>"),
        (r"C:\temp", r"C:\temp"),
        # Line breaks.
        ("a\\\nb", "a<br />\nb"),
        ("a  \nb", "a<br />\nb"),
        ("`a\\\nb`", "<code>a\\\nb</code>"),
        # Emphasis of both kinds.
        ("***a***", "<strong><em>a</em></strong>"),
        ("***a** b*", "<em><strong>a</strong> b</em>"),
        ("中文**“强调”**中文", "<strong>“强调”</strong>"),
        # Attributes of pictures.
        ("![a](b.webp){: width=200 }", 'width="200"'),
        ("![a](b.webp){width=200}", 'width="200"'),
        ('![a](b.webp){ .wide width="200" }', 'width="200"'),
        # Characters and line ends.
        ("a\u200bb\r\n\r\nc", "<p>ab</p>\n<p>c</p>"),
        ("-\ta\r\n\t-\tb\r\n", "<li>a<ul>\n<li>b</li>"),
    ],
)
def test_forms_of_other_systems_are_read(text: str, expected: str) -> None:
    assert expected in convert(text)


@pytest.mark.parametrize("sign", ESCAPED_BY_EXPORTERS)
def test_every_sign_that_exporters_escape_loses_its_backslash(sign: str) -> None:
    assert "\\" not in convert(f"a \\{sign} b")
