import re
from dataclasses import replace

import pytest

from plugins.desk.text.slots import fill
from plugins.newsroom.forms.shown_picture import Picture
from tests.unit.desk.conftest import TEXTS, Given

TARGETS = Given(
    links={"{filename}x.md#a": "/news/2023/11/x/#a"},
    pictures={"a.svg": Picture(alt="", url="/news/pictures/a-1.svg", width=640, height=360)},
)
IMG = '<img alt="A" src="/news/pictures/a-1.svg" width="640" height="360" loading="lazy" decoding="async">'


def read(text: str) -> list[str]:
    return [fill(block, TARGETS) for block in TEXTS.read(text).body.blocks]


def test_a_picture_alone_with_a_title_is_a_figure() -> None:
    assert read('![A](a.svg "Caption")') == [f"<figure>{IMG}<figcaption>Caption</figcaption></figure>"]


def test_a_picture_alone_without_a_title_is_a_figure_without_caption() -> None:
    assert read("![A](a.svg)") == [f"<figure>{IMG}</figure>"]


def test_a_picture_among_words_stays_among_them() -> None:
    assert read("One ![A](a.svg) two three") == [f"<p>One {IMG} two three</p>"]


def test_a_picture_without_a_target_is_an_error_of_ours() -> None:
    with pytest.raises(LookupError, match=r"unknown\.svg"):
        read("![A](unknown.svg)")


def test_links_lead_where_the_targets_say_and_all_others_stay() -> None:
    html = read("[a]({filename}x.md#a) [b](https://b.example/){: rel=sponsored }")

    assert html == ['<p><a href="/news/2023/11/x/#a">a</a> <a href="https://b.example/" rel="sponsored">b</a></p>']


def test_tables_are_framed_and_told_apart() -> None:
    table = "|a|\n|-|\n|b|"

    assert read(table)[0].startswith('<div class="table" role="region" aria-label="Table" tabindex="0"><table>')
    assert [block[:53] for block in read(f"{table}\n\nText.\n\n{table}")] == [
        '<div class="table" role="region" aria-label="Table 1"',
        "<p>Text.</p>",
        '<div class="table" role="region" aria-label="Table 2"',
    ]


def test_cells_are_aligned_by_classes_that_a_security_policy_lets_through() -> None:
    (table,) = read("|a|b|c|d|\n|-|:-|:-:|-:|\n|1|2|3|4|")

    assert "style" not in table
    assert re.findall(r"<t[hd][^>]*>\w", table) == [
        *("<th>a", "<th>b", '<th class="table__middle">c', '<th class="table__end">d'),
        *("<td>1", "<td>2", '<td class="table__middle">3', '<td class="table__end">4'),
    ]


@pytest.mark.parametrize(
    ("source", "block"),
    [
        ("Text.", "<p>Text.</p>"),
        (
            '"A" B, CD & e',
            '<p><span class="dquo">“</span>A” B, <span class="caps">CD</span> <span class="amp">&amp;</span> e</p>',
        ),
        ("* * *", "<hr>"),
        ("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>"),
        ("> a\n>\n> b", "<blockquote>\n<p>a</p>\n<p>b</p>\n</blockquote>"),
        ("<div>raw\n\n<p>html</p></div>", "<div>raw\n\n<p>html</p></div>"),
    ],
)
def test_every_block_comes_out_whole(source: str, block: str) -> None:
    assert read(f"Before.\n\n{source}\n\nAfter.") == ["<p>Before.</p>", block, "<p>After.</p>"]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("One.\n\nTwo.", None),
        ("[dont-miss]\n\nOne.", 0),
        ("One.\n\n[dont-miss: two]\n\nTwo.", 1),
        ("One.\n\nTwo.\n\n[dont-miss]", 2),
        ("One.\n\n[Dont-Miss: x]\n\nTwo.", 1),
    ],
)
def test_the_mark_is_taken_out_and_its_place_kept(text: str, place: int | None) -> None:
    body = TEXTS.read(text).body

    assert body.dont_miss_after == place
    assert "miss" not in "".join(body.blocks).lower()


@pytest.mark.parametrize("text", ["[dont-missing]", "A [dont-miss].", "- [dont-miss]", "`[dont-miss]`"])
def test_only_a_mark_alone_is_taken_out_of_the_text(text: str) -> None:
    body = TEXTS.read(text).body

    assert body.dont_miss_after is None
    assert "dont-miss" in "".join(body.blocks)


def test_an_empty_text_has_no_blocks() -> None:
    assert TEXTS.read("").body.blocks == ()
    assert TEXTS.read("<!-- a -->\n\n<!-- b\n\nc -->").body.blocks == ()


def test_ids_are_those_of_headings_footnotes_and_own_html() -> None:
    text = '## A B\n\n### C {#d}\n\n<p id="e">F</p>\n\n![G](a.svg) `<p id="h">`[^1]\n\n[^1]: I.'

    assert TEXTS.read(text).ids == ("a-b", "d", "e", "fn:1", "fnref:1")


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("[a](one.md)", [4]),
        ('[a](<one two.md> "Title")', [5]),
        ("[![a](b.svg)](one.md)", [14, 6]),
        ("[a][b]\n\n[b]: one.md", [13]),
        ("1. One\n\n    [a](one.md)", [16]),
        ("`[a](one.md)` [a](one.md) [b](one.md)", [18, 30]),
        ("~~~\n[a](one.md)\n~~~\n\n[a](one.md)", [25]),
        ("![a](b.svg)\n\n![b](b.svg)", [5, 18]),
        ('<a href="one.md">a</a> <a href=one.md>', [9, 31]),
    ],
)
def test_references_are_found_where_they_stand(text: str, places: list[int]) -> None:
    reading = TEXTS.read(text)

    assert [reading.reference_offset(number) for number in range(len(reading.references))] == places


def test_marks_are_found_where_they_stand() -> None:
    reading = TEXTS.read("`[dont-miss]`\n\n[dont-miss: a]\n\n> [dont-miss: b]")

    assert [(mark.target, mark.is_alone, mark.is_inside) for mark in reading.marks] == [
        ("a", True, False),
        ("b", True, True),
    ]
    assert [reading.mark_offset(number) for number in range(2)] == [15, 33]


def test_loose_words_and_inline_tags_get_a_paragraph() -> None:
    assert read("A <p><div>b</div> *c* d e") == ["<p>A </p>", "<div>b</div>", "<p><em>c</em> d e</p>"]


@pytest.mark.parametrize(
    ("html", "left"),
    [
        ("<p>a<button><p>b</p></button></p>", "<p>a</p><p>b</p>"),
        ("<h2>a<object><h3>b</h3></object></h2>", '<h2 id="a">a</h2><h3 id="b">b</h3>'),
        (
            "<ul><li>a<table><tr><li>b</table></ul>",
            '<ul><li>a</li><li>b</li><div class="table" role="region" aria-label="Table" tabindex="0"><table>'
            "<tbody><tr></tr></tbody></table></div></ul>",
        ),
    ],
)
def test_what_is_left_is_read_by_browsers_as_it_is_written(html: str, left: str) -> None:
    assert "".join(read(html)) == left


def test_headings_have_ids_of_their_own_in_every_script() -> None:
    text = "## A B\n\n## A B\n\n## 台湾\n\n## …\n\n## C[^1]\n\n## D {#a-b_2}\n\n## A *B*\n\n<h3>E</h3>\n\n[^1]: N."

    assert re.findall(r'<h. id="([^"]+)"', "".join(read(text))) == [
        *("a-b", "a-b_1", "tai-wan", "section", "c", "a-b_2", "a-b_3", "e"),
    ]


def test_the_ids_are_those_of_a_table_of_contents() -> None:
    text = "[TOC]\n\n## A B\n\n## A B\n\n## C"

    html = "".join(read(text))

    assert re.findall(r'href="#([^"]+)"', html) == re.findall(r'<h. id="([^"]+)"', html) == ["a-b", "a-b_1", "c"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("> [!FACTS] A\n> b\n\n> [!FACTS] Only\n\n- > [!FACTS] c", [("title only", 20), ("callout", 39)]),
        ("> [!KEY]\n> a\n\n> [!KEY]\n\n`[!KEY]`", [("empty box", 16)]),
        ("> [!QA]\n> Q: a\n\n> [!QA]\n> b", [("no speakers", 18)]),
        ("> [!TIMELINE]\n> - **1** a\n\n> [!TIMELINE]\n> b", [("no steps", 29)]),
        ("Words X\n\nhttps://t.co/a", [("short embed", 9)]),
        ("[a](b.csv)\n\n[](b.csv){: .table }", [("unnamed table", 15)]),
    ],
)
def test_what_forms_tell_stands_where_it_is(text: str, found: list[tuple[str, int]]) -> None:
    assert sorted((problem.kind, offset) for problem, offset in TEXTS.read(text).problems) == sorted(found)


def test_links_to_files_of_a_publications_own_types_are_links_to_files() -> None:
    texts = replace(TEXTS, own_types=("step",))

    assert [each.target for each in texts.read("[a](model.step) [b](two.md)").references] == [
        *("{attach}model.step", "two.md"),
    ]
