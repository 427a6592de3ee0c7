import pytest

from plugins.desk.text.forms.text_form import TextForm
from tests.unit.desk.conftest import TEXTS

_VIDEO = "https://www.youtube.com/watch?v=dQw4w9WgXcQ"


def forms(text: str) -> list[TextForm]:
    return [block for block in TEXTS.read(text).body.blocks if isinstance(block, TextForm)]


@pytest.mark.parametrize(
    "text",
    [
        "https://youtu.be/dQw4w9WgXcQ",
        "<https://youtu.be/dQw4w9WgXcQ>",
        "[https://youtu.be/dQw4w9WgXcQ](https://youtu.be/dQw4w9WgXcQ)",
        "[youtu.be/dQw4w9WgXcQ](https://youtu.be/dQw4w9WgXcQ)",
        '<iframe src="https://www.youtube.com/embed/dQw4w9WgXcQ"></iframe>',
        '<p><a href="https://youtu.be/dQw4w9WgXcQ">https://youtu.be/dQw4w9WgXcQ</a></p>',
    ],
)
def test_an_address_alone_in_a_paragraph_is_a_card_without_words(text: str) -> None:
    (form,) = forms(f"Before.\n\n{text}\n\nAfter.")

    assert form == TextForm(form="embed", target=_VIDEO, parts=("", ""))


def test_the_words_of_a_card_are_the_links_and_its_titles() -> None:
    (form,) = forms("[A *tour*](https://youtu.be/dQw4w9WgXcQ?t=90 \"Shelves, 'lit' <b> | all night | Ann Lee\")")

    assert (form.target, form.title) == (f"{_VIDEO}&t=90s", "A <em>tour</em>")
    assert form.parts == ("Shelves, ‘lit’ &lt;b&gt; | all&nbsp;night", "Ann&nbsp;Lee")


def test_a_picture_in_the_place_of_the_words_is_that_of_the_card() -> None:
    (form,) = forms("[![The shop](shop.webp)](https://vimeo.com/76979871)")

    assert (form.title, form.option("picture")) == ("The&nbsp;shop", "shop.webp")


@pytest.mark.parametrize(
    "text",
    [
        "See https://youtu.be/dQw4w9WgXcQ",
        "https://youtu.be/dQw4w9WgXcQ.",
        "https://youtu.be/dQw4w9WgXcQ\nhttps://vimeo.com/76979871",
        "- https://youtu.be/dQw4w9WgXcQ",
        "> https://youtu.be/dQw4w9WgXcQ",
        "| a |\n|---|\n| https://youtu.be/dQw4w9WgXcQ |",
        "[A tour](https://youtu.be/dQw4w9WgXcQ){: .link }",
        "https://youtu.be/dQw4w9WgXcQ\n{: .link }",
        "`https://youtu.be/dQw4w9WgXcQ`",
        "https://example.com/watch?v=dQw4w9WgXcQ",
        "https://www.youtube.com/@channel",
        "ann@example.com",
        "![Alone](shop.webp)",
    ],
)
def test_other_paragraphs_stay_as_they_are(text: str) -> None:
    assert forms(text) == []


def test_a_short_address_stays_a_link_and_is_told() -> None:
    reading = TEXTS.read("One.\n\nhttps://vm.tiktok.com/ZMabc/\n\n[Words](https://vm.tiktok.com/ZMabc/)")

    assert [(problem.kind, problem.value) for problem, _ in reading.problems] == [("short embed", "TikTok")]
    assert [reading.source.count("\n", 0, offset) for _, offset in reading.problems] == [2]


def test_the_words_of_a_card_are_words_of_the_text() -> None:
    reading = TEXTS.read('One.\n\n[Two](https://vimeo.com/76979871 "three four | five")')

    assert reading.words == "One. Two three four five"
