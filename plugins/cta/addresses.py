"""Checks addresses that settings name."""

from urllib.parse import urlsplit


def https_url(url: str) -> str:
    """Return `url` as it is. Raises ValueError unless it is `https://` with a host and nothing unprintable."""
    try:
        parts = urlsplit(url)
        is_good = parts.scheme == "https" and bool(parts.hostname) and parts.port != 0
    except ValueError:
        is_good = False
    if not is_good or not url.isprintable() or " " in url:
        raise ValueError(f"{url!r} is no address; write it in full, from https://")
    return url
