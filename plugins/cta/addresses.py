"""Addresses that settings name: checked, and told by their origin."""

from urllib.parse import urlsplit


def https_url(url: str) -> str:
    """Return `url` as it is. Raises ValueError unless it is `https://` with a host and nothing unprintable."""
    try:
        parts = urlsplit(url)
        is_good = parts.scheme == "https" and bool(parts.hostname) and parts.port != 0 and bool(origin(url))
    except ValueError:
        is_good = False
    if not is_good or not url.isprintable() or " " in url:
        raise ValueError(f"{url!r} is no address; write it in full, from https://")
    return url


def origin(url: str) -> str:
    """Return the origin of an https address as browsers compare it. Raises ValueError for a host that cannot be."""
    parts = urlsplit(url)
    host = (parts.hostname or "").encode("idna").decode()
    shown = f"[{host}]" if ":" in host else host
    return f"https://{shown}" if parts.port in (None, 443) else f"https://{shown}:{parts.port}"
