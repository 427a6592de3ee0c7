from typing import Any

import pytest

from plugins.newsroom.forms.form_parts import (
    BigNumber,
    Interview,
    PullQuote,
    TextBox,
    Timeline,
    TimelineStep,
    Turn,
    UpdateNote,
)
from tests.unit.desk.conftest import Load, article


def filled(load_content: Load, text: str) -> Any:
    (part,) = load_content({"articles/one.md": article(body=text)}).body("one").blocks
    return part


def test_a_box_is_filled_in_with_its_links_and_its_label(load_content: Load) -> None:
    box = filled(load_content, "> [!WARNING] A *b*\n> [One](one.md).")

    assert box == TextBox(
        look="warning",
        label="Warning",
        title_html="A <em>b</em>",  # type: ignore[arg-type]  # equal to markup
        name="Warning: A b",
        html='<p><a href="/2023/11/one/">One</a>.</p>',  # type: ignore[arg-type]  # as above
    )


@pytest.mark.parametrize(("title", "label", "name"), [("A", "", "A"), ("", "Facts", "Facts")])
def test_the_title_of_facts_stands_in_the_place_of_their_label(
    load_content: Load, title: str, label: str, name: str
) -> None:
    box = filled(load_content, f"> [!FACTS] {title}\n> B.")

    assert (box.label, box.name) == (label, name)


def test_a_pull_quote_has_its_name(load_content: Load) -> None:
    quote = filled(load_content, "> [!PULL] A.\n> — [B](one.md)")

    assert isinstance(quote, PullQuote)
    assert (quote.html, quote.repeats_text) == ("<p>A.</p>", False)
    assert quote.attribution_html == '— <a href="/2023/11/one/">B</a>'


def test_a_timeline_has_its_steps_and_a_title(load_content: Load) -> None:
    timeline = filled(load_content, "> [!TIMELINE]\n> - **2019** [A](one.md)\n> - **2020** B")

    assert isinstance(timeline, Timeline)
    assert (timeline.title_html, timeline.name) == ("Timeline", "Timeline")
    assert [(step.date_html, step.html) for step in timeline.steps] == [
        ("2019", '<a href="/2023/11/one/">A</a>'),
        ("2020", "B"),
    ]
    assert isinstance(timeline.steps[0], TimelineStep)


def test_a_number_has_words(load_content: Load) -> None:
    number = filled(load_content, "> [!NUMBER] 42 %\n> of all.")

    assert isinstance(number, BigNumber)
    assert (number.value_html, number.html) == ("42 %", "<p>of all.</p>")


def test_an_interview_has_turns(load_content: Load) -> None:
    interview = filled(load_content, "> [!QA] A *b*\n> **Q:** Why?\n>\n> **A:** So.")

    assert isinstance(interview, Interview)
    assert (interview.title_html, interview.name) == ("A <em>b</em>", "A b")
    assert [(turn.speaker_html, turn.html, turn.is_question) for turn in interview.turns] == [
        ("Q", "<p>Why?</p>", True),
        ("A", "<p>So.</p>", False),
    ]
    assert isinstance(interview.turns[0], Turn)


def test_an_update_says_its_day_in_words_and_no_time(load_content: Load) -> None:
    note = filled(load_content, "> [!UPDATE] 2023-11-20\n> A.")

    assert isinstance(note, UpdateNote)
    assert (note.label, note.html) == ("Update", "<p>A.</p>")
    assert note.date is not None
    assert (note.date.iso, note.date.date) == ("2023-11-20", "20 November 2023")


@pytest.mark.parametrize("mark", ["PULL", "FACTS", "TIMELINE", "NUMBER", "QA", "UPDATE"])
def test_an_empty_box_is_not_shown(load_content: Load, mark: str) -> None:
    loaded = load_content({"articles/one.md": article(body=f"A.\n\n> [!{mark}]")})

    assert loaded.body("one").blocks == ("<p>A.</p>",)
