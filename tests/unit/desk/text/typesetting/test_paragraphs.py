import pytest

from plugins.desk.text.tree import parse
from plugins.desk.text.typesetting.paragraphs import set_paragraphs

TABLE = [
    # inline tags are as if they were not there
    ('<p>The <a href="/x/">Herald</a>\'s desk</p>', '<p>The <a href="/x/">Herald</a>’s desk</p>'),
    ("<p><em>Vogue</em>'s <b>cover</b>'s</p>", "<p><em>Vogue</em>’s <b>cover</b>’s</p>"),
    ("<p><abbr title=\"a 'b'\">Kopi</abbr>'s</p>", "<p><abbr title=\"a 'b'\">Kopi</abbr>’s</p>"),
    ("<p>the 2<sup>nd</sup>'s size</p>", "<p>the 2<sup>nd</sup>’s size</p>"),
    ('<p>"<em>All</em>" and <em>"in"</em></p>', "<p>“<em>All</em>” and <em>“in”</em></p>"),
    ('<p>"<em>One</em>, two," he said</p>', "<p>“<em>One</em>, two,” he said</p>"),
    ("<p>'<a href=\"/x/\">x</a>'</p>", '<p>‘<a href="/x/">x</a>’</p>'),
    # a footnote's number belongs to no word
    (
        '<p>The brand<sup id="fnref:1"><a href="#fn:1">1</a></sup>\'s</p>',
        '<p>The brand<sup id="fnref:1"><a href="#fn:1">1</a></sup>’s</p>',
    ),
    (
        '<p>"So."<sup id="fnref:1"><a href="#fn:1">1</a></sup> "No."</p>',
        '<p>“So.”<sup id="fnref:1"><a href="#fn:1">1</a></sup> “No.”</p>',
    ),
    # code is not set, and counts as a letter
    ('<p>The flag <code>-v</code>\'s "x"</p>', "<p>The flag <code>-v</code>’s “x”</p>"),
    ('<p>"<code>"x"</code>" and <kbd>\'</kbd></p>', '<p>“<code>"x"</code>” and <kbd>\'</kbd></p>'),
    ('<p>"<img alt="&quot;x&quot;">"</p>', '<p>“<img alt="&quot;x&quot;">”</p>'),
    ("<pre>'a'\n</pre>", "<pre>'a'\n</pre>"),
    # neither are addresses that are shown
    (
        '<p>"<a href="https://e.example/a--b">https://e.example/a--b</a>"</p>',
        '<p>“<a href="https://e.example/a--b">https://e.example/a--b</a>”</p>',
    ),
    ('<p><a href="//e.example/a--b">e.example/a--b</a></p>', '<p><a href="//e.example/a--b">e.example/a--b</a></p>'),
    ('<p><a href="/x/a--b">a--b</a></p>', '<p><a href="/x/a--b">a—b</a></p>'),
    # blocks are paragraphs of their own
    ('<p>"One</p><p>two"</p>', "<p>“One</p><p>two”</p>"),
    ('<ul><li>"one"</li><li>"two<br>"three""</li></ul>', "<ul><li>“one”</li><li>“two<br>“three””</li></ul>"),
    ("<table><tr><td>'a'</td><td>b's</td></tr></table>", "<td>‘a’</td><td>b’s</td>"),
    ("<figure><img><figcaption>It's</figcaption></figure>", "<figure><img><figcaption>It’s</figcaption></figure>"),
    ("<blockquote>'a<p>b's</p>c'</blockquote>", "<blockquote>‘a<p>b’s</p>c’</blockquote>"),
    ("'a' <b>b</b>'s", "‘a’ <b>b</b>’s"),
    # parts of another language, and parts to leave alone
    ('<p>"<span lang="de">ein "Wort"</span>"</p>', '<p>“<span lang="de">ein „Wort“</span>”</p>'),
    ('<p lang="fr">Le "mot" !</p>', '<p lang="fr">Le «\u202fmot\u202f»\u202f!</p>'),
    ('<p lang="fr">Oui !</p><p>Yes !</p>', '<p lang="fr">Oui\u202f!</p><p>Yes !</p>'),
    ('<p><i lang="la">vox</i>\'s <i lang="en">a\'s</i></p>', '<p><i lang="la">vox</i>’s <i lang="en">a’s</i></p>'),
    ('<p>"<span class="x left">a--b</span>"</p>', '<p>“<span class="x left">a--b</span>”</p>'),
    ("<div class=\"left\"><p>'a'</p></div><p>'b'</p>", "<div class=\"left\"><p>'a'</p></div><p>‘b’</p>"),
    # signs that two elements share stay as they are
    ("<p>a-<b>-</b>b, it's</p>", "<p>a-<b>-</b>b, it’s</p>"),
]


@pytest.mark.parametrize(("html", "expected"), TABLE)
def test_a_tree_is_set_in_place(html: str, expected: str) -> None:
    root = parse(html)

    set_paragraphs(root, "en", "default", ".left")

    assert expected in root.inner_html


def test_a_tree_may_be_deep() -> None:
    root = parse("<b>" * 500 + "it's" + "</b>" * 500)

    set_paragraphs(root, "en", "default", ".left")

    assert root.text == "it’s"
