import pytest
from markupsafe import Markup

from plugins.newsroom.forms.form_parts import (
    BigNumber,
    FormPart,
    Interview,
    PullQuote,
    TextBox,
    Timeline,
    TimelineStep,
    Turn,
    UpdateNote,
)
from plugins.newsroom.forms.plain_boxes import PLAIN_BOXES, lines
from plugins.newsroom.moments import Moment

ONE, TWO, NONE = Markup("<p>One.</p>"), Markup("<p>Two.</p>"), Markup()
DAY = Moment(iso="2023-11-20", date="20 November 2023", short_date="", time="", zone="")


def box(label: str = "", title: str = "", name: str = "") -> TextBox:
    return TextBox(look="note", label=label, title_html=Markup(title), name=name, html=ONE)


def quote(name: str = "", *, repeats_text: bool = False) -> PullQuote:
    return PullQuote(html=ONE, attribution_html=Markup(name), repeats_text=repeats_text)


@pytest.mark.parametrize(
    ("part", "lines"),
    [
        (box("Note", "A <em>b</em>"), ("<aside>", "<p><strong>Note: A <em>b</em></strong></p>", ONE, "</aside>")),
        (box(), ("<aside>", ONE, "</aside>")),
        (quote("— Ana"), ("<blockquote>", ONE, "<p>— Ana</p>", "</blockquote>")),
        (quote(repeats_text=True), ()),
        (
            Timeline(
                title_html=Markup("A"),
                name="A",
                before_html=TWO,
                steps=(
                    TimelineStep(date_html=Markup("2019"), html=ONE),
                    TimelineStep(date_html=NONE, html=TWO),
                ),
                after_html=NONE,
            ),
            (
                *("<aside>", "<p><strong>A</strong></p>", TWO, "<ol>"),
                *(f"<li><strong>2019</strong> {ONE}</li>", f"<li>{TWO}</li>", "</ol>", "</aside>"),
            ),
        ),
        (
            BigNumber(value_html=Markup("42 %"), html=ONE),
            ("<aside>", "<p><strong>42 %</strong></p>", ONE, "</aside>"),
        ),
        (
            Interview(
                title_html=NONE,
                name="",
                before_html=NONE,
                turns=(
                    Turn(speaker_html=Markup("Q"), html=ONE, is_question=True),
                    Turn(speaker_html=NONE, html=ONE, is_question=True),
                    Turn(speaker_html=NONE, html=TWO, is_question=False),
                ),
            ),
            ("<section>", "<p><strong>Q:</strong></p>", ONE, ONE, TWO, "</section>"),
        ),
        (
            UpdateNote(label="Update", date=DAY, title_html=NONE, html=ONE),
            ("<aside>", "<p><strong>Update: 20 November 2023</strong></p>", ONE, "</aside>"),
        ),
    ],
)
def test_a_box_is_html_without_classes(part: FormPart, lines: tuple[str, ...]) -> None:
    assert PLAIN_BOXES[type(part)](part) == "\n".join(lines)


def test_pieces_stand_one_a_line() -> None:
    assert lines(Markup("a"), "", Markup("<b>")) == "a\n<b>"
