"""Boxes of texts as parts of pages."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from typing import cast

from markupsafe import Markup

from plugins.desk.publication.linker import Linker
from plugins.desk.text.forms.text_form import QUESTION, TextForm
from plugins.newsroom.forms.form_parts import (
    BigNumber,
    BoxLook,
    FormPart,
    Interview,
    PullQuote,
    TextBox,
    Timeline,
    TimelineStep,
    Turn,
    UpdateNote,
)
from plugins.newsroom.markup import Html, without_tags
from plugins.newsroom.moments import Moment, moment
from plugins.newsroom.words.phrases import Words

_LABELS: Mapping[str, Callable[[Words], str]] = {
    "facts": lambda words: words.box_facts,
    "key": lambda words: words.box_key,
    "note": lambda words: words.box_note,
    "tip": lambda words: words.box_tip,
    "important": lambda words: words.box_important,
    "warning": lambda words: words.box_warning,
    "caution": lambda words: words.box_caution,
}
"""Phrases by the look of a box."""
_TITLE_SAYS_ALL = ("facts", "key")
"""Looks of boxes whose own title stands in the place of the label."""


def _fill_box(form: TextForm, linker: Linker) -> TextBox | None:
    if not form.parts:
        return None
    title = linker.text(form.title)
    has_label = not (title and form.form in _TITLE_SAYS_ALL)
    label = _LABELS[form.form](linker.words) if has_label else ""
    return TextBox(
        look=cast(BoxLook, form.form),
        label=label,
        title_html=title,
        name=": ".join(filter(None, (label, without_tags(title)))),
        html=_html(form, linker),
    )


def _fill_pull_quote(form: TextForm, linker: Linker) -> PullQuote | None:
    if not form.parts:
        return None
    words, attribution = map(linker.text, form.parts)
    return PullQuote(html=words, attribution_html=attribution, repeats_text=bool(form.option("repeats")))


def _fill_timeline(form: TextForm, linker: Linker) -> Timeline | None:
    if not form.parts:
        return None
    before, *steps, after = map(linker.text, form.parts)
    words = linker.words
    title = linker.text(form.title) or Markup.escape(words.box_timeline)
    return Timeline(
        title_html=title,
        name=without_tags(title),
        before_html=before,
        steps=tuple(TimelineStep(date_html=date, html=html) for date, html in _pairs(steps)),
        after_html=after,
    )


def _fill_big_number(form: TextForm, linker: Linker) -> BigNumber | None:
    value = linker.text(form.title)
    return BigNumber(value_html=value, html=_html(form, linker)) if value else None


def _fill_interview(form: TextForm, linker: Linker) -> Interview | None:
    if not form.parts:
        return None
    before, *turns = map(linker.text, form.parts)
    title = linker.text(form.title)
    return Interview(
        title_html=title,
        name=without_tags(title),
        before_html=before,
        turns=tuple(
            Turn(speaker_html=speaker, html=html, is_question=form.option(str(number)) == QUESTION)
            for number, (speaker, html) in enumerate(_pairs(turns), 1)
        ),
    )


def _fill_update_note(form: TextForm, linker: Linker) -> UpdateNote | None:
    day, words = form.option("date"), linker.words
    if not (form.parts or day):
        return None
    return UpdateNote(
        label=words.box_update,
        date=_day(day, words) if day else None,
        title_html=linker.text(form.title),
        html=_html(form, linker),
    )


def _day(written: str, words: Words) -> Moment:
    """Return a day without a time, as it is for readers everywhere."""
    return replace(moment(datetime.fromisoformat(written).replace(tzinfo=UTC), words), iso=written)


def _html(form: TextForm, linker: Linker) -> Html:
    return Markup("\n").join(map(linker.text, form.parts))


def _pairs(parts: list[Html]) -> list[tuple[Html, Html]]:
    return list(zip(parts[::2], parts[1::2], strict=True))


BOX_FILLERS: Mapping[str, Callable[[TextForm, Linker], FormPart | None]] = {
    **dict.fromkeys(_LABELS, _fill_box),
    "pull": _fill_pull_quote,
    "timeline": _fill_timeline,
    "number": _fill_big_number,
    "qa": _fill_interview,
    "update": _fill_update_note,
}
