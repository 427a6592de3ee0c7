"""Galleries of texts as parts of pages."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TypeVar

from markupsafe import Markup

from plugins.desk.publication.gallery_rows import PHONE_ROW, fits, row_lengths, shape_of
from plugins.desk.publication.linker import Linker
from plugins.desk.text.forms.text_form import TextForm
from plugins.newsroom.forms.form_parts import Gallery, GalleryPicture
from plugins.newsroom.forms.shown_picture import Picture
from plugins.newsroom.markup import Html

Item = TypeVar("Item")


def fill_gallery(form: TextForm, linker: Linker) -> Gallery | None:
    """Return the gallery with the pictures that there are; None if there is none."""
    targets = [value for name, value in form.options if name == "picture"]
    alts = [value for name, value in form.options if name == "alt"]
    shown = [
        (replace(picture, alt=alt), linker.text(caption))
        for target, alt, caption in zip(targets, alts, form.parts, strict=True)
        if (picture := linker.picture(target))
    ]
    rows = tuple(tuple(_items(row)) for row in _cut(shown, row_lengths(_shapes(shown))))
    anchor = Markup('<span id="{}"></span>').format(name) if (name := form.option("id")) else Markup()
    return Gallery(rows=rows, caption_html=linker.text(form.title), anchor_html=anchor) if shown else None


def _items(row: Sequence[tuple[Picture, Html]]) -> Iterator[tuple[GalleryPicture, ...]]:
    """Yield the pictures of a row in those that stand side by side on a phone."""
    width = sum(_shapes(row))
    for half in _cut(row, row_lengths(_shapes(row), PHONE_ROW)):
        half_width = sum(_shapes(half))
        yield tuple(
            GalleryPicture(
                picture=picture,
                caption_html=caption,
                shape=(shape := shape_of(picture.width, picture.height)),
                is_whole=not fits(picture.width, picture.height),
                share=round(shape / width, 3),
                phone_share=round(shape / half_width, 3),
            )
            for picture, caption in half
        )


def _shapes(pictures: Sequence[tuple[Picture, Html]]) -> list[int]:
    return [shape_of(picture.width, picture.height) for picture, _ in pictures]


def _cut(items: Sequence[Item], lengths: Sequence[int]) -> Iterator[Sequence[Item]]:
    start = 0
    for length in lengths:
        yield items[start : start + length]
        start += length
