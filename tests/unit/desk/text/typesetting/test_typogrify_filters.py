import pytest
from typogrify.filters import applyfilters

from plugins.desk.text.typesetting.typogrify_filters import FILTERS, TypogrifyFilters

ALL = TypogrifyFilters((), ".left")
SPANS = '<span class="dquo">“</span>A” <span class="amp">&amp;</span> <span class="caps">UN</span>'
UN = '<span class="caps">UN</span>'
TABLE = [
    ("<p>plain</p>", "<p>plain</p>"),
    ("<p>A &amp; b</p>", '<p>A <span class="amp">&amp;</span> b</p>'),
    ("<p>The UN and D.C. too</p>", '<p>The <span class="caps">UN</span> and <span class="caps">D.C.</span> too</p>'),
    ("<p>“So”</p>", '<p><span class="dquo">“</span>So”</p>'),
    ("<p>‘So’</p>", '<p><span class="quo">‘</span>So’</p>'),
    ('<p><a href="/x/">“So”</a></p>', '<p><a href="/x/"><span class="dquo">“</span>So”</a></p>'),
    ("<ul><li>“a”</li></ul>", '<ul><li><span class="dquo">“</span>a”</li></ul>'),
    ("<p>a “b” c</p>", "<p>a “b” c</p>"),
    # attributes are put away
    ('<p title="A &amp; B &gt; C">D</p>', '<p title="A &amp; B &gt; C">D</p>'),
    (
        '<p><a href="/UN/" title="A &amp; B">UN</a></p>',
        '<p><a href="/UN/" title="A &amp; B"><span class="caps">UN</span></a></p>',
    ),
    ('<p><img alt="“UN”" src="x"></p>', '<p><img alt="“UN”" src="x"></p>'),
    # so is code, and what is left alone
    ("<p><code>UN &amp; EU</code> NATO</p>", '<p><code>UN &amp; EU</code> <span class="caps">NATO</span></p>'),
    ("<p><code>x</code> “quoted” word</p>", "<p><code>x</code> “quoted” word</p>"),
    ("<kbd>AB</kbd>", "<kbd>AB</kbd>"),
    ("<pre><code>UN &amp; EU\n</code></pre>", "<pre><code>UN &amp; EU\n</code></pre>"),
    (
        '<p><span class="left">UN <b>EU</b></span> UN</p>',
        '<p><span class="left">UN <b>EU</b></span> <span class="caps">UN</span></p>',
    ),
    ('<div class="left"><p>UN <code>x</code></p></div>', '<div class="left"><p>UN <code>x</code></p></div>'),
    # no space is lost, as it is where Typogrify sees whole texts
    ("<p>U.S. [Draft]</p>", '<p><span class="caps">U.S.</span> [Draft]</p>'),
    (
        "<p>U.S. UN-EU. FEC. UN</p>",
        f'<p><span class="caps">U.S.</span> {UN}-{UN.replace("UN", "EU")}. {UN.replace("UN", "FEC")}. {UN}</p>',
    ),
    ("<p>b, E. F. (1970)</p>", '<p>b, <span class="caps">E. F.</span> (1970)</p>'),
    # last words stay together in headings, if they are short
    ("<p>In one two</p>", "<p>In one two</p>"),
    ("<h2>In one two</h2>", "<h2>In one&nbsp;two</h2>"),
    ('<h2 id="x">In <em>one</em> two</h2>', '<h2 id="x">In <em>one</em>&nbsp;two</h2>'),
    ("<h2>Verordnungen Beauftragter</h2>", "<h2>Verordnungen Beauftragter</h2>"),
    ("<h2>Le mot\u202f!</h2>", "<h2>Le mot\u202f!</h2>"),
    ("<h2>One</h2>", "<h2>One</h2>"),
    # only Latin capitals
    ("<p>ООН и США</p>", "<p>ООН и США</p>"),
]


@pytest.mark.parametrize(("html", "expected"), TABLE)
def test_a_block_gets_spans(html: str, expected: str) -> None:
    assert ALL.filter_block(html) == expected


def test_a_text_with_the_signs_for_what_is_put_away_stays_as_it_is() -> None:
    assert ALL.filter_block("<p>UN \ufdde0\ufddf</p>") == "<p>UN \ufdde0\ufddf</p>"


@pytest.mark.parametrize(
    ("omitted", "expected"),
    [
        ("amp", '<h2><span class="dquo">“</span>A” &amp; <span class="caps">UN</span> it&nbsp;is</h2>'),
        ("caps", '<h2><span class="dquo">“</span>A” <span class="amp">&amp;</span> UN it&nbsp;is</h2>'),
        ("initial_quotes", '<h2>“A” <span class="amp">&amp;</span> <span class="caps">UN</span> it&nbsp;is</h2>'),
        ("widont", f"<h2>{SPANS} it is</h2>"),
        ("smartypants", f"<h2>{SPANS} it&nbsp;is</h2>"),
    ],
)
def test_a_filter_can_be_left_out(omitted: str, expected: str) -> None:
    assert TypogrifyFilters((omitted,), ".left").filter_block("<h2>“A” &amp; UN it is</h2>") == expected


def test_filters_are_those_that_typogrify_has() -> None:
    assert applyfilters("“A” & B", **dict.fromkeys(FILTERS, False)) == "“A” & B"
