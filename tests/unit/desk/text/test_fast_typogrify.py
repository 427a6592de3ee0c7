from collections.abc import Iterator

import pytest
import smartypants
from hypothesis import example, given
from hypothesis import strategies as st
from typogrify.filters import typogrify

from plugins.desk.front_matter.split import split_file
from plugins.desk.text.fast_typogrify import Typesetter
from plugins.desk.text.markdown import BodyReader
from tests.conftest import ROOT
from tests.unit.desk.conftest import MARKDOWN

CONTENT = ROOT / "content"
ATTR = smartypants.Attr.set1 | smartypants.Attr.w
TEXTS = [
    *"'\"&.-`\\; \n\xa0a1é",
    " ",
    "b c",
    "D",
    "EF",
    "G.H.",
    "台湾",
    "it's",
    ' "a" ',
    " & ",
    "& ",
    ". ",
    "--",
    "...",
]
ENTITIES = ["&amp;", " &amp; ", "&nbsp;", "&#38;", "&quot;", "&lt;", "&#8220;", "&ldquo;", "&lsquo;"]
BLOCKS = ["<p>", "</p>", '<h2 id="a">', "</h2>", "<li>", "</li>", "<dd>", "</dt>", "<blockquote>", "<hr>", "<br />"]
INLINE = ["<a>", '<a href="/?a=b c&amp;D E">', "</a>", "<em>", "</em>", "<strong>", "</strong>", "<i>", "</b>"]
SKIPPED = ["<pre>", "</pre>", "<code>", "</code>", "<CODE x>", "<kbd>", "</kbd>", "<script>", "</script>", "<math>"]
BROKEN = ["<", ">", "<!--", "-->", "</", "<é>", "<my-tag>", "<p", '="', "<a b-c=' g='", "<!--a--b-->", "<!-- a & b -->"]
ODD = [
    "<!--desk:block-->",
    "<span class='x'>",
    '<img alt="A & B" b-c="c">',
    '<img alt="a > b">',
    "<img alt='x' hidden>",
]
ODDER = ['<a title="it\'s" b-c="D" e>', '<a b="c=">', '<a b="c\nd" e>']
PARTS = st.sampled_from([*TEXTS, *TEXTS, *ENTITIES, *BLOCKS, *INLINE, *SKIPPED, *BROKEN, *ODD, *ODDER])
HTML = st.lists(PARTS, max_size=24).map("".join)
FILTERS = ("amp", "smartypants", "caps", "initial_quotes", "widont")


def plainly(html: str, attr: int = ATTR, ignore_tags: tuple[str, ...] = (), omitted: tuple[str, ...] = ()) -> str:
    smartypants.Attr.default = attr
    return str(typogrify(html, list(ignore_tags), **dict.fromkeys(omitted, False)))


@given(HTML, st.sampled_from(((), *((name,) for name in FILTERS), FILTERS)))
@example("1 & & & & 2 &&nbsp;& &amp; 3&nbsp;&#38;&nbsp;4", ())
@example('<a z="1" b-c=" g=">" & ">', ())
@example('<img alt="x" data-a=\'y\'> "a & b" >', ())
@example("<p><i> 'a'</i> <b>\"c\" </b> </p>\n", ())
@example("D.E.  f A B.C DE's 2F2 É.F. GH1I <b>J</b>K", ())
@example("<!--desk:block-->\n<p>a b</p>\n", ())
def test_html_is_set_as_typogrify_sets_it(html: str, omitted: tuple[str, ...]) -> None:
    assert Typesetter(ATTR, (), omitted).set(html) == plainly(html, omitted=omitted)


@given(HTML, st.sampled_from([("p",), ("span.x", "h2"), (".x",)]))
def test_tags_that_the_settings_name_are_left_alone(html: str, ignore_tags: tuple[str, ...]) -> None:
    assert Typesetter(ATTR, ignore_tags, ()).set(html) == plainly(html, ignore_tags=ignore_tags)


@pytest.mark.parametrize("dashes", [smartypants.Attr.set1, smartypants.Attr.set2, smartypants.Attr.set3])
def test_the_shipped_texts_are_set_as_typogrify_sets_them(dashes: int) -> None:
    typesetter = Typesetter(dashes | smartypants.Attr.w, (), ())

    for html in shipped_bodies():
        assert typesetter.set(html) == plainly(html, dashes | smartypants.Attr.w)


def test_a_filter_that_there_is_not_is_an_error() -> None:
    with pytest.raises(TypeError, match="captions"):
        Typesetter(ATTR, (), ("captions",))


def shipped_bodies() -> Iterator[str]:
    reader = BodyReader(MARKDOWN)
    for path in sorted(CONTENT.glob("*/**/*.md")):
        source = split_file(path.read_bytes(), path.name)
        yield reader.read(source.body)
        yield from (value for value in source.header.values.values() if isinstance(value, str))
