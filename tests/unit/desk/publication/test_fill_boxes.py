from plugins.newsroom.forms.form_parts import TextBox
from tests.unit.desk.conftest import Load, article


def test_a_box_is_filled_in_with_its_links_and_its_label(load_content: Load) -> None:
    loaded = load_content({"articles/one.md": article(body="> [!WARNING] A *b*\n> [One](one.md).")})

    (box,) = loaded.body("one").blocks

    assert isinstance(box, TextBox)
    assert (box.look, box.label, box.title_html, box.name) == ("warning", "Warning", "A <em>b</em>", "Warning: A b")
    assert box.html == '<p><a href="/2023/11/one/">One</a>.</p>'


def test_the_title_of_facts_stands_in_the_place_of_their_label(load_content: Load) -> None:
    loaded = load_content({"articles/one.md": article(body="> [!FACTS] A\n> B.\n\n> [!FACTS]\n> B.")})

    assert [(box.label, box.name) for box in loaded.body("one").blocks if isinstance(box, TextBox)] == [
        ("", "A"),
        ("Facts", "Facts"),
    ]
