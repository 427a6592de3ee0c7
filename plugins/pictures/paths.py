"""Names of pictures: of authors' files, and of developed ones in the output, `pictures/stall-480-0123456789ab.avif`."""

import unicodedata
from functools import lru_cache
from pathlib import PurePosixPath
from urllib.parse import unquote

from plugins.newsroom.front_matter.slugs import slugify
from plugins.pictures.values import Print, Proof

_LONGEST = 80
"""Characters of a name: file systems take 255 bytes with all that comes behind it."""
_DIGITS = 6
"""Of the content and of the key: together enough that no two pictures of one name share them."""


def uniform_path(path: str) -> str:
    """Return the name that a picture file is found by, for all spellings of its path that look the same.

    A Mac writes `é` as two characters, which look like the one that a keyboard gives; browsers save `a b.jpg` as
    `a%20b.jpg`.
    """
    if path.isascii() and "%" not in path:  # so for nearly all
        return path
    return unicodedata.normalize("NFC", unquote(path))


def print_path(proof: Proof, made: Print) -> str:
    """Return the path of a file below the output folder, another one for every other picture.

    All files of one content share the first half of the digits, by which a takedown finds them in any release
    (`plugins/publish/site/picture_families.py`); the key tells crops and settings apart.
    """
    stem, _, suffix = made.name.partition(".")
    digits = proof.negative.digest.hex()[:_DIGITS] + proof.developed.key[:_DIGITS]
    return f"pictures/{_name(proof.negative.source.source)}-{stem}-{digits}.{suffix}"


def is_print_path(path: str, source: str, digest: bytes) -> bool:
    """Tell whether a path below the output folder is one of the files made from a picture with this content."""
    size, _, digits = path.removeprefix(f"pictures/{_name(source)}-").partition("-")
    return size != path and "/" not in digits and digits.startswith(digest.hex()[:_DIGITS])


def any_print_path(source: str, digest: bytes) -> str:
    """Return a path that stands for all files made from a picture with this content, whether there is one or not."""
    return f"pictures/{_name(source)}-all-{digest.hex()[:_DIGITS]}{'0' * _DIGITS}.jpg"


@lru_cache(maxsize=10_000)  # a picture has a dozen files
def _name(source: str) -> str:
    return slugify(PurePosixPath(uniform_path(source)).stem)[:_LONGEST].rstrip("-") or "picture"
