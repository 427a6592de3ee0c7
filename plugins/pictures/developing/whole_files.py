"""Whole files: pictures with every pixel that their author saved, without metadata."""

from plugins.pictures.developing.encoding import encoded
from plugins.pictures.developing.ladder import TALLEST, WIDEST_WHOLE
from plugins.pictures.developing.recipe import LOSSLESS, TURNED
from plugins.pictures.developing.shown_part import ShownPart
from plugins.pictures.drawings.clean_svg import clean_svg
from plugins.pictures.picture_formats import PICTURE_SUFFIXES, open_picture
from plugins.pictures.strip import without_metadata
from plugins.pictures.upright import open_upright, stored_orientation
from plugins.pictures.values import WHOLE, Negative, Print

_LOSSLESS_PAYS = 4
"""Without loss, WebP makes of a drawing at best a fourth of its bytes in another format: of more, it is not tried."""

_SMALL = 20_000
"""Bytes of a file for which it is always tried, as it takes no time."""

_MOST_LOSSLESS = 10_000_000
"""Pixels of those files, by the memory that encoding takes, measured: below 400 MB."""

_OF_LINES = frozenset({"png", "gif", "webp"})
"""Formats of drawings and screenshots, which may have fewer bytes without loss than with it."""

_COLOURS_OF_JPEG = frozenset({"L", "RGB"})
"""Pillow's modes of the JPEGs that every browser shows alike: none for print."""


def handed_on(negative: Negative, data: bytes) -> tuple[Print, bytes]:
    """Return the author's file, of a picture that moves or is drawn in lines, or a part of it. Raises PictureError."""
    source, (_, _, across, down) = negative.source, negative.crop or WHOLE
    content = clean_svg(data, negative.crop) if source.format == "svg" else _cleaned(data, source.format)
    width, height = max(1, round(source.width * across / 100)), max(1, round(source.height * down / 100))
    name = f"{width}x{height}.{PICTURE_SUFFIXES[source.format][0]}"
    return Print(name, width, height, len(content)), content


def original_file(negative: Negative, data: bytes) -> tuple[Print, bytes]:
    """Return the author's file for those who want to have it, upright. Raises PictureError."""
    source, suffix = negative.source, PICTURE_SUFFIXES[negative.source.format][0]
    if source.format in ("svg", "gif") or source.is_animated or stored_orientation(data) == 1:
        content = _cleaned(data, source.format)
    else:
        suffix = "webp" if source.has_alpha else "jpg"
        content = encoded(open_upright(data), suffix, LOSSLESS if source.has_alpha else TURNED)
    return Print(f"original.{suffix}", source.width, source.height, len(content)), content


class WholeFiles:
    """Files with every pixel of the part of a picture that is shown, where there are any; `contents` by name."""

    def __init__(self, negative: Negative, data: bytes, part: ShownPart) -> None:
        self._negative = negative
        self._data = data
        self._part = part
        self.contents: dict[str, bytes] = {}

    def as_saved(self) -> Print | None:
        """Return the author's file without metadata; None where that is not what pages are to show."""
        picture_format = self._negative.source.format
        is_shown = not self._negative.crop and self._part.width <= WIDEST_WHOLE
        if not is_shown or not _is_as_browsers_show_it(self._data, picture_format):
            return None
        return self._add(PICTURE_SUFFIXES[picture_format][0], _cleaned(self._data, picture_format))

    def without_loss(self, most: int, author_file: Print | None) -> Print | None:
        """Return the smaller one of the author's file and one made anew, which is tried if it may have `most` bytes."""
        is_of_lines = self._negative.source.format in _OF_LINES and len(self._data) < max(most * _LOSSLESS_PAYS, _SMALL)
        width, height = self._part.width, self._part.height
        can_be_encoded = width <= WIDEST_WHOLE and height <= TALLEST and width * height <= _MOST_LOSSLESS
        if not is_of_lines or not can_be_encoded or (author_file and author_file.name.endswith(".webp")):
            return author_file
        pixels = self._part.as_it_is()
        made = self._add("webp", encoded(pixels, "webp", LOSSLESS)) if pixels else None
        found = [each for each in (author_file, made) if each]
        return min(found, key=lambda each: each.bytes, default=None)

    def _add(self, suffix: str, content: bytes) -> Print:
        name = f"{self._part.width}x{self._part.height}.{suffix}"
        self.contents[name] = content
        return Print(name, self._part.width, self._part.height, len(content))


def _cleaned(data: bytes, picture_format: str) -> bytes:
    """Return a file without its metadata, and an SVG without all that does more than draw."""
    return clean_svg(data) if picture_format == "svg" else without_metadata(data, picture_format)


def _is_as_browsers_show_it(data: bytes, picture_format: str) -> bool:
    """Tell whether a file without its metadata looks as it does with it, in every browser."""
    return stored_orientation(data) == 1 and (picture_format != "jpeg" or open_picture(data).mode in _COLOURS_OF_JPEG)
