"""The folder of all that this checkout remembers of its targets, and the names of files about one of them."""

from hashlib import blake2b
from pathlib import Path

TARGET_CACHE = Path(".cache/publish")
"""All in it could be found out again."""


def file_name(target: str) -> str:
    """Return a file name that stands for the address of a target."""
    return blake2b(target.rstrip("/").encode(), digest_size=8).hexdigest()
