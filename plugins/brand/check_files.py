"""Checks of the files in `content/brand/`: the format of each, its size, and its shape."""

import io
from collections.abc import Callable, Iterator, Mapping

from plugins.brand.icons import PHONE_SIDE
from plugins.brand.wordmark import check_drawing
from plugins.newsroom.problems import Severity
from plugins.pictures.picture_formats import FORMAT_NAMES
from plugins.pictures.read_source import read_source
from plugins.pictures.values import PictureError, SourcePicture

SHARE_SIZE = (1200, 630)
_SHARE_LEAST = 600
_SHARE_RATIOS = (1.7, 2.1)
"""Width by height within which services show a picture without cutting much of it; 1.91 is theirs."""
_SQUARE = 1.02
_HEAVY_FACE = 150_000
"""Bytes of a font after which readers on phones wait for headlines to change."""
_WOFF2 = b"wOF2"
_REMEDY_WOFF2 = "convert it to WOFF2, for example with `fonttools ttLib.woff2 compress`"

Finding = tuple[str, str, Severity]
"""The mistake, its remedy, and its weight."""


def file_findings(name: str, data: bytes) -> Iterator[Finding]:
    """Yield what is wrong with a file of a known name, other than the wordmark."""
    if name == "display.woff2":
        yield from _face_findings(data)
        return
    try:
        picture = read_source(name, data)
        wanted = {"svg": "svg", "png": "png", "jpg": "jpeg"}[name.rpartition(".")[2]]
        if picture.format != wanted:
            what = f"is {FORMAT_NAMES[picture.format]}, though its name says {FORMAT_NAMES[wanted]}"
            raise PictureError(what, f"export it as {FORMAT_NAMES[wanted]}")
        if wanted == "svg":
            check_drawing(data)
    except PictureError as error:
        yield str(error), error.remedy or "export it anew", Severity.ERROR
        return
    yield from _CHECKS.get(name.partition(".")[0], _no_findings)(picture)


def _icon_findings(picture: SourcePicture) -> Iterator[Finding]:
    size = f"{picture.width} × {picture.height}"
    if max(picture.width, picture.height) > _SQUARE * min(picture.width, picture.height):
        yield f"is {size}, and icons are square", "draw it on a square", Severity.ERROR
    elif picture.format == "png" and picture.width < PHONE_SIDE:
        what = f"is {size}, and phones show icons of {PHONE_SIDE} × {PHONE_SIDE}"
        yield what, f"export it at {PHONE_SIDE} × {PHONE_SIDE} or more", Severity.ERROR


def _share_findings(picture: SourcePicture) -> Iterator[Finding]:
    size, best = f"{picture.width} × {picture.height}", "{} × {}".format(*SHARE_SIZE)
    if picture.width < _SHARE_LEAST:
        what = f"is {size}, and services show it small below a width of {_SHARE_LEAST}"
        yield what, f"export it at {best}", Severity.ERROR
    elif not _SHARE_RATIOS[0] <= picture.width / picture.height <= _SHARE_RATIOS[1]:
        yield f"is {size}, and services cut it", f"a picture of {best} is shown whole", Severity.WARNING


def _no_findings(_: SourcePicture) -> Iterator[Finding]:
    yield from ()


_CHECKS: Mapping[str, Callable[[SourcePicture], Iterator[Finding]]] = {
    "icon": _icon_findings,
    "share": _share_findings,
}
"""By the name of the file without its suffix."""


def _face_findings(data: bytes) -> Iterator[Finding]:
    if not data.startswith(_WOFF2):
        yield "is no WOFF2 font", _REMEDY_WOFF2, Severity.ERROR
        return
    from PIL import ImageFont  # here, for few publications have a face of their own

    try:
        ImageFont.truetype(io.BytesIO(data), 16)
    except OSError:
        yield "is damaged, or no font", "export it anew", Severity.ERROR
        return
    if len(data) > _HEAVY_FACE:
        what = f"has {round(len(data) / 1000)} KB, for which headlines wait"
        remedy = "leave out the characters that no headline has (fonttools subset), or one weight is enough"
        yield what, remedy, Severity.WARNING
