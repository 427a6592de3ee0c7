"""Files under the names of pictures that browsers do not show: other formats, texts, pointers, nothing at all."""

from plugins.pictures.picture_formats import ANEW, DAMAGED, iso_brands
from plugins.pictures.values import PictureError

HEIC_REMEDY = (
    "export it as JPEG and name that one (Mac: Preview, File, Export; Windows: Photos, Save as; Linux: heif-convert; "
    "for the next ones, iPhone: Settings, Camera, Formats, Most Compatible)"
)
EXPORT_REMEDY = "export it as JPEG or PNG, and name that one"
_HEIC_BRANDS = (b"heic", b"heix", b"hevc", b"hevx", b"heim", b"heis", b"mif1", b"msf1")
_VIDEO_BRANDS = (b"qt  ", b"isom", b"iso2", b"mp41", b"mp42", b"M4V ", b"avc1")
_MAGIC = (
    (b"II*\0", "TIFF, or a camera's raw file"),
    (b"MM\0*", "TIFF, or a camera's raw file"),
    (b"BM", "BMP"),
    (b"8BPS", "a Photoshop file"),
    (b"%PDF", "PDF"),
    (b"%!PS", "PostScript"),
    (b"\xff\x0a", "JPEG XL"),
    (b"\0\0\0\x0cJXL ", "JPEG XL"),
    (b"\0\0\0\x0cjP  ", "JPEG 2000"),
    (b"\xff\x4f\xff\x51", "JPEG 2000"),
    (b"\0\0\x01\0", "an icon"),
    (b"gimp xcf", "a GIMP file"),
    (b"\x1aE\xdf\xa3", "a video"),
)
_LFS = b"version https://git-lfs.github.com/spec/"
_CONTROL = frozenset(range(32)) - {9, 10, 12, 13}
_LOOKED_AT = 512
"""Bytes by which a text is told."""


def unshown_file(data: bytes) -> PictureError:
    """Return why a file is no picture that browsers show, as far as its first bytes say."""
    if not data:
        return PictureError("is empty", ANEW)
    if data.startswith(_LFS):
        return PictureError("is a pointer to Git LFS, not the picture itself", "fetch the pictures: git lfs pull")
    brands = iso_brands(data)
    if any(brand in _HEIC_BRANDS for brand in brands):
        return PictureError("is HEIC, which few browsers show", HEIC_REMEDY)
    if any(brand in _VIDEO_BRANDS for brand in brands):
        return _unshown("a video")
    if data.startswith(b"\x1f\x8b"):
        return PictureError("is compressed as a whole", "save it as plain SVG, not as SVGZ")
    for magic, name in _MAGIC:
        if data.startswith(magic):
            return _unshown(name)
    return _text(data[:_LOOKED_AT])


def _unshown(name: str) -> PictureError:
    return PictureError(f"is {name}, which browsers do not show as a picture", EXPORT_REMEDY)


def _text(start: bytes) -> PictureError:
    words = start.removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    if words.startswith((b"<!doctype html", b"<html", b"<head", b"<body")):
        remedy = "open the page, and save the picture in it by its own menu"
        return PictureError("is a web page that was saved under the name of a picture", remedy)
    if _CONTROL.isdisjoint(start):
        return PictureError("is a text, no picture", ANEW)
    return PictureError(DAMAGED, ANEW)
