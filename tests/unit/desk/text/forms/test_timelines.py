import pytest

from plugins.desk.text.forms.text_form import TextForm
from tests.unit.desk.conftest import TEXTS


def parts(text: str) -> tuple[str, ...]:
    (form,) = TEXTS.read(text).body.blocks
    assert isinstance(form, TextForm)
    return form.parts


@pytest.mark.parametrize(
    ("item", "date", "words"),
    [
        ("**2019** One.", "2019", "One."),
        ("**2019:** One.", "2019", "One."),
        ("**2019**: One *two*.", "2019", "One <em>two</em>."),
        ("**2019** – One.", "2019", "One."),
        ("March 2020: One: two.", "March 2020", "One: two."),
        ("14:30: One.", "14:30", "One."),
        ("**2019** One.\n>   {: #a }", "2019", '<div id="a">One.</div>'),
        ("2019年：一。", "2019年", "一。"),
        ("**مارس 2020** نص.", "مارس 2020", "نص."),
    ],
)
def test_a_step_begins_with_its_date(item: str, date: str, words: str) -> None:
    assert parts(f"> [!TIMELINE] A\n> - {item}") == ("", date, words, "")


def test_words_may_stand_before_and_after_the_steps() -> None:
    text = "> [!TIMELINE]\n> Before.\n>\n> 1. **2019** One.\n>\n> 2. **2020** Two.\n>\n>     Three.\n>\n> After."

    assert parts(text) == (
        *("<p>Before.</p>", "2019", "<p>One.</p>", "2020", "<p>Two.</p>\n<p>Three.</p>", "<p>After.</p>"),
    )


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        ("> [!TIMELINE]\n> - **2019** One.\n> - Two.", [("undated step", "Two.")]),
        ("> [!TIMELINE]\n> One.", [("no steps", "[!TIMELINE]")]),
        ("> [!TIMELINE]\n> - See https://a.example/: one.", [("undated step", "See https://a.example/: one.")]),
    ],
)
def test_a_timeline_without_dates_is_told(text: str, problems: list[tuple[str, str]]) -> None:
    assert [(problem.kind, problem.value) for problem, _ in TEXTS.read(text).problems] == problems
