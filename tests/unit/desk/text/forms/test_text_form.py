from markupsafe import Markup

from plugins.desk.text.forms.text_form import TextForm, block_html

FORM = TextForm(form="x", title=Markup("A"), parts=(Markup("<p>b</p>"), Markup("<p>c</p>")), options=(("d", "e"),))


def test_all_html_of_a_form_is_that_of_its_title_and_its_parts() -> None:
    assert block_html(FORM) == "A\n<p>b</p>\n<p>c</p>"
    assert block_html(Markup("<p>a</p>")) == "<p>a</p>"


def test_an_option_is_found_by_its_name() -> None:
    assert (FORM.option("d"), FORM.option("x")) == ("e", "")
