from plugins.desk.text.findings import TextReference
from plugins.desk.text.forms.form_context import FormContext, is_blank
from plugins.desk.text.inspection import inspect
from plugins.desk.text.tree import Element, Text, new_element
from plugins.desk.text.typography import AS_WRITTEN


def context(html: str) -> FormContext:
    return FormContext(inspect(html), AS_WRITTEN, "en")


def test_html_of_an_element_is_with_or_without_its_tag() -> None:
    known = context("<p> a <b>b</b> &amp; c </p>")
    (paragraph,) = known.found.root.children

    assert isinstance(paragraph, Element)
    assert known.html(paragraph) == "<p> a <b>b</b> &amp; c </p>"
    assert known.inner_html(paragraph.children) == "a <b>b</b> &amp; c"


def test_the_reference_of_an_element_is_found() -> None:
    known = context('<p><a href="a.md">a</a> <a href="b.md">b</a></p>')
    links = known.found.root.select("a")

    found = [reference.target for link in links if isinstance(reference := known.reference(link), TextReference)]

    assert found == ["a.md", "b.md"]
    assert known.reference(known.found.root) is None


def test_the_words_of_a_text_have_one_space_between_them() -> None:
    assert context("<p>a\n b</p>\n<p>c</p>").words == "a b c"


def test_space_alone_is_blank() -> None:
    assert [is_blank(Text(" \n")), is_blank(Text("a")), is_blank(new_element("p"))] == [True, False, False]
