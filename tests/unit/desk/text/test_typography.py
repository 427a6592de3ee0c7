import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pelican.settings import read_settings

from plugins.desk.text.tree import Element, parse
from plugins.desk.text.typography import AS_WRITTEN, Typography, read_typography

ON = Typography(is_on=True)


def set_text(html: str, typography: Typography = ON, lang: str = "en") -> str:
    """Return HTML set as a text's is: the tree, then block by block."""
    root = parse(html)
    typography.set_tree(root, lang)
    return "".join(typography.set_block(child.html) for child in root.children if isinstance(child, Element))


def test_a_line_of_plain_text_becomes_safe_markup() -> None:
    assert ON.line('<b> & "c" d', "en") == '&lt;b&gt; <span class="amp">&amp;</span> “c”&nbsp;d'


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("de", 'Das "Zitat"', "Das&nbsp;„Zitat“"),
        ("fr", 'Le "mot" !', "Le «\u202fmot\u202f»\u202f!"),
        ("zh-Hant", '他說"好"', "他說「好」"),
        ("xx", '"A" isn\'t b', '<span class="dquo">"</span>A" isn’t&nbsp;b'),
        ("en", '"A"--b in 10--12', '<span class="dquo">“</span>A”—b in&nbsp;10–12'),
        ("en", "Datenschutzverordnungen Beauftragter", "Datenschutzverordnungen Beauftragter"),
    ],
)
def test_a_line_is_set_by_its_language(lang: str, text: str, expected: str) -> None:
    assert ON.line(text, lang) == expected


def test_signs_are_held_in_a_language_that_is_written_from_the_right() -> None:
    assert ON.line("قال @noor", "ar") == "قال&nbsp;\u200e@noor"
    assert set_text('<p>قال @noor</p><p>+5 <i lang="en">+5</i></p>', lang="ar") == (
        '<p>قال \u200e@noor</p><p>\u200e+5 <i lang="en">+5</i></p>'
    )
    assert set_text('<p>@noor</p><p lang="he">+5</p>') == '<p>@noor</p><p lang="he">\u200e+5</p>'


def test_a_text_is_set_by_its_language_and_its_blocks_get_spans() -> None:
    assert set_text('<p>Die "EU" & er</p>', lang="de") == (
        '<p>Die „<span class="caps">EU</span>“ <span class="amp">&amp;</span> er</p>'
    )


@pytest.mark.parametrize("html", ['<p class="verbatim">$a\'--b"$ & UN</p>', '<p>is <i class="x verbatim">a--b</i></p>'])
def test_verbatim_is_left_as_it_is(html: str) -> None:
    assert set_text(html) == parse(html).inner_html


@pytest.mark.parametrize("tag", ["b", ".x", "b.x", "#y"])
def test_tags_that_typogrify_ignores_are_left_as_they_are(tag: str) -> None:
    html = '<p>it\'s <b class="x" id="y">UN--EU</b></p>'

    assert set_text(html, Typography(is_on=True, ignore_tags=(tag,))) == html.replace("'", "’")


def test_without_typogrify_text_is_as_it_is_written() -> None:
    assert AS_WRITTEN.line('"a" & b', "en") == '"a" &amp; b'
    assert set_text('<p>"a" &amp; UN</p>', AS_WRITTEN) == '<p>"a" &amp; UN</p>'


def test_quotes_stay_where_smartypants_is_left_out() -> None:
    typography = Typography(is_on=True, omit_filters=("smartypants",))

    assert typography.line('A "b"--c', "en") == 'A&nbsp;"b"--c'
    assert set_text('<p>a "b"--c</p>', typography) == '<p>a "b"--c</p>'


def test_settings_are_pelicans() -> None:
    settings = {
        "TYPOGRIFY": True,
        "TYPOGRIFY_DASHES": "oldschool",
        "TYPOGRIFY_IGNORE_TAGS": ["h2"],
        "TYPOGRIFY_OMIT_FILTERS": ["caps"],
    }

    typography = read_typography(read_settings(override=settings))

    assert typography == Typography(is_on=True, dashes="oldschool", ignore_tags=("h2",), omit_filters=("caps",))
    assert typography.line("A--b---UN", "en") == "A–b—UN"


WORDS = st.sampled_from(
    ["a", "UN", "U.S.", "E. F.", "[b]", "'", '"', "--", "...", "&amp;", "1990", " ", " ", " ", "\n"]
)
TAGS = st.sampled_from(
    ["<em>", "</em>", "<code>", "</code>", "<br>", "<p>", "</p>", "<h2>", "</h2>", '<a href="/UN/">', "</a>", "<li>"]
)
OTHER_TAGS = st.sampled_from(
    ['<b class="verbatim">', "</b>", '<i lang="fr">', "</i>", "<sup>", "</sup>", '<img alt="UN &amp; EU">']
)


@given(
    st.lists(WORDS | TAGS | OTHER_TAGS, max_size=40).map("".join), st.sampled_from(["en", "de", "fr", "zh-Hant", "xx"])
)
def test_setting_changes_no_word(html: str, lang: str) -> None:
    before, after = parse(html), parse(set_text(f"<div>{html}</div>", lang=lang))

    assert re.findall(r"[\w&\[\]]+", after.text) == re.findall(r"[\w&\[\]]+", before.text)
    assert [(node.tag, dict(node.attrs)) for node in _without_spans(after)] == [
        (node.tag, dict(node.attrs)) for node in _without_spans(before)
    ]


def _without_spans(root: Element) -> list[Element]:
    nodes = [node for node in root.descendants if isinstance(node, Element) and node.tag != "span"]
    return [node for node in nodes if node.tag != "div"]
