"""Kinds of input that have come out wrong elsewhere: for each, what readers get, or where the author is told."""

import pytest

from tests.tools.published_text import faults
from tests.unit.desk.conftest import TEXTS

TOLD = [
    # a size behind an address
    ("![a](a.svg =20x)", [("size behind", "=20x", "1:6")]),
    ("One ![a](a.svg =300x200) two", [("size behind", "=300x200", "1:10")]),
    ("> ![a](sub/a.svg =10x10)", [("size behind", "=10x10", "1:8")]),
    ("![a](a.svg “A caption”)", [("space", "a.svg “A caption”", "1:6")]),
    ("![a](a b.svg)", []),
    ("[a](a b.svg)", []),
    ("![a] (fair/a.svg)", [("broken link", "] (fair/a.svg)", "1:4")]),
    ("[a] (a.svg is small)", []),
    # code that hides
    ("The ` of O`ahu\n\n<script>a()</script>\n\nand ` again", [("tag", "script", "3:1")]),
    ("``\n\n<iframe src=https://a.example/></iframe>\n\n``", [("tag", "iframe", "3:1")]),
    ("~~~ \n<b>code</b>\n~~~\n\n<object data=a></object>\n\n~~~\nmore\n~~~", [("tag", "object", "5:1")]),
    # tags of a page
    ("A <textarea> here", [("tag", "textarea", "1:3")]),
    ("The <select> box", [("tag", "select", "1:5")]),
    ("> <plaintext>\n\nWords", [("tag", "plaintext", "1:3")]),
    # loads in disguise
    ('<svg><use href="https://a.example/x.svg#a"/></svg>', [("tag", "svg", "1:1")]),
    ('<input type="image" src="/x.png">', [("tag", "input", "1:1")]),
    ('<link rel="preload" href="https://a.example/x">', [("tag", "link", "1:1")]),
    ('<math><mi xlink:href="https://a.example/">a</mi></math>', [("tag", "math", "1:1")]),
    # tags without an end
    ("<section>\n\nWords.", [("unclosed tag", "section", "1:1")]),
    ("- <em>one\n- two", [("unclosed tag", "em", "1:3")]),
    ("|a|\n|-|\n|<b>x|\n\nEnd.", [("unclosed tag", "b", "3:2")]),
    # ends of nothing
    ("Words </div>", [("stray end", "div", "1:7")]),
    ("- a </section>\n- b", [("stray end", "section", "1:5")]),
    ("</article>\n\nWords.", [("stray end", "article", "1:1")]),
    # links without words
    ("[](https://a.example/)", [("empty link", "https://a.example/", "1:4")]),
    ("a [ ](/b) c", [("empty link", "/b", "1:7")]),
    ('<a href="/b"></a>', [("empty link", "/b", "1:10")]),
    # comments without an end
    ("a\n\n<div><!-- b\n\nc", [("unended comment", "<!-- b", "3:6"), ("unclosed tag", "div", "3:1")]),
    ("<ul><li>a <!-- b", [("unended comment", "<!-- b", "1:11"), ("unclosed tag", "ul", "1:1")]),
    ("<p>x</p><!--\n\nsecret", [("open comment", "<!--", "1:9")]),
    # two ids
    ("## A {#x}\n\n## B {#x}", [("id twice", "x", "3:8")]),
    ('<p id="a">b</p>\n\n<p id="a">c</p>', [("id twice", "a", "3:8")]),
    # the page's own ids
    ("## A {#_menu}", [("taken id", "_menu", "1:8")]),
    ('<p id="_x">a</p>', [("taken id", "_x", "1:8")]),
    ("a *b*{: #_c }", [("taken id", "_c", "1:10")]),
    # loading from elsewhere
    ("![a](https://a.example/b.png)", [("picture elsewhere", "https://a.example/b.png", "1:6")]),
    ('<video src="//a.example/b.mp4"></video>', [("media elsewhere", "//a.example/b.mp4", "1:13")]),
    ('<img src="\\\\a.example\\b.png" alt="c">', [("picture elsewhere", "//a.example/b.png", "1:1")]),
    ('<audio><source src="https://a.example/b.mp3"></audio>', [("media elsewhere", "https://a.example/b.mp3", "1:21")]),
    # scripts in addresses
    ("[a](javascript:b)", [("script address", "javascript:b", "1:5")]),
    ('<a href="&#106;avascript:b">c</a>', [("script address", "javascript:b", "1:1")]),
    ("[a][b]\n\n[b]: vbscript:c", [("script address", "vbscript:c", "3:6")]),
    # attributes that run
    ('<p onclick="a()">b</p>', [("handler", "onclick", "1:4")]),
    ('*a*{: onfocus="b" }', [("handler", "onfocus", "1:7")]),
    ("<details ontoggle=a>b</details>", [("handler", "ontoggle", "1:10")]),
    # too deep
    ("> " * 300 + "a", [("too deep", "blockquote", "1:1")]),
    ("<div>" * 200 + "a" + "</div>" * 200, [("too deep", "div", "1:506")]),
    ("\n".join("    " * depth + "- a" for depth in range(300)), [("too deep text", "", "1:1")]),
    ("<table>\n<caption>a</caption>\n<tr><td><b>b</td></tr>\n</table>", [("unclosed tag", "b", "3:9")]),
    ("The List<T> type", [("unknown tag", "T", "1:9")]),
    ("a <foo-bar>b</foo-bar> c", [("unknown tag", "foo-bar", "1:3")]),
    ("Press <kbd>Ctrl</kbd> + <key>", [("unknown tag", "key", "1:25")]),
    ("<center>a</center>", [("needless tag", "center", "1:1")]),
    ("<p align=center><font color=red>a</font></p>", [("attribute", "align", "1:4"), ("needless tag", "font", "1:17")]),
    ("# Top\n\n#### Deep", [("top heading", "", "1:1"), ("skipped level", "4", "3:1")]),
]
"""Texts, and their problems: kind, value, and line:column."""

SHOWN = [
    ("A <!-- b > c --> d", "<p>A  d</p>"),
    ("Words <!-- <b>x</b> -- y -->.\n\n<!--\n\nsecret\n\n-->\n\nEnd.", "<p>Words .</p>\n<p>End.</p>"),
    (
        "> quoted <!-- secret -->\n\n- a\n\n    <!-- b -->\n",
        "<blockquote>\n<p>quoted </p>\n</blockquote>\n<ul>\n<li>a</li>\n</ul>",
    ),
    ('<abbr title="a > b & c">d</abbr>', '<p><abbr title="a &gt; b &amp; c">d</abbr></p>'),
    ('<p data-x="if i>j && k<l">m</p>', '<p data-x="if i&gt;j &amp;&amp; k&lt;l">m</p>'),
    ("A <span title='he said \"x > y\"'>b</span> c", '<p>A <span title="he said &quot;x &gt; y&quot;">b</span> c</p>'),
    (
        '1. Paste:\n\n        <iframe src="https://a.example/"></iframe>\n\n2. Save.',
        '<ol>\n<li>\n<p>Paste:</p>\n<pre class="highlight" tabindex="0"><code>&lt;iframe src="https://a.example/"&gt;&lt;/iframe&gt;</code></pre>\n</li>\n<li>\n<p>Save.</p>\n</li>\n</ol>',
    ),
    (
        "- a\n\n    ```\n    <script>b</script>\n    ```\n",
        '<ul>\n<li>\n<p>a</p>\n<pre class="highlight" tabindex="0"><code>&lt;script&gt;b&lt;/script&gt;</code></pre>\n'
        "</li>\n</ul>",
    ),
    (
        "> Use:\n>\n>     <b>code",
        '<blockquote>\n<p>Use:</p>\n<pre class="highlight" tabindex="0"><code>&lt;b&gt;code</code></pre>\n'
        "</blockquote>",
    ),
    (
        '- a\n\n    <div class="b" markdown="1">**c**</div>',
        '<ul>\n<li>\n<p>a</p>\n<div class="b"><strong>c</strong></div>\n</li>\n</ul>',
    ),
    ("1. a\n\n    <p>b</p>\n\n    c", "<ol>\n<li>\n<p>a</p>\n<p>b</p>\n<p>c</p>\n</li>\n</ol>"),
    ("- <details><summary>a</summary>b</details>", "<ul>\n<li><details><summary>a</summary>b</details></li>\n</ul>"),
    (
        '<p>Read <a href="https://a.example/b">this</a>, https://a.example/c.</p>',
        '<p>Read <a href="https://a.example/b">this</a>, <a href="https://a.example/c">https://a.example/c</a>.</p>',
    ),
    ('<div>\n<a href="/b">c</a>\n</div>', '<div>\n<a href="\ufdd0l/b\ufdd1">c</a>\n</div>'),
    (
        "<table><tr><th>a<th>b<tr><td>c<td>d</table>",
        "<div …><table><tbody><tr><th>a</th><th>b</th></tr><tr><td>c</td><td>d</td></tr></tbody></table></div>",
    ),
    (
        "a\n\n<table><tr><td>b</td></tr></table>\n\nc",
        "<p>a</p>\n<div …><table><tbody><tr><td>b</td></tr></tbody></table></div>\n<p>c</p>",
    ),
    (
        '```html title="a.html"\n<script>b()</script>\n```',
        '<pre class="highlight" tabindex="0"><code class="language-html">&lt;script&gt;b()&lt;/script&gt;</code></pre>',
    ),
    ("````\n```\n<b>\n```\n````", '<pre class="highlight" tabindex="0"><code>```\n&lt;b&gt;\n```</code></pre>'),
    ("`<title>` and ``<b> ` c``", "<p><code>&lt;title&gt;</code> and <code>&lt;b&gt; ` c</code></p>"),
]
"""Texts without a mistake, and what readers get; `…` are the attributes of the frame round a table."""

FRAME = ' class="table" role="region" aria-label="Table" tabindex="0"'


@pytest.mark.parametrize(("text", "problems"), TOLD)
def test_a_mistake_is_told_where_it_stands(text: str, problems: list[tuple[str, str, str]]) -> None:
    told = [(problem.kind, problem.value, _place(text, offset)) for problem, offset in TEXTS.read(text).problems]

    assert told == problems
    assert faults(TEXTS, text) == []


@pytest.mark.parametrize(("text", "html"), SHOWN)
def test_what_is_no_mistake_is_shown(text: str, html: str) -> None:
    reading = TEXTS.read(text)

    assert "\n".join(reading.body.blocks).replace(FRAME, " …") == html
    assert list(reading.problems) == []
    assert faults(TEXTS, text) == []


def _place(text: str, offset: int) -> str:
    before = text[:offset]
    line = before.count("\n") + 1
    return f"{line}:{offset - before.rfind(chr(10))}"
