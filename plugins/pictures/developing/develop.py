"""Development of pictures: the files that readers get, made from the content of an author's file.

content ─▶ decoded once, no larger than needed ─▶ the part to show ─▶ widest rung ─▶ the next one ─▶ … ─▶ encoded
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from plugins.pictures.developing.encoding import encoded, rung_bytes
from plugins.pictures.developing.ladder import (
    RATIO_WIDTH,
    RATIOS,
    WORTH,
    modern_ladder,
    older_ladder,
    older_widths,
    rung_height,
    rung_widths,
)
from plugins.pictures.developing.recipe import JPEG, is_handed_on, picture_key
from plugins.pictures.developing.shown_part import ShownPart, open_part
from plugins.pictures.developing.whole_files import WholeFiles, handed_on, original_file
from plugins.pictures.upright import on_white
from plugins.pictures.values import Crop, Developed, Negative, PictureError, Print

_NO_TONE = 7
"""Of pictures that are not looked into: the lightest of `recipe.TONES`."""


class Development(NamedTuple):
    """The files that developing a negative gave."""

    developed: Developed
    files: Mapping[str, bytes]
    """Contents of the prints, by name."""


def develop_together(negatives: Sequence[Negative], data: bytes) -> Iterator[Development | PictureError]:
    """Yield the files made of each negative of one picture with the content `data`; of one that fails, the error.

    The picture is decoded once for all that show the same part.
    """
    opened: dict[Crop | None, ShownPart] = {}
    for negative in negatives:
        try:
            yield _develop(negative, data, opened)
        except PictureError as error:
            yield error
        except (OSError, ValueError, SyntaxError, MemoryError) as error:
            words = str(error)[:60] or type(error).__name__
            yield PictureError(f"cannot be developed ({words})", "open it in an image editor and export it anew")


def _develop(negative: Negative, data: bytes, opened: dict[Crop | None, ShownPart]) -> Development:
    if negative.purpose == "original":
        made, content = original_file(negative, data)
        return Development(_outlined(negative)._replace(original=made), {made.name: content})
    if negative.source.format == "svg" and negative.purpose == "ratios":
        return Development(_outlined(negative), {})  # nothing here turns lines into pixels
    if is_handed_on(negative):
        made, content = handed_on(negative, data)
        developed = _outlined(negative)._replace(width=made.width, height=made.height, older=(made,))
        return Development(developed, {made.name: content})
    if negative.crop not in opened:
        opened.clear()  # for memory: one decoded picture at a time
        opened[negative.crop] = open_part(negative, data)
    part = opened[negative.crop]
    return _ratios(negative, part) if negative.purpose == "ratios" else _sizes(negative, data, part)


def _outlined(negative: Negative) -> Developed:
    """Return a picture without files, of the size that its author's file has."""
    return Developed(picture_key(negative), negative.source.width, negative.source.height, _NO_TONE)


def _sizes(negative: Negative, data: bytes, part: ShownPart) -> Development:
    """Make all that pages choose among."""
    rungs, files = _Rungs(part), WholeFiles(negative, data, part)
    author_file = files.as_saved()
    modern = rungs.modern(author_file.bytes if author_file else None)
    older = [rungs.add(width, "webp" if rungs.has_alpha else "jpg") for width in older_widths(rungs.widths)]
    whole = files.without_loss(modern[-1].bytes, author_file)
    limit = None if negative.crop else len(data)
    for_all = older_ladder(older, None if whole and whole.name.endswith(".avif") else whole)
    offered = modern_ladder(modern, whole, limit)
    developed = Developed(
        key=picture_key(negative),
        width=part.width,
        height=part.height,
        tone=part.tone(),
        modern=() if offered == for_all else offered,
        older=for_all,
    )
    contents = rungs.contents | files.contents
    return Development(developed, {made.name: contents[made.name] for made in developed.prints})


class _Rungs:
    """The rungs of a picture's ladder, each resized from the next wider one: half the work of resizing the whole."""

    def __init__(self, part: ShownPart) -> None:
        from PIL.Image import Resampling

        self.widths = rung_widths(part.width, part.height)
        self.has_alpha = part.image.mode == "RGBA"
        self.contents: dict[str, bytes] = {}
        sizes = [(width, rung_height(width, part.width, part.height)) for width in reversed(self.widths)]
        image = part.resized(*sizes[0])
        self._images = {image.width: image}
        for size in sizes[1:]:
            image = image.resize(size, Resampling.LANCZOS, reducing_gap=3.0)
            self._images[image.width] = image

    def modern(self, most: int | None) -> list[Print]:
        """Encode the rungs that may be offered, ascending, where the whole picture has `most` bytes.

        Drawings of few bytes are not worth the work: a wider rung never has fewer bytes than a narrower one.
        """
        made: list[Print] = []
        for width in self.widths:
            is_top = width == self.widths[-1]
            if made and most is not None and (made[-1].bytes > most or (made[-1].bytes > most * WORTH and not is_top)):
                continue
            made.append(self.add(width, "avif"))
        return made

    def add(self, width: int, suffix: str) -> Print:
        """Encode a rung."""
        image, name = self._images[width], f"{width}.{suffix}"
        self.contents[name] = rung_bytes(image, suffix)
        return Print(name, image.width, image.height, len(self.contents[name]))


def _ratios(negative: Negative, part: ShownPart) -> Development:
    """Make the picture in the ratios of structured data, as JPEG, which all machines read."""
    files, prints = {}, []
    for across, down in RATIOS:
        inner = part.inside((across, down), negative.focus)
        width = min(RATIO_WIDTH, inner.width)
        height = max(1, round(width * down / across))
        name = f"{across}x{down}.jpg"
        files[name] = encoded(on_white(inner.resized(width, height)), "jpg", JPEG)
        prints.append(Print(name, width, height, len(files[name])))
    developed = Developed(picture_key(negative), part.width, part.height, part.tone(), ratios=tuple(prints))
    return Development(developed, files)
