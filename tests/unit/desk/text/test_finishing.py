import re

import pytest

from plugins.desk.text.finishing import block_elements, finish_tree
from plugins.desk.text.inspection import inspect
from plugins.desk.text.labels import TextLabels

LABELS = TextLabels(
    table="Tabelle", table_number="Tabelle {n}", back_to_text="Zum Text", task_open="offen", task_done="fertig"
)


def finished(html: str, lang: str = "en") -> tuple[list[str], list[tuple[str, str]]]:
    found = inspect(html)
    finish_tree(found, LABELS, lang)
    return [block.html for block in block_elements(found.root.children)], [
        (problem.kind, problem.value) for problem in found.problems
    ]


@pytest.mark.parametrize(
    ("html", "shown"),
    [
        ('<p><img src="a.png" alt="b" title="c"></p>', "<figure><img …><figcaption>c</figcaption></figure>"),
        ('<p class="wide"><img src="a.png" alt="b"></p>', '<figure class="wide"><img …></figure>'),
        (
            '<p><img src="a.png" alt="b" title="c">\n<img src="d.png" alt="e" title="f"></p>',
            '<div class="gallery"><figure><img …><figcaption>c</figcaption></figure>'
            "<figure><img …><figcaption>f</figcaption></figure></div>",
        ),
        (
            '<p class="x" id="y"><img src="a.png" alt="b"><br><img src="d.png" alt="e"></p>',
            '<div class="gallery x" id="y"><figure><img …></figure><figure><img …></figure></div>',
        ),
        ('<p><a href="/x"><img src="a.png" alt="b"></a></p>', '<p><a href="\ufdd0l/x\ufdd1"><img …></a></p>'),
    ],
)
def test_pictures_that_stand_alone_are_figures(html: str, shown: str) -> None:
    assert re.sub(r"<img [^>]*>", "<img …>", "".join(finished(html)[0])) == shown


@pytest.mark.parametrize(
    ("title", "caption"),
    [
        ("A stall | Ana Lim", 'A stall <span class="credit">Ana Lim</span>'),
        ("A stall|Ana Lim", 'A stall <span class="credit">Ana Lim</span>'),
        ("攤位｜林安", '攤位 <span class="credit">林安</span>'),
        ("One | two | Ana Lim", 'One | two <span class="credit">Ana Lim</span>'),
        ("| Ana Lim", '<span class="credit">Ana Lim</span>'),
        ("A stall |", "A stall"),
    ],
)
def test_the_credit_stands_behind_the_caption_and_a_bar(title: str, caption: str) -> None:
    (block,), _ = finished(f'<p><img src="a.png" alt="b" title="{title}"></p>')

    assert block.partition("<figcaption>")[2] == f"{caption}</figcaption></figure>"


@pytest.mark.parametrize("title", ["", " ", "|", " ｜ "])
def test_a_title_without_words_is_no_caption(title: str) -> None:
    assert "figcaption" not in finished(f'<p><img src="a.png" alt="b" title="{title}"></p>')[0][0]


def test_a_caption_among_words_is_told() -> None:
    assert finished('<p>a <img src="a.png" alt="b" title="c"></p>')[1] == [("lost caption", "c")]


@pytest.mark.parametrize(
    ("size", "sides", "told"),
    [
        ("", 'width="\ufdd0wa.png\ufdd1" height="\ufdd0ha.png\ufdd1"', []),
        ("width=200", 'width="200" height="\ufdd0H200 a.png\ufdd1"', []),
        ("width=200px height=100", 'width="200" height="100"', []),
        ("width=50%", 'width="\ufdd0wa.png\ufdd1" height="\ufdd0ha.png\ufdd1"', [("size", "50%")]),
        ("height=0", 'width="\ufdd0wa.png\ufdd1" height="\ufdd0ha.png\ufdd1"', [("size", "0")]),
    ],
)
def test_pictures_have_their_size_or_the_one_that_their_author_gives(
    size: str, sides: str, told: list[tuple[str, str]]
) -> None:
    (block,), problems = finished(f"<p>a <img src=a.png alt=b {size}></p>")

    assert all(side in block for side in sides.replace('" ', '"|').split("|"))
    assert problems == told


def test_only_targets_of_the_publication_are_slots() -> None:
    (block,), _ = finished('<p><a href="/a">b</a> <a href="https://c.example/">d</a> <a href="#e">f</a></p>')

    assert block == '<p><a href="\ufdd0l/a\ufdd1">b</a> <a href="https://c.example/">d</a> <a href="#e">f</a></p>'


def test_signs_of_markdowns_own_are_said_in_the_publications_words() -> None:
    back = '<a class="footnote-backref" href="#fnref:1" title="Jump back">↩</a>'
    boxes = '<span class="task-box" role="img">☐</span><span class="task-box" role="img">☑</span>'

    (block,) = finished(f"<p>{back}{boxes}</p>")[0]

    assert re.findall('(?:title|aria-label)="([^"]*)"', block) == ["Zum Text", "offen", "fertig"]


def test_tables_are_framed_also_those_of_html() -> None:
    table = '<table><tr><td style="text-align: right;">a</td><td style="text-align: left">b</td></tr></table>'
    found, _ = finished(table + table)

    assert [block.partition("><table>")[0] for block in found] == [
        '<div class="table" role="region" aria-label="Tabelle 1" tabindex="0"',
        '<div class="table" role="region" aria-label="Tabelle 2" tabindex="0"',
    ]
    assert '<td class="table__end">a</td><td>b</td>' in found[0]


def test_loose_nodes_are_gathered_into_paragraphs() -> None:
    assert finished("a <b>c</b>\n<div>d</div>\n \n<i>e</i> f<hr>")[0] == [
        "<p>a <b>c</b></p>",
        "<div>d</div>",
        "<p><i>e</i> f</p>",
        "<hr>",
    ]


def test_a_link_around_blocks_is_a_block_itself() -> None:
    assert finished("a <b>b</b> <a href=https://c.example/><div>d</div></a> e")[0] == [
        "<p>a <b>b</b></p>",
        '<a href="https://c.example/"><div>d</div></a>',
        "<p>e</p>",
    ]


@pytest.mark.parametrize(
    ("lang", "html"),
    [
        ("ar", '<p>قال <q lang="en" dir="ltr">We will!</q> ثم <span lang="he">אנחנו</span></p>'),
        ("en", '<p>A <i lang="fr">mot</i> and <i lang="ar" dir="rtl">كلمة</i></p>'),
        ("ar", '<blockquote lang="en" dir="ltr"><p>A <i lang="ar" dir="rtl">ب <i lang="he">ג</i></i></p></blockquote>'),
        ("ar", '<p lang="en" dir="auto">A <i lang="en" dir="ltr">b</i></p>'),
    ],
)
def test_words_written_the_other_way_get_their_direction(lang: str, html: str) -> None:
    written = re.sub(r' dir="(?:ltr|rtl)"', "", html)

    assert "".join(finished(written, lang)[0]) == html
