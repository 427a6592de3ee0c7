"""Forms of texts as plain HTML, without classes and scripts: for feeds, introductions and whatever has no theme."""

from collections.abc import Callable, Iterable, Mapping
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import unquote

from markupsafe import Markup

from plugins.newsroom.forms.form_parts import DataTable, EmbedCard, FormPart, Gallery, GalleryPicture, TableCell
from plugins.newsroom.forms.media_parts import Player
from plugins.newsroom.forms.plain_boxes import PLAIN_BOXES, lines
from plugins.newsroom.markup import Html


def plain_blocks(blocks: Iterable[Html | FormPart]) -> Html:
    """Return the blocks of a text as HTML."""
    html = (block if isinstance(block, Markup) else plain_form(block) for block in blocks)
    return Markup("\n").join(block for block in html if block)


def plain_form(part: FormPart) -> Html:
    """Return a form as HTML; nothing for one that only repeats words of the text."""
    return _PLAIN[type(part)](part)


def _gallery(gallery: Gallery) -> Html:
    below = Markup("<p><em>{}</em></p>").format(gallery.caption_html) if gallery.caption_html else ""
    pictures = (picture for row in gallery.rows for group in row for picture in group)
    return lines(gallery.anchor_html, *map(_figure, pictures), below)


def _figure(item: GalleryPicture) -> Html:
    picture = item.picture
    width = picture.older[-1].width if picture.older else picture.width  # of the file, which may be a smaller one
    height = max(1, round(picture.height * width / picture.width))
    image = Markup('<img src="{}" width="{}" height="{}" alt="{}" loading="lazy">').format(
        picture.url, width, height, picture.alt
    )
    caption = Markup("<figcaption>{}</figcaption>").format(item.caption_html) if item.caption_html else Markup()
    return Markup("<figure>{}{}</figure>").format(image, caption)


def _data_table(table: DataTable) -> Html:
    """Return a table with all rows that pages show, and the file; of a chart the name of its numbers."""
    head = Markup().join(Markup('<th scope="col">{}</th>').format(column.name) for column in table.columns)
    name = Markup(" · ").join(filter(None, (table.name_html, table.chart.subtitle if table.chart else "")))
    return lines(
        table.anchor_html,
        Markup("<table><caption>{}</caption>").format(name),
        Markup("<thead><tr>{}</tr></thead><tbody>").format(head),
        *map(_row, table.rows),
        Markup("</tbody></table>"),
        *(Markup("<p>{}</p>").format(note) for note in (*table.notes, table.left_out) if note),
        Markup('<p><a href="{}">{}</a></p>').format(table.file_url, table.file_words),
    )


def _row(row: tuple[TableCell, ...]) -> Html:
    first, *others = row
    name = Markup('<th scope="row">{}</th>').format(first.text)
    return Markup("<tr>{}{}</tr>").format(
        name, Markup().join(Markup("<td>{}</td>").format(each.text) for each in others)
    )


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


def _player(player: Player) -> Html:
    """Return a link in the place of a player, under its poster, and one to its transcript by the name of that file."""
    facts = ", ".join(filter(None, (player.facts, player.duration)))
    parts = [Markup('<p><a href="{}">{}</a> ({})</p>').format(player.url, player.title_html or player.name, facts)]
    if (poster := player.poster) and (file := player.poster_file):
        height = max(1, round(poster.height * file.width / poster.width))
        image = Markup('<img src="{}" width="{}" height="{}" alt="{}">').format(
            file.url, file.width, height, player.name
        )
        parts.insert(0, Markup('<p><a href="{}">{}</a></p>').format(player.url, image))
    if words := Markup(" ").join(filter(None, (player.caption_html, player.credit_html))):
        parts.append(Markup("<p>{}</p>").format(words))
    if player.transcript_url and not player.transcript_url.startswith("#"):  # else it stands in the text
        name = unquote(PurePosixPath(player.transcript_url).name)
        parts.append(Markup('<p><a href="{}">{}</a></p>').format(player.transcript_url, name))
    return lines(player.anchor_html, *parts)


_PLAIN: Mapping[type, Callable[[Any], Html]] = {
    **PLAIN_BOXES,
    DataTable: _data_table,
    EmbedCard: _embed,
    Player: _player,
    Gallery: _gallery,
}
