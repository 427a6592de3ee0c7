"""What targets are called: the schemes of their addresses, and the name that files about one of them have."""

from hashlib import blake2b

BUCKETS = ("s3", "gs", "az")
PLATFORMS = ("netlify", "cloudflare", "firebase")


def file_name(target: str) -> str:
    """Return a file name that stands for the address of a target."""
    return blake2b(target.rstrip("/").encode(), digest_size=8).hexdigest()
