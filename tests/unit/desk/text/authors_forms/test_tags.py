import re

import pytest

from plugins.desk.text.authors_forms.tags import mark_tags
from tests.unit.desk.text.authors_forms.reading import convert


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<details>\n<summary>More</summary>\n\nText *em*.\n\n</details>", "</summary>\n<p>Text <em>em</em>"),
        ("<details open><summary>More</summary>\n\nText *em*.\n\n</details>", "<details open="),
        ('<div class="note">\n\n- a\n- b\n\n</div>', '<div class="note">\n<ul>\n<li>a'),
        ("<section>\n\n## Head\n\n</section>", '<h2 id="head">'),
        ("<aside>\n\n[a](b)\n</aside>", '<a href="b">a</a>'),
        ("<center>\n\n**b**\n\n</center>", "<strong>b</strong>"),
        ("<blockquote>\n\n> *q*\n\n</blockquote>", "<em>q</em>"),
        ("<details>\n<summary>More</summary>\n\n```\n<b>\n```\n\n</details>", "<pre"),
    ],
)
def test_an_empty_line_behind_a_tag_makes_what_follows_markdown(text: str, expected: str) -> None:
    html = convert(text)

    assert expected in html
    assert "markdown=" not in html


@pytest.mark.parametrize(
    "text",
    [
        "<div>\n*a*\n</div>",
        "<figure>\n\n<img>\n<figcaption>*a*</figcaption></figure>",
        "<div>\n\n    <p>a</p>\n\n</div>",
        '<div markdown="span">\n\n*a*\n</div>',
        "Text <div>\n\n*a*",
        "    <div>\n\n*a*",
        "1 < 2\n\nText",
        "<div>\n\nNever closed",
        "<div>\n\nNever closed\n\n</section>",
    ],
)
def test_other_tags_keep_what_is_in_them(text: str) -> None:
    assert mark_tags(text) == text


def test_of_several_tags_those_that_are_closed_say_so() -> None:
    assert mark_tags("<div>\n\nA\n\n<div>\n\nB\n\n</div>") == '<div>\n\nA\n\n<div markdown="1">\n\nB\n\n</div>'


def test_an_example_in_a_fence_shows_what_was_written() -> None:
    html = convert("```html\n<details>\n\n*a*\n</details>\n```")

    assert re.sub(r"<[^>]*>", "", html) == "&lt;details&gt;\n\n*a*\n&lt;/details&gt;"
