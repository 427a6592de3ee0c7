import pytest

from plugins.desk.text.inspection import MOST_DEPTH, inspect


def kept(html: str) -> str:
    return inspect(html).root.inner_html


def problems(html: str) -> list[tuple[str, str]]:
    return [(problem.kind, problem.value) for problem in inspect(html).problems]


@pytest.mark.parametrize(
    ("html", "left", "told"),
    [
        ("<p>a</p><!-- b --><p>c<!-- d --></p>", "<p>a</p><p>c</p>", []),
        ("<script>a()</script><p>b</p>", "<p>b</p>", [("tag", "script")]),
        ("<style>p{}</style>b", "b", [("tag", "style")]),
        ("<form action=/><p>a <button>b</button></p></form>", "<p>a b</p>", [("tag", "form"), ("tag", "button")]),
        ("<svg><text>a</text><script>b()</script></svg>", "ab()", [("tag", "svg")]),
        (
            "<iframe src=https://a.example/></iframe>",
            '<a href="https://a.example/">https://a.example/</a>',
            [("tag", "iframe")],
        ),
        ("<iframe srcdoc='<script>'></iframe>", "", [("tag", "iframe")]),
        ("<iframe src=/a>\n<p>b</p></iframe>", "\n&lt;p&gt;b&lt;/p&gt;", [("tag", "iframe")]),
        ("<center><font color=red>a</font></center>", "a", [("needless tag", "center"), ("needless tag", "font")]),
        ("<h1 id=a>b</h1>", '<h2 id="a">b</h2>', [("top heading", "")]),
        ("<h2>a</h2><h4>b</h4>", "<h2>a</h2><h4>b</h4>", [("skipped level", "4")]),
        (
            "<p onclick=a() style=b align=c class=d>e</p>",
            '<p class="d">e</p>',
            [("handler", "onclick"), ("style", "style"), ("attribute", "align")],
        ),
        ("<p id=_a>b</p>", "<p>b</p>", [("taken id", "_a")]),
        ("<p id=a>b</p><p id=a>c</p>", '<p id="a">b</p><p>c</p>', [("id twice", "a")]),
        ("<p markdown=1>**a**</p>", "<p>**a**</p>", []),
        ("<p></p><p> </p><p><br></p>", "<p><br></p>", []),
    ],
)
def test_what_may_not_stand_in_a_text_is_taken_out_and_told(html: str, left: str, told: list[tuple[str, str]]) -> None:
    assert (kept(html), problems(html)) == (left, told)


@pytest.mark.parametrize(
    ("html", "left", "told"),
    [
        ('<a href="javascript:a()">b</a>', "<a>b</a>", [("script address", "javascript:a()")]),
        ('<a href=" java\nscript:a()">b</a>', "<a>b</a>", [("script address", "javascript:a()")]),
        ('<a href="&#106;avascript:a()">b</a>', "<a>b</a>", [("script address", "javascript:a()")]),
        ('<a href="vbscript:a">b</a>', "<a>b</a>", [("script address", "vbscript:a")]),
        ('<a href="file:///a">b</a>', "<a>b</a>", [("scheme", "file:///a")]),
        ('<a href="mailto:a@b.example">b</a>', '<a href="mailto:a@b.example">b</a>', []),
        ('<a href="/a b">c</a>', '<a href="/a%20b">c</a>', [("space", "/a b")]),
        ('<a href="/a b.webp">c</a>', '<a href="/a%20b.webp">c</a>', []),
        ('<a href="/a"> </a>', '<a href="/a"> </a>', [("empty link", "/a")]),
        ('<img src="data:image/png;base64,x" alt="a">', "a", [("embedded file", "data:image/png;base64,x")]),
        (
            '<img src="https://a.example/b.png" alt="c">',
            '<a href="https://a.example/b.png">c</a>',
            [("picture elsewhere", "https://a.example/b.png")],
        ),
        ('<img src="\\\\a.example\\b.png" alt="c">', "c", [("picture elsewhere", "//a.example/b.png")]),
        ('<video src="//a.example/b.mp4"></video>', "<video></video>", [("media elsewhere", "//a.example/b.mp4")]),
        ('<video poster="//a.example/b.png"></video>', "<video></video>", [("picture elsewhere", "//a.example/b.png")]),
        ("<img alt=a>", "a", [("no picture", "")]),
        ('<img src="a.png">', '<img src="a.png">', [("no description", "a.png")]),
        ('<img src="a.png" role="presentation">', '<img src="a.png" role="presentation">', []),
    ],
)
def test_addresses_that_run_or_load_are_taken_out_and_told(html: str, left: str, told: list[tuple[str, str]]) -> None:
    assert (kept(html), problems(html)) == (left, told)


def test_references_are_those_of_links_pictures_and_media_outside_code_and_in_it() -> None:
    html = (
        '<p><a href="/a">b</a> <img src="c.png" alt="d"></p>'
        '<video src="e.mp4" poster="f.png"><track src="g.vtt"></video>'
        '<blockquote cite="/h">i</blockquote><pre><a href="/j">k</a></pre><p><sup><a href="#fn:1">1</a></sup></p>'
    )

    assert [(found.kind, found.target) for found in inspect(html).references] == [
        ("link", "/a"),
        ("picture", "c.png"),
        ("media", "e.mp4"),
        ("picture", "f.png"),
        ("media", "g.vtt"),
        ("link", "/h"),
        ("link", "/j"),
    ]


def test_a_note_that_nothing_refers_to_is_told() -> None:
    note = '<ol><li id="fn:a">b <a class="footnote-backref" href="#fnref:a">c</a></li></ol>'

    assert problems(note) == [("unused note", "a")]
    assert problems(f'<p id="fnref:a">b</p>{note}') == []
    assert problems('<a id="fnref: a" href="#fn: a">1</a> <a id="fn: a" href="#fnref: a">b</a>') == []


def test_html_nested_deeper_than_a_page_can_show_is_told() -> None:
    html = "<div>" * (MOST_DEPTH + 5) + "a" + "</div>" * (MOST_DEPTH + 5)

    assert problems(html) == [("too deep", "div")]
    assert kept(html).count("<div>") == MOST_DEPTH + 1
    assert "a" in kept(html)


def test_named_tags_are_told_where_they_stand() -> None:
    found = inspect("<p>The <title> and a <T>, not <code>&lt;title&gt;</code>.</p>")

    assert [(problem.kind, problem.value, problem.at) for problem in found.problems] == [
        ("tag", "title", 10),
        ("unknown tag", "T", 20),
    ]


@pytest.mark.parametrize("tag", ["o:p", "w:sdt", "st1:place", "v:shape"])
def test_tags_of_word_are_taken_out(tag: str) -> None:
    assert problems(f"<p>a <{tag}>b</{tag}></p>") == [("needless tag", tag)]
    assert kept(f"<p>a <{tag}>b</{tag}></p>") == "<p>a b</p>"


def test_links_that_stand_for_what_is_not_loaded_are_references() -> None:
    html = '<iframe src="https://a.example/b"></iframe><img src="https://a.example/c.png" alt="d">'

    assert [(reference.kind, reference.target) for reference in inspect(html).references] == [
        ("link", "https://a.example/b"),
        ("link", "https://a.example/c.png"),
    ]
