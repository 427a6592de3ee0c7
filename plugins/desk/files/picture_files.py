"""Names of picture files: which files are pictures, how texts may name them, and why one cannot be shown."""

from pathlib import PurePosixPath

from plugins.desk.text.link_targets import content_path, is_picture_name, split_suffix
from plugins.newsroom.problems import shortened
from plugins.pictures.paths import uniform_path
from plugins.pictures.picture_formats import PICTURE_SUFFIXES
from plugins.pictures.unshown_files import EXPORT_REMEDY, HEIC_REMEDY
from plugins.pictures.values import PictureError

TYPES = tuple(sorted(suffix for suffixes in PICTURE_SUFFIXES.values() for suffix in suffixes))

_HEIC = (".heic", ".heif", ".hif")
_USUAL = {
    ".jfif": ".jpg",
    ".jif": ".jpg",
    ".jpe": ".jpg",
    ".pjpeg": ".jpg",
    ".pjp": ".jpg",
    ".apng": ".png",
    ".avifs": ".avif",
}
"""Endings of pictures that browsers save some under, each with the one that all programs know."""


def is_picture(name: str) -> bool:
    """Tell whether a file is a picture that browsers show, by its name."""
    stem, _, suffix = name.rpartition(".")
    return suffix.lower() in TYPES and not (stem == "" or stem.endswith("/"))


def picture_path(source: str, target: str) -> str:
    """Return the key of the picture that `target`, written in the file `source`, names.

    A sign that begins a query or a fragment is one of the name where only then it is the name of a picture:
    `stall#1.webp`.
    """
    if not is_picture_name(split_suffix(target)[0]) and is_picture_name(target):
        target = target.replace("#", "%23").replace("?", "%3F")
    return uniform_path(content_path(source, target))


def missing_picture(source: str) -> PictureError:
    """Return why the picture at `source`, which is not among the picture files of the folder, cannot be shown."""
    suffix = PurePosixPath(source).suffix.lower()
    if source.startswith("../"):
        return PictureError("lies outside the content folder", "put it beside the article, or in content/pictures")
    if is_picture(source):
        return PictureError("does not exist", is_missing=True)
    if suffix in _HEIC:
        return PictureError("is HEIC, which few browsers show", HEIC_REMEDY)
    if suffix in _USUAL:
        usual = PurePosixPath(source).with_suffix(_USUAL[suffix]).name
        return PictureError(f"has the unusual ending {suffix!r}", f"rename it to {shortened(usual)!r}, and write that")
    known = f"(known: {', '.join(TYPES)})"
    if suffix:
        return PictureError(f"is of a type that browsers do not show {known}", EXPORT_REMEDY)
    return PictureError(f"has no ending that names its type {known}", is_missing=True)
