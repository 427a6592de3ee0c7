"""Galleries as they are written."""

import pytest

from plugins.desk.text.forms.text_form import TextForm
from tests.unit.desk.conftest import TEXTS

TWO = '![A street](a.jpg "At *noon* | Ana Lim")\n![Somebody](b.jpg)'


def gallery(text: str) -> TextForm:
    (form,) = TEXTS.read(text).body.blocks
    assert isinstance(form, TextForm)
    return form


@pytest.mark.parametrize("text", [TWO, TWO.replace("\n", " "), TWO.replace("\n", "  \n"), f"{TWO}\n"])
def test_pictures_of_one_paragraph_are_a_gallery(text: str) -> None:
    form = gallery(text)

    assert (form.form, form.title) == ("gallery", "")
    assert form.parts == ('At *noon* <span class="credit">Ana Lim</span>', "")
    assert [each for each in form.options if each[0] != "class"] == [
        ("picture", "a.jpg"),
        ("alt", "A street"),
        ("picture", "b.jpg"),
        ("alt", "Somebody"),
    ]


def test_emphasised_words_below_are_the_caption_of_all() -> None:
    form = gallery(f"{TWO}\n*All of **them***")

    assert form.title == "All of <strong>them</strong>"
    assert len(form.parts) == 2


def test_its_words_are_words_of_the_text() -> None:
    assert TEXTS.read(f"{TWO}\n*All of them*").words == "All of them At *noon* Ana Lim"


def test_an_id_of_the_author_is_kept() -> None:
    assert gallery(f"{TWO}\n{{: #stalls }}").option("id") == "stalls"


@pytest.mark.parametrize(
    "text",
    [
        "![A](a.jpg)",
        "![A](a.jpg)\n\n![B](b.jpg)",
        f"- {TWO}",
        f"> {TWO}",
        f"{TWO} and words",
        '<div class="gallery">A</div>',
    ],
)
def test_other_pictures_are_none(text: str) -> None:
    assert not any(isinstance(block, TextForm) for block in TEXTS.read(text).body.blocks)


def test_a_size_of_a_picture_is_told() -> None:
    problems = TEXTS.read("![A](a.jpg){: width=300 }\n![B](b.jpg)").problems

    assert [(problem.kind, problem.value) for problem, _ in problems] == [("gallery size", "300")]
