"""Boxes of texts as plain HTML."""

from collections.abc import Callable, Mapping
from typing import Any

from markupsafe import Markup

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
from plugins.newsroom.markup import Html


def lines(*html: Html | str) -> Html:
    """Return pieces of HTML one a line, without the empty ones."""
    return Markup("\n").join(line for line in html if line)


def _aside(*html: Html | str) -> Html:
    return lines(Markup("<aside>"), *html, Markup("</aside>"))


def _heading(*words: Html | str) -> Html:
    heading = Markup(": ").join(filter(None, words))
    return Markup("<p><strong>{}</strong></p>").format(heading) if heading else Markup()


def _box(box: TextBox) -> Html:
    return _aside(_heading(box.label, box.title_html), box.html)


def _pull_quote(quote: PullQuote) -> Html:
    if quote.repeats_text:
        return Markup()
    said = Markup("<p>{}</p>").format(quote.attribution_html) if quote.attribution_html else ""
    return lines(Markup("<blockquote>"), quote.html, said, Markup("</blockquote>"))


def _timeline(timeline: Timeline) -> Html:
    steps = [Markup("<ol>"), *map(_step, timeline.steps), Markup("</ol>")] if timeline.steps else []
    return _aside(_heading(timeline.title_html), timeline.before_html, *steps, timeline.after_html)


def _step(step: TimelineStep) -> Html:
    date = Markup("<strong>{}</strong> ").format(step.date_html) if step.date_html else ""
    return Markup("<li>{}{}</li>").format(date, step.html)


def _big_number(number: BigNumber) -> Html:
    return _aside(_heading(number.value_html), number.html)


def _interview(interview: Interview) -> Html:
    turns = [line for turn in interview.turns for line in _turn(turn)]
    return lines(
        Markup("<section>"), _heading(interview.title_html), interview.before_html, *turns, Markup("</section>")
    )


def _turn(turn: Turn) -> tuple[Html, Html]:
    """Return the speaker and the words of a turn."""
    speaker = Markup("<p><strong>{}:</strong></p>").format(turn.speaker_html) if turn.speaker_html else Markup()
    return speaker, turn.html


def _update_note(note: UpdateNote) -> Html:
    return _aside(_heading(note.label, note.date.date if note.date else "", note.title_html), note.html)


PLAIN_BOXES: Mapping[type, Callable[[Any], Html]] = {
    TextBox: _box,
    PullQuote: _pull_quote,
    Timeline: _timeline,
    BigNumber: _big_number,
    Interview: _interview,
    UpdateNote: _update_note,
}
"""Functions by the class of a box."""
