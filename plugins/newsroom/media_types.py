"""Media types by file name: our own table, since Python's depends on the machine and lacks formats."""

from collections.abc import Mapping

UNKNOWN = "application/octet-stream"
TEXT_TYPES: Mapping[str, str] = {
    "css": "text/css",
    "csv": "text/csv",
    "geojson": "application/geo+json",
    "gpx": "application/gpx+xml",
    "htm": "text/html",
    "html": "text/html",
    "ics": "text/calendar",
    "js": "text/javascript",
    "json": "application/json",
    "kml": "application/vnd.google-earth.kml+xml",
    "map": "application/json",
    "md": "text/markdown",
    "mjs": "text/javascript",
    "rss": "application/rss+xml",
    "srt": "application/x-subrip",
    "svg": "image/svg+xml",
    "tsv": "text/tab-separated-values",
    "txt": "text/plain",
    "vcf": "text/vcard",
    "vtt": "text/vtt",
    "webmanifest": "application/manifest+json",
    "xml": "text/xml",
    "xsl": "application/xslt+xml",
}
"""By suffix, those that are text; all of ours is in UTF-8."""
BINARY_TYPES: Mapping[str, str] = {
    "avif": "image/avif",
    "doc": "application/msword",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "eml": "message/rfc822",
    "epub": "application/epub+zip",
    "flac": "audio/flac",
    "gif": "image/gif",
    "gz": "application/gzip",
    "ico": "image/vnd.microsoft.icon",
    "jpeg": "image/jpeg",
    "jpg": "image/jpeg",
    "m4a": "audio/mp4",
    "mov": "video/quicktime",
    "mp3": "audio/mpeg",
    "mp4": "video/mp4",
    "odp": "application/vnd.oasis.opendocument.presentation",
    "ods": "application/vnd.oasis.opendocument.spreadsheet",
    "odt": "application/vnd.oasis.opendocument.text",
    "ogg": "audio/ogg",
    "opus": "audio/ogg",
    "otf": "font/otf",
    "pdf": "application/pdf",
    "png": "image/png",
    "ppt": "application/vnd.ms-powerpoint",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "rtf": "application/rtf",
    "ttf": "font/ttf",
    "wasm": "application/wasm",
    "wav": "audio/wav",
    "webm": "video/webm",
    "webp": "image/webp",
    "woff": "font/woff",
    "woff2": "font/woff2",
    "xls": "application/vnd.ms-excel",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "zip": "application/zip",
}
"""By suffix, all others; a mail names the charsets of its parts itself."""
NAMED_TYPES: Mapping[str, str] = {
    "feed.json": "application/feed+json",
    "feed.xml": "text/xml",
    "podcast.xml": "application/rss+xml",
    "rss.xml": "text/xml",
}
"""Text files whose whole name says more than its suffix.

Atom and RSS are plain XML: under types of their own browsers show source text, not the feed in its style. All XML is
`text/xml`, the same by RFC 7303, since that is what servers and networks compress without being told.
"""

_TEXTS = frozenset((*TEXT_TYPES.values(), *NAMED_TYPES.values()))


def media_type(path: str) -> str:
    """Return the Content-Type of a file, with its charset when it is text."""
    name = path.rpartition("/")[2]
    suffix = name.rpartition(".")[2].lower() if "." in name else ""
    return with_charset(NAMED_TYPES.get(name) or TEXT_TYPES.get(suffix) or BINARY_TYPES.get(suffix, UNKNOWN))


def with_charset(kind: str) -> str:
    """Return a type of the tables as it is sent."""
    return f"{kind}; charset=utf-8" if kind in _TEXTS else kind
