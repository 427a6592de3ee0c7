import re

import pytest

from plugins.desk.text.forms.text_form import TextForm
from tests.unit.desk.conftest import TEXTS


def turns(text: str) -> list[tuple[str, str, str]]:
    (form,) = TEXTS.read(text).body.blocks
    assert isinstance(form, TextForm)
    _, *parts = form.parts
    kinds = [kind for _, kind in form.options]
    return list(zip(parts[::2], kinds, parts[1::2], strict=True))


@pytest.mark.parametrize(
    ("lines", "speakers"),
    [
        (("**Q:** Why?", "**A:** So."), ("Q", "A")),
        (("**Q**: Why?", "**A**: So."), ("Q", "A")),
        (("Q: Why?", "A: So."), ("Q", "A")),
        (("**Ana Lim:** Why?", "**Bo:** So."), ("Ana Lim", "Bo")),
        (("**Why?**", "So."), ("", "")),
        (("问：Why?", "答：So."), ("问", "答")),
    ],
)
def test_a_paragraph_begins_with_who_speaks(lines: tuple[str, str], speakers: tuple[str, str]) -> None:
    first, second = speakers

    assert turns(f"> [!QA] A\n> {lines[0]}\n>\n> {lines[1]}") == [
        (first, "question", "<p>Why?</p>" if first else "<p><strong>Why?</strong></p>"),
        (second, "answer", "<p>So.</p>"),
    ]


@pytest.mark.parametrize(
    ("lines", "speakers"),
    [
        ("> Q: Why?\n> A: So.", ["Q", "A"]),
        ("> **Ana Lim:** Why?\n> **Bo**: So.", ["Ana Lim", "Bo"]),
        ("> Q: Why?  \n> A: So.", ["Q", "A"]),
    ],
)
def test_each_line_may_begin_with_who_speaks(lines: str, speakers: list[str]) -> None:
    assert [(name, re.sub("<br>\n?", "", words)) for name, _, words in turns(f"> [!QA]\n{lines}")] == [
        (speakers[0], "<p>Why?</p>"),
        (speakers[1], "<p>So.</p>"),
    ]


def test_what_follows_goes_on_with_the_turn() -> None:
    text = "> [!QA]\n> **A:** One.\n>\n> Two.\n>\n> - three\n>\n> **Q:** Four?"

    assert [words for _, _, words in turns(text)] == [
        "<p>One.</p>\n<p>Two.</p>\n<ul>\n<li>three</li>\n</ul>",
        "<p>Four?</p>",
    ]


def test_letters_say_who_asks_and_otherwise_the_first_does() -> None:
    assert [kind for _, kind, _ in turns("> [!QA]\n> **A:** One.\n>\n> **Q:** Two?")] == ["answer", "question"]
    text = "> [!QA]\n> **Ana:** One?\n>\n> **Bo:** Two.\n>\n> **Cy:** Three.\n>\n> **Ana:** Four?"
    assert [kind for _, kind, _ in turns(text)] == ["question", "answer", "answer", "question"]


@pytest.mark.parametrize("text", ["> [!QA]\n> **Bold** words.", "> [!QA]\n> Words: more."])
def test_an_interview_without_speakers_is_told(text: str) -> None:
    reading = TEXTS.read(text)

    assert [(problem.kind, offset) for problem, offset in reading.problems] == [("no speakers", 2)]
