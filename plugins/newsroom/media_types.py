"""Media types by file name: our own table, since Python's depends on the machine and lacks formats."""

from collections.abc import Mapping

UNKNOWN = "application/octet-stream"
TEXT_TYPES: Mapping[str, str] = {
    "css": "text/css",
    "csv": "text/csv",
    "htm": "text/html",
    "html": "text/html",
    "ics": "text/calendar",
    "js": "text/javascript",
    "json": "application/json",
    "map": "application/json",
    "md": "text/markdown",
    "mjs": "text/javascript",
    "rss": "application/rss+xml",
    "svg": "image/svg+xml",
    "txt": "text/plain",
    "vtt": "text/vtt",
    "webmanifest": "application/manifest+json",
    "xml": "application/xml",
    "xsl": "application/xslt+xml",
}
"""By suffix, those that are text; all of ours is in UTF-8."""
BINARY_TYPES: Mapping[str, str] = {
    "avif": "image/avif",
    "eml": "message/rfc822",
    "gif": "image/gif",
    "gz": "application/gzip",
    "ico": "image/vnd.microsoft.icon",
    "jpeg": "image/jpeg",
    "jpg": "image/jpeg",
    "m4a": "audio/mp4",
    "mp3": "audio/mpeg",
    "mp4": "video/mp4",
    "ogg": "audio/ogg",
    "otf": "font/otf",
    "pdf": "application/pdf",
    "png": "image/png",
    "ttf": "font/ttf",
    "wasm": "application/wasm",
    "wav": "audio/wav",
    "webm": "video/webm",
    "webp": "image/webp",
    "woff": "font/woff",
    "woff2": "font/woff2",
    "zip": "application/zip",
}
"""By suffix, all others; a mail names the charsets of its parts itself."""
NAMED_TYPES: Mapping[str, str] = {
    "atom.xml": "application/atom+xml",
    "feed.json": "application/feed+json",
    "feed.xml": "application/atom+xml",
    "rss.xml": "application/rss+xml",
}
"""Text files whose whole name says more than its suffix."""

_TEXTS = frozenset((*TEXT_TYPES.values(), *NAMED_TYPES.values()))


def media_type(path: str) -> str:
    """Return the Content-Type of a file, with its charset when it is text."""
    name = path.rpartition("/")[2]
    suffix = name.rpartition(".")[2].lower() if "." in name else ""
    return with_charset(NAMED_TYPES.get(name) or TEXT_TYPES.get(suffix) or BINARY_TYPES.get(suffix, UNKNOWN))


def with_charset(kind: str) -> str:
    """Return a type of the tables as it is sent."""
    return f"{kind}; charset=utf-8" if kind in _TEXTS else kind
