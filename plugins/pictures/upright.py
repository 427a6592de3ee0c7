"""Pictures as all else takes them: decoded, upright, in sRGB with eight bits, and with nothing beside their pixels.

Memory stays at one decoded picture: a large one is made smaller strip by strip, before anything copies it.
"""

import io
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from plugins.pictures.picture_formats import ANEW, DAMAGED, format_of, is_lying, open_picture, orientation_of
from plugins.pictures.values import PictureError

if TYPE_CHECKING:
    from PIL.Image import Image
    from PIL.ImageFile import ImageFile

_STRIP = 256
"""Rows that are converted at a time."""
_SPACES = {"RGB": "RGB ", "L": "GRAY", "CMYK": "CMYK"}
"""Colour space that a profile must be of, by Pillow's mode of the picture."""


def open_upright(data: bytes, sides: tuple[int, int] | None = None) -> "Image":
    """Return the picture in `data`, its first frame where it moves, in mode RGB, or RGBA where it is clear anywhere.

    `sides` are the width and height of the upright picture that suffice: a larger one is decoded smaller, as far as
    that is cheap, and both sides stay at least as long. Raises PictureError.
    """
    image = open_picture(data)
    if format_of(data) == "png":
        decode(image)  # the orientation may stand behind the pixels
    orientation = orientation_of(image)
    if sides and is_lying(orientation):
        sides = (sides[1], sides[0])
    if sides and format_of(data) == "jpeg":
        image.draft(None, sides)
    decode(image)
    profile = image.info.get("icc_profile")
    small = _smaller(image, sides)
    return _upright(_as_srgb(small, profile), orientation)


def on_white(image: "Image") -> "Image":
    """Return a picture for formats that cannot be seen through."""
    from PIL import Image

    if image.mode == "RGB":
        return image
    ground = Image.new("RGBA", image.size, "white")
    return Image.alpha_composite(ground, image.convert("RGBA")).convert("RGB")


def decode(image: "ImageFile") -> None:
    """Decode a picture. Raises PictureError if it is damaged."""
    try:
        image.load()
    except Exception as error:  # a decoder raises whatever it stumbles over
        if "truncated" in str(error):
            raise PictureError("is damaged: its end is missing", ANEW) from None
        raise PictureError(DAMAGED, ANEW) from None


def stored_orientation(data: bytes) -> int:
    """Return the orientation that a picture file is stored in, 1 to 8; 1 is upright. Raises PictureError."""
    image = open_picture(data)
    if image.format == "PNG" and b"eXIf" in data:
        decode(image)  # it may stand behind the pixels
    return orientation_of(image)


def _smaller(image: "Image", sides: tuple[int, int] | None) -> "Image":
    """Return a picture in one of the modes L, LA, RGB, RGBA, CMYK, as many whole times smaller as `sides` allow."""
    from PIL import Image

    factor = min(image.width // sides[0], image.height // sides[1]) if sides else 1
    plain = _to_plain(image)
    if factor < 2:
        return plain(image)
    width, height = image.size
    rows = _STRIP * factor
    small = None
    for top in range(0, height, rows):
        strip = plain(image.crop((0, top, width, min(top + rows, height)))).reduce(factor)
        if small is None:
            small = Image.new(strip.mode, (-(-width // factor), -(-height // factor)))
        small.paste(strip, (0, top // factor))
    assert small is not None
    return small


def _to_plain(image: "Image") -> Callable[["Image"], "Image"]:
    """Return the function that brings strips of a picture into one of the plain modes."""
    has_transparency = "transparency" in image.info
    match image.mode:
        case "I;16":
            # Pillow's own conversion cuts off all that is brighter than 255 of 65,535.
            return lambda strip: strip.point(lambda value: value * (1 / 257) + 0.5).convert("L")
        case "1" | "L" if not has_transparency:
            return lambda strip: strip.convert("L")
        case "RGB" | "CMYK" | "LA" | "RGBA" if not has_transparency:
            return lambda strip: strip
        case _:
            mode = "RGBA" if has_transparency or image.has_transparency_data else "RGB"
            return lambda strip: strip.convert(mode)


def _as_srgb(image: "Image", profile: bytes | None) -> "Image":
    """Return a picture in RGB or RGBA; its colours are converted by its profile, where that is of its kind."""
    alpha = image.getchannel("A") if image.mode in {"LA", "RGBA"} else None
    is_clear = alpha is not None and alpha.getextrema() != (255, 255)
    if not profile and image.mode == ("RGBA" if is_clear else "RGB"):  # for memory: a copy less
        result = image
    else:
        colours = image.convert(image.mode[:-1]) if alpha else image
        result = (_by_profile(colours, profile) if profile else None) or colours.convert("RGB")
        if alpha and is_clear:
            result.putalpha(alpha)
    result.info.clear()
    return result


def _by_profile(image: "Image", data: bytes) -> "Image | None":
    """Return a picture converted to sRGB; None where the profile is sRGB already, or cannot be used."""
    from PIL import ImageCms

    try:
        profile = ImageCms.ImageCmsProfile(io.BytesIO(data))
        space = profile.profile.xcolor_space
        if space == "RGB " and image.mode == "L":
            image = image.convert("RGB")
        if space != _SPACES[image.mode] or _is_srgb(profile):
            return None
        return ImageCms.profileToProfile(image, profile, ImageCms.createProfile("sRGB"), outputMode="RGB")
    except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
        return None


def _is_srgb(profile: Any) -> bool:
    """Tell whether a profile is one of those that are sRGB by another name."""
    from PIL import ImageCms

    return ImageCms.getProfileDescription(profile).strip().startswith("sRGB")


def _upright(image: "Image", orientation: int) -> "Image":
    from PIL.Image import Transpose

    ways = {
        2: Transpose.FLIP_LEFT_RIGHT,
        3: Transpose.ROTATE_180,
        4: Transpose.FLIP_TOP_BOTTOM,
        5: Transpose.TRANSPOSE,
        6: Transpose.ROTATE_270,
        7: Transpose.TRANSVERSE,
        8: Transpose.ROTATE_90,
    }
    return image.transpose(ways[orientation]) if orientation in ways else image
