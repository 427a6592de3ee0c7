"""What targets are called: the schemes of their addresses, and the name that files about one of them have."""

from hashlib import blake2b
from pathlib import Path

BUCKETS = ("s3", "gs", "az")
PLATFORMS = ("netlify", "cloudflare", "firebase")

TARGET_CACHE = Path(".cache/publish")
"""Folder of what this checkout remembers of its targets; all of it could be found out again."""


def file_name(target: str) -> str:
    """Return a file name that stands for the address of a target."""
    return blake2b(target.rstrip("/").encode(), digest_size=8).hexdigest()
