"""Pictures of a preview that nobody has developed yet: the author's own file, as it is."""

from hashlib import sha256
from pathlib import Path

from plugins.pictures.values import Developed, Negative, Print

_PREFIX = "whole."


def as_is(negative: Negative) -> Developed:
    """Return the file of a picture in the place of all that would be made from it. Never for publication."""
    source = negative.source
    made = Print(f"{_PREFIX}{source.format}", source.width, source.height, source.bytes)
    key = sha256(b"as it is" + negative.digest).hexdigest()
    return Developed(key=key, width=source.width, height=source.height, tone=0, older=(made,), original=made)


def read_as_is(negative: Negative, name: str) -> bytes | None:
    """Return the content of such a file; None for the name of a developed one."""
    return Path(negative.place).read_bytes() if name.startswith(_PREFIX) else None
