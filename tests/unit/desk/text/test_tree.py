import pytest

from plugins.desk.text.tree import (
    count_tags,
    elements,
    ends_in_text,
    is_closed,
    is_html,
    is_in_link,
    new_element,
    parse,
    starts_tag,
)


def test_a_fragment_is_read_as_browsers_read_it() -> None:
    root = parse("<p>a<b>b</p>c<table><tr><td>d</table><svg><g/></svg>")

    assert root.inner_html == (
        "<p>a<b>b</b></p><b>c<table><tbody><tr><td>d</td></tr></tbody></table><svg><g></g></svg></b>"
    )
    assert [(each.tag, starts_tag(each), is_closed(each), is_html(each)) for each in elements(root)] == [
        ("p", True, True, True),
        ("b", True, False, True),
        ("b", False, False, True),
        ("table", True, True, True),
        ("tbody", False, False, True),
        ("tr", True, False, True),
        ("td", True, False, True),
        ("svg", True, True, False),
        ("g", True, False, False),
    ]


def test_tags_are_counted_by_name() -> None:
    count = count_tags("<P>a<br>b</p></div><!-- <i> --><p>")

    assert (count.starts, count.ends) == ({"p": 2, "br": 1}, {"p": 1, "div": 1})


def test_what_browsers_show_nothing_of_is_told() -> None:
    count = count_tags('&amp;<?a b?><!DOCTYPE html></ c><!-- d --><p title="e <i>')

    assert (count.instructions, count.open_comment, count.unfinished) == (
        ["<?a b?>", "<!DOCTYPE html>", "</ c>"],
        "",
        '<p title="e <i>',
    )
    assert count_tags("a <!-- b <i>").open_comment == "<!-- b <i>"


@pytest.mark.parametrize(
    ("html", "is_text"),
    [("a<b>c", True), ("<svg><a/></svg>", True), ("<p title='a", False), ("<!-- a", False)],
)
def test_the_end_is_text_unless_something_goes_on(html: str, is_text: bool) -> None:
    assert ends_in_text(html) is is_text


def test_an_element_is_made_of_attributes_and_children() -> None:
    assert new_element("a", {"href": "/b&c"}, "d < e", new_element("br")).html == '<a href="/b&amp;c">d &lt; e<br></a>'


def test_a_node_in_a_link_is_known_however_deep() -> None:
    root = parse("<a href=b><i>c</i></a><i>d</i>")

    assert [is_in_link(each) for each in elements(root)] == [False, True, False]


@pytest.mark.parametrize(
    "reference", ["&#2;", "&#x1f;", "&#12", "&#xFFFE;", "&#65535;", "&#xfdd0;", "&#064976;", "&#x000B;"]
)
def test_a_reference_to_no_character_becomes_a_sign_that_feeds_can_hold(reference: str) -> None:
    assert parse(f"<p>a{reference}</p>").text == "a\ufffd"


@pytest.mark.parametrize(("reference", "character"), [("&#9;", "\t"), ("&#32;", " "), ("&#x20;", " "), ("&#233;", "é")])
def test_a_reference_to_a_character_stays(reference: str, character: str) -> None:
    assert parse(f"<p>a{reference}</p>").text == f"a{character}"
