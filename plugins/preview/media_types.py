"""Media types by file name: our own table, since Python's depends on the machine and lacks formats."""

from pathlib import PurePosixPath

_TEXT = {
    ".css": "text/css",
    ".csv": "text/csv",
    ".html": "text/html",
    ".js": "text/javascript",
    ".json": "application/json",
    ".map": "application/json",
    ".md": "text/markdown",
    ".mjs": "text/javascript",
    ".svg": "image/svg+xml",
    ".txt": "text/plain",
    ".webmanifest": "application/manifest+json",
    ".xml": "application/xml",
    ".xsl": "application/xslt+xml",
}
_BINARY = {
    ".avif": "image/avif",
    ".gif": "image/gif",
    ".ico": "image/vnd.microsoft.icon",
    ".jpeg": "image/jpeg",
    ".jpg": "image/jpeg",
    ".mp3": "audio/mpeg",
    ".mp4": "video/mp4",
    ".pdf": "application/pdf",
    ".png": "image/png",
    ".ttf": "font/ttf",
    ".wasm": "application/wasm",
    ".webm": "video/webm",
    ".webp": "image/webp",
    ".woff": "font/woff",
    ".woff2": "font/woff2",
    ".zip": "application/zip",
}
_BY_NAME = {"feed.xml": "application/atom+xml"}


def media_type(name: str) -> str:
    """Return the Content-Type of a file, with its charset when it is text."""
    path = PurePosixPath(name)
    suffix = path.suffix.lower()
    text = _BY_NAME.get(path.name) or _TEXT.get(suffix)
    return f"{text}; charset=utf-8" if text else _BINARY.get(suffix, "application/octet-stream")
