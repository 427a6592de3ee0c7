"""Pictures of embeds: checked as an author's own, and saved in the content folder."""

import os
from hashlib import blake2b
from pathlib import Path

from plugins.embeds.asking.careful_get import GetError
from plugins.newsroom.embeds.embed import Embed
from plugins.pictures.picture_formats import PICTURE_SUFFIXES
from plugins.pictures.read_source import read_source
from plugins.pictures.values import PictureError

FOLDER = "pictures/embeds"
"""The folder of these pictures, below the content folder."""
_SMALLEST = 40
"""Pixels across, of what is a picture and no mark of a counter."""


def save_picture(root: Path, embed: Embed, data: bytes) -> str:
    """Save a picture below the content folder `root`, and return it as texts name it. Raises GetError, OSError."""
    name = _name(embed)
    try:
        picture = read_source(name, data)
    except PictureError as error:
        raise GetError(f"has a picture that {error}") from None
    if picture.format == "svg" or min(picture.width, picture.height) < _SMALLEST:
        raise GetError("has a picture that shows nothing on a card")
    path = f"{FOLDER}/{name}.{PICTURE_SUFFIXES[picture.format][0]}"
    write_whole(root / path, data)
    return f"/{path}"


def write_whole(path: Path, data: bytes) -> None:
    """Write a file so that nobody ever finds a part of it; a link goes on leading to where it led. Raises OSError."""
    path = path.resolve()
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        beside.write_bytes(data)
        if path.exists():
            beside.chmod(path.stat().st_mode & 0o777)
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)


def _name(embed: Embed) -> str:
    """Return a name by provider and id; ids that differ in capital letters only would share one on some disks."""
    small = embed.id.lower()
    more = "" if small == embed.id else f"-{blake2b(embed.id.encode(), digest_size=3).hexdigest()}"
    return f"{embed.provider}-{small}{more}"
