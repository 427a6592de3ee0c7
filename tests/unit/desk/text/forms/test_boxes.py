import pytest

from plugins.desk.text.forms.text_form import TextForm
from tests.unit.desk.conftest import TEXTS


def forms(text: str) -> list[TextForm]:
    return [block for block in TEXTS.read(text).body.blocks if isinstance(block, TextForm)]


@pytest.mark.parametrize(
    "text",
    [
        "> [!FACTS] In *numbers*\n> - One\n> - Two",
        "> [!facts] In *numbers*\n>\n> - One\n> - Two",
        "> [!FACTS]: In *numbers*\n> - One\n> - Two",
        "> [!FACTS]- In *numbers*\n> - One\n> - Two",
    ],
)
def test_a_quotation_that_begins_with_a_mark_is_a_box(text: str) -> None:
    (form,) = forms(text)

    assert (form.form, form.title) == ("facts", "In <em>numbers</em>")
    assert form.parts == ("<ul>\n<li>One</li>\n<li>Two</li>\n</ul>",)


def test_the_words_of_a_box_are_words_of_the_text() -> None:
    reading = TEXTS.read("One.\n\n> [!NOTE] Two three\n> four")

    assert (reading.words, reading.body.words) == ("One. Two three four", 4)
    assert list(reading.problems) == []
