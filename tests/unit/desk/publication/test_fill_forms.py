from plugins.newsroom.forms.form_parts import TextBox
from tests.unit.desk.conftest import Load, article


def test_forms_stand_where_they_do_in_the_text(load_content: Load) -> None:
    loaded = load_content({"articles/one.md": article(body="A.\n\n> [!NOTE]\n> B.\n\nC.")})

    before, box, after = loaded.body("one").blocks

    assert (before, isinstance(box, TextBox), after) == ("<p>A.</p>", True, "<p>C.</p>")


def test_the_dont_miss_line_stays_where_it_was_marked_when_a_form_has_nothing_to_show(load_content: Load) -> None:
    loaded = load_content({"articles/one.md": article(body="> [!NOTE]\n\nA.\n\n[dont-miss]\n\nB.")})

    body = loaded.body("one")

    assert (body.blocks, body.dont_miss_after) == (("<p>A.</p>", "<p>B.</p>"), 1)


def test_an_introduction_has_boxes_as_plain_html(load_content: Load) -> None:
    category = "---\nname: Media\norder: 2\ncolour: pink\nsummary: Platforms.\n---\nA.\n\n> [!NOTE]\n> B.\n"

    loaded = load_content({"categories/media.md": category})

    html = loaded.desk.categories[1].introduction_html
    assert html == "<p>A.</p>\n<aside>\n<p><strong>Note</strong></p>\n<p>B.</p>\n</aside>"
