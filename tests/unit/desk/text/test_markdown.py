import re

import pytest

from plugins.desk.text.blocks import split_blocks
from plugins.desk.text.markdown import BodyReader, ids_in
from plugins.desk.text.slots import ShownPicture, fill
from plugins.desk.text.typography import Typography
from tests.unit.desk.conftest import MARKDOWN, Given

TARGETS = Given(
    links={"{filename}x.md#a": "/news/2023/11/x/#a"},
    pictures={"a.svg": ShownPicture(url="/news/pictures/a-1.svg", width=640, height=360)},
)
IMG = '<img alt="A" decoding="async" height="360" loading="lazy" src="/news/pictures/a-1.svg"{} width="640">'


def read(text: str) -> list[str]:
    html = str(Typography(is_on=True).markup(BodyReader(MARKDOWN).read(text)))
    return [str(block) for block in split_blocks(fill(html, TARGETS))[0].blocks]


def test_a_picture_alone_with_a_title_is_a_figure() -> None:
    assert read('![A](a.svg "Caption")') == [f"<figure>{IMG.format('')}<figcaption>Caption</figcaption></figure>"]


def test_a_picture_alone_without_a_title_is_a_figure_without_caption() -> None:
    assert read("![A](a.svg)") == [f"<figure>{IMG.format('')}</figure>"]


def test_a_picture_among_words_stays_among_them() -> None:
    assert read("One ![A](a.svg) two three") == [f"<p>One {IMG.format('')} two&nbsp;three</p>"]


def test_a_picture_without_a_target_is_an_error_of_ours() -> None:
    with pytest.raises(LookupError, match=r"unknown\.svg"):
        read("![A](unknown.svg)")


def test_links_lead_where_the_targets_say_and_all_others_stay() -> None:
    html = read("[a]({filename}x.md#a) [b](https://b.example/){: rel=sponsored }")

    assert html == ['<p><a href="/news/2023/11/x/#a">a</a> <a href="https://b.example/" rel="sponsored">b</a></p>']


def test_tables_are_framed_and_told_apart() -> None:
    table = "|a|\n|-|\n|b|"

    assert read(table)[0].startswith('<div aria-label="Table" class="table" role="region" tabindex="0"><table>')
    assert [block[:25] for block in read(f"{table}\n\nText.\n\n{table}")] == [
        '<div aria-label="Table 1"',
        "<p>Text.</p>",
        '<div aria-label="Table 2"',
    ]


def test_cells_are_aligned_by_classes_that_a_security_policy_lets_through() -> None:
    (table,) = read("|a|b|c|d|\n|-|:-|:-:|-:|\n|1|2|3|4|")

    assert "style" not in table
    assert re.findall(r"<t[hd][^>]*>\w", table) == [
        *("<th>a", "<th>b", '<th class="table__middle">c', '<th class="table__end">d'),
        *("<td>1", "<td>2", '<td class="table__middle">3', '<td class="table__end">4'),
    ]


def test_headings_have_ids_of_their_own_in_every_script() -> None:
    assert read("## A B\n\n## A B\n\n## 台湾\n\n## …") == [
        '<h2 id="a-b">A&nbsp;B</h2>',
        '<h2 id="a-b_1">A&nbsp;B</h2>',
        '<h2 id="tai-wan">台湾</h2>',
        '<h2 id="section">…</h2>',
    ]


def test_ids_start_anew_in_every_text() -> None:
    reader = BodyReader(MARKDOWN)

    assert reader.read("## A") == reader.read("## A")


def test_the_first_line_is_text_even_if_it_looks_like_front_matter() -> None:
    assert read("Note: this is text.") == ["<p>Note: this is&nbsp;text.</p>"]


@pytest.mark.parametrize(
    ("source", "block"),
    [
        ("Text.", "<p>Text.</p>"),
        (
            '"A" B, CD & e',
            '<p><span class="dquo">&#8220;</span>A&#8221; B, <span class="caps">CD</span> '
            '<span class="amp">&amp;</span>&nbsp;e</p>',
        ),
        ("* * *", "<hr>"),
        ("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>"),
        ("> a\n>\n> b", "<blockquote>\n<p>a</p>\n<p>b</p>\n</blockquote>"),
        ("    <!--desk:block-->", "<pre><code>&lt;!--desk:block--&gt;\n</code></pre>"),
        ("<div>raw\n\n<p>html</p></div>", "<div>raw\n\n<p>html</p></div>"),
        ("<!--desk:block-->", "<!-- desk:block-->"),
        ("Text <!--desk:block--> text", "<p>Text <!-- desk:block--> text</p>"),
    ],
)
def test_every_block_comes_out_whole(source: str, block: str) -> None:
    assert read(f"Before.\n\n{source}\n\nAfter.") == ["<p>Before.</p>", block, "<p>After.</p>"]


def test_only_a_mark_alone_is_taken_out_of_the_text() -> None:
    html = BodyReader(MARKDOWN).read("[dont-missing]\n\n[Dont-Miss: x]\n\nA [dont-miss].")

    assert html.count("<!--desk:dont-miss-->") == 1
    assert [str(block) for block in split_blocks(html)[0].blocks] == ["<p>[dont-missing]</p>", "<p>A [dont-miss].</p>"]


def test_ids_are_those_of_headings_footnotes_and_own_html() -> None:
    text = '## A B\n\n### C {#d}\n\n<p id="e">F</p>\n\n![G](none.svg) `<p id="h">`[^1]\n\n[^1]: I.'

    assert ids_in(BodyReader(MARKDOWN).read(text)) == {"a-b", "d", "e", "fn:1", "fnref:1"}
