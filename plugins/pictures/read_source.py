"""Reading a picture file of an author: whether it can be shown, how large it is, and what its author should know of it.

Every file is decoded once, so that one with a missing end is refused. A photograph costs little: its sides by eight.
"""

from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from plugins.pictures.credits import credit_of
from plugins.pictures.drawings.clean_svg import clean_svg
from plugins.pictures.drawings.read_svg import looks_like_svg, svg_size
from plugins.pictures.endings import check_ending
from plugins.pictures.picture_formats import (
    ANEW,
    DAMAGED,
    FORMAT_NAMES,
    PICTURE_SUFFIXES,
    check_pixels,
    format_of,
    is_lying,
    open_picture,
    orientation_of,
)
from plugins.pictures.strip import without_metadata
from plugins.pictures.unshown_files import unshown_file
from plugins.pictures.upright import decode
from plugins.pictures.values import PictureError, SourcePicture

if TYPE_CHECKING:  # most builds meet no new picture
    from PIL.ImageFile import ImageFile

_LARGE_MEGAPIXELS = 24
_LARGE_BYTES = 12_000_000
_LARGE_MOTION = 1_000_000
"""Our own judgement: more shows on no screen, and makes the project heavy."""
_RANGES = {"avif": (b"colrnclx", 11), "png": (b"cICP", 5)}
"""The words before the way in which light is written as numbers, and its place behind them (ITU-T H.273)."""
_TRANSFERS = (16, 18)
"""PQ and HLG."""
_HEADER = 4096
_SHARE_OF_GREY = 16
_NOTHING = {"L": (128, 128), "RGB": ((128, 128),) * 3}


def read_source(source: str, data: bytes) -> SourcePicture:
    """Return what is known of the picture in `data`, the content of the file `source`. Raises PictureError."""
    picture_format = format_of(data)
    if picture_format is None and looks_like_svg(data):
        width, height = svg_size(data)
        clean_svg(data)  # or it is refused
        remark = _misnamed(source, "svg") or _large(0, len(data))
        return SourcePicture(source, "svg", width, height, len(data), has_alpha=True, remark=remark)
    if picture_format is None:
        raise unshown_file(data)
    check_ending(data, picture_format)
    image = open_picture(data)
    width, height = image.size
    check_pixels(image, picture_format)
    if picture_format == "jpeg":
        image.draft(None, (max(1, width // 8), max(1, height // 8)))
    decode(image)
    without_metadata(data, picture_format)  # or a later picture breaks off
    if is_lying(orientation_of(image)):
        width, height = height, width
    is_animated = _is_animated(image, picture_format)
    return SourcePicture(
        source=source,
        format=picture_format,
        width=width,
        height=height,
        bytes=len(data),
        is_animated=is_animated,
        has_alpha=_has_alpha(image),
        credit=credit_of(image),
        remark=_misnamed(source, picture_format)
        or _unfinished(image, picture_format)
        or _wide_range(data, picture_format)
        or (_motion if is_animated else _large)(width * height, len(data)),
    )


def _is_animated(image: "ImageFile", picture_format: str) -> bool:
    """Tell whether a picture moves; a JPEG with others behind it does not."""
    try:
        return picture_format != "jpeg" and bool(getattr(image, "is_animated", False))
    except Exception:  # a decoder raises whatever it stumbles over
        raise PictureError(DAMAGED, ANEW) from None


def _has_alpha(image: "ImageFile") -> bool:
    """Tell whether a decoded picture is clear anywhere."""
    if not image.has_transparency_data:
        return False
    return "A" not in image.getbands() or image.getchannel("A").getextrema() != (255, 255)


def _misnamed(source: str, picture_format: str) -> tuple[str, str] | None:
    name = PurePosixPath(source)
    if name.suffix[1:].lower() in PICTURE_SUFFIXES[picture_format]:
        return None
    better = name.with_suffix(f".{PICTURE_SUFFIXES[picture_format][0]}").name
    what = f"is {FORMAT_NAMES[picture_format]}, though its name ends in {name.suffix!r}"
    return what, f"it is published all the same; a better name is {better!r}"


def _unfinished(image: "ImageFile", picture_format: str) -> tuple[str, str] | None:
    """Find the even grey that a decoder puts where a photograph has an end, but lacks what should stand before it."""
    if picture_format != "jpeg" or image.height < _SHARE_OF_GREY:
        return None
    lower = image.crop((0, image.height - image.height // _SHARE_OF_GREY, *image.size))
    if image.mode not in _NOTHING or lower.getextrema() != _NOTHING[image.mode]:
        return None
    if image.getextrema() == _NOTHING[image.mode]:
        return None
    return "is an even grey in its lower part", f"look at it: if that part is missing, {ANEW}"


def _wide_range(data: bytes, picture_format: str) -> tuple[str, str] | None:
    """Find a picture in HDR, whose numbers mean more light than ours can."""
    mark, offset = _RANGES.get(picture_format, (b"", 0))
    at = data.find(mark, 0, _HEADER) if mark else -1
    if at < 0 or data[at + offset] not in _TRANSFERS:
        return None
    return "is in HDR, and looks pale on pages", "export it in SDR, the standard range"


def _motion(_: int, size: int) -> tuple[str, str] | None:
    if size <= _LARGE_MOTION:
        return None
    return f"moves, and has {_megabytes(size)}", "make it a video (MP4), put that on a server, and link to it"


def _large(pixels: int, size: int) -> tuple[str, str] | None:
    if pixels <= _LARGE_MEGAPIXELS * 1_000_000 and size <= _LARGE_BYTES:
        return None
    many = f"{round(pixels / 1_000_000)} million pixels, " if pixels else ""
    remedy = "readers get small ones made of it; to keep the project light, save it 3000 pixels wide"
    return f"is larger than any page needs ({many}{_megabytes(size)})", remedy


def _megabytes(size: int) -> str:
    return f"{size / 1_000_000:.1f} MB"
