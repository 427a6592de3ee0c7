"""Forms of texts as plain HTML, without classes and scripts: for feeds, introductions and whatever has no theme."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from markupsafe import Markup

from plugins.newsroom.forms.form_parts import (
    BigNumber,
    EmbedCard,
    FormPart,
    Gallery,
    GalleryPicture,
    Interview,
    PullQuote,
    TextBox,
    Timeline,
    TimelineStep,
    Turn,
    UpdateNote,
)
from plugins.newsroom.markup import Html


def plain_blocks(blocks: Iterable[Html | FormPart]) -> Html:
    """Return the blocks of a text as HTML."""
    html = (block if isinstance(block, Markup) else plain_form(block) for block in blocks)
    return Markup("\n").join(block for block in html if block)


def plain_form(part: FormPart) -> Html:
    """Return a form as HTML; nothing for one that only repeats words of the text."""
    return _PLAIN[type(part)](part)


def _lines(*lines: Html | str) -> Html:
    return Markup("\n").join(line for line in lines if line)


def _aside(*lines: Html | str) -> Html:
    return _lines(Markup("<aside>"), *lines, Markup("</aside>"))


def _heading(*words: Html | str) -> Html:
    heading = Markup(": ").join(filter(None, words))
    return Markup("<p><strong>{}</strong></p>").format(heading) if heading else Markup()


def _box(box: TextBox) -> Html:
    return _aside(_heading(box.label, box.title_html), box.html)


def _pull_quote(quote: PullQuote) -> Html:
    if quote.repeats_text:
        return Markup()
    said = Markup("<p>{}</p>").format(quote.attribution_html) if quote.attribution_html else ""
    return _lines(Markup("<blockquote>"), quote.html, said, Markup("</blockquote>"))


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
    return _lines(
        Markup("<section>"), _heading(interview.title_html), interview.before_html, *turns, Markup("</section>")
    )


def _turn(turn: Turn) -> tuple[Html, Html]:
    """Return the speaker and the words of a turn; a question without a speaker is bold."""
    if turn.speaker_html or not turn.is_question:
        speaker = Markup("<p><strong>{}:</strong></p>").format(turn.speaker_html) if turn.speaker_html else Markup()
        return speaker, turn.html
    return Markup(), Markup("<strong>{}</strong>").format(turn.html)


def _update_note(note: UpdateNote) -> Html:
    return _aside(_heading(note.label, note.date.date if note.date else "", note.title_html), note.html)


def _gallery(gallery: Gallery) -> Html:
    below = Markup("<p><em>{}</em></p>").format(gallery.caption_html) if gallery.caption_html else ""
    pictures = (picture for row in gallery.rows for group in row for picture in group)
    return _lines(gallery.anchor_html, *map(_figure, pictures), below)


def _figure(item: GalleryPicture) -> Html:
    picture = item.picture
    width = picture.older[-1].width if picture.older else picture.width  # of the file, which may be a smaller one
    height = max(1, round(picture.height * width / picture.width))
    image = Markup('<img src="{}" width="{}" height="{}" alt="{}" loading="lazy">').format(
        picture.url, width, height, picture.alt
    )
    caption = Markup("<figcaption>{}</figcaption>").format(item.caption_html) if item.caption_html else Markup()
    return Markup("<figure>{}{}</figure>").format(image, caption)


def _embed(card: EmbedCard) -> Html:
    """Return a link; of a post its words as a quotation, and the link below them."""
    link = Markup('<p><a href="{}">{}</a>{}</p>').format(card.url, card.title_html, _behind(card))
    if not card.text_html:
        return link
    return Markup("<blockquote>\n<p>{}</p>\n</blockquote>\n{}").format(card.text_html, link)


def _behind(card: EmbedCard) -> Html:
    """Return site, author and day, as far as the title does not say them."""
    site = card.site if card.is_titled else ""
    return Markup("").join(Markup(" · {}").format(each) for each in (card.author_html, card.date, site) if each)


_PLAIN: Mapping[type, Callable[[Any], Html]] = {
    TextBox: _box,
    EmbedCard: _embed,
    Gallery: _gallery,
    PullQuote: _pull_quote,
    Timeline: _timeline,
    BigNumber: _big_number,
    Interview: _interview,
    UpdateNote: _update_note,
}
