import pytest

from plugins.desk.text.balance import check_balance, escape_slashes
from plugins.desk.text.findings import Inspection
from plugins.desk.text.tree import parse


def checked(html: str) -> Inspection:
    return check_balance(html, Inspection(parse(html)))


@pytest.mark.parametrize(
    ("html", "shown"),
    [
        ("<p>The <title> of</p><p>a page</p>", "<p>The &lt;title&gt; of</p><p>a page</p>"),
        ("<p>A <textarea name=a>b</p>", "<p>A &lt;textarea name=a&gt;b</p>"),
        ("<p>A <plaintext>b</p>", "<p>A &lt;plaintext&gt;b</p>"),
        ("<p>List<T> and <foo-bar/></p>", "<p>List&lt;T&gt; and &lt;foo-bar/&gt;</p>"),
        ("<p>The <html> and <BODY onload=a> tags</p>", "<p>The &lt;html&gt; and &lt;BODY onload=a&gt; tags</p>"),
        ("<p>A <script> tag</p><p>b</p>", "<p>A &lt;script&gt; tag</p><p>b</p>"),
        ("<p>An <svg> tag</p><p>b</p>", "<p>An &lt;svg&gt; tag</p><p>b</p>"),
        ("<p><title>a <xmp>b</p>", "<p>&lt;title&gt;a &lt;xmp&gt;b</p>"),
        ('<p>a</p><b title="c <i>d</i>', '<p>a</p>&lt;b title="c <i>d</i>'),
        ("<p>a</p><b <i <u", "<p>a</p>&lt;b &lt;i &lt;u"),
        (
            "<p>a</p><svg><style><!--</style></svg><p>b</p>",
            "<p>a</p>&lt;svg&gt;&lt;style&gt;<!--&lt;/style>&lt;/svg><p>b</p>-->",
        ),
    ],
)
def test_tags_that_swallow_the_page_and_those_that_are_none_are_words(html: str, shown: str) -> None:
    assert checked(html).root.inner_html == shown


@pytest.mark.parametrize(
    ("html", "shown"),
    [
        ("<p>a <b>b</p><p>c</p>", "<p>a <b>b</b></p><p>c</p>"),
        ("<p>a <a href=b>c</p><ul><li>d</li></ul>", '<p>a <a href="b">c</a></p><ul><li>d</li></ul>'),
    ],
)
def test_what_nothing_closes_ends_with_its_block(html: str, shown: str) -> None:
    assert checked(html).root.inner_html == shown


@pytest.mark.parametrize(
    ("html", "problems"),
    [
        ("<p>a</div></article></p>", [("stray end", "div"), ("stray end", "article")]),
        ("<ul><li><p><div>a</div></p></li></ul>", []),
        ("<td>a", [("stray part", "td")]),
        ("<table><tr><td>a</table>", []),
        ("<p>a<br>b", []),
        ("a<b\nc", [("unfinished tag", "<b")]),
        ("a<!-- b\nc", [("unended comment", "<!-- b")]),
        ("<p>a<t<b>c</b></p>", [("unknown tag", "t")]),
        ("a<?b c?><!d>", [("instruction", "<?b c?>"), ("instruction", "<!d>")]),
    ],
)
def test_ends_and_parts_without_a_counterpart_are_told(html: str, problems: list[tuple[str, str]]) -> None:
    assert [(problem.kind, problem.value) for problem in checked(html).problems] == problems


def test_a_slash_that_ends_no_tag_is_words() -> None:
    assert escape_slashes("a </ b </1> </> </p>") == "a &lt;/ b &lt;/1> &lt;/> </p>"
