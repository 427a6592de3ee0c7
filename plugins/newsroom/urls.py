"""Addresses of the publication: the one place that makes a page's URL."""

import re
from urllib.parse import urlsplit

TAGS_URL, AUTHORS_URL, ARCHIVE_URL = "/tags/", "/authors/", "/archive/"
COVERAGE_URL, PATTERNS_URL = "/coverage/", "/patterns/"
"""Pages for editors and designers, which only the preview has."""

_NUMBERED = re.compile(r"page/\d+/$")


def dated_url(month: tuple[int, int], slug: str) -> str:
    """Return the URL of an article of a year and month."""
    return f"/{month[0]:04}/{month[1]:02}/{slug}/"


def category_url(slug: str) -> str:
    return f"/{slug}/"


def tag_url(slug: str) -> str:
    return f"/tags/{slug}/"


def author_url(slug: str) -> str:
    return f"/authors/{slug}/"


def text_page_url(slug: str) -> str:
    return f"/{slug}/"


def month_url(year: int, month: int) -> str:
    return f"/archive/{year:04}/{month:02}/"


def numbered_url(front_url: str, number: int) -> str:
    """Return the URL of the `number`th page of a front; the first is the front itself."""
    return front_url if number == 1 else f"{front_url}page/{number}/"


def front_url(url: str) -> str:
    """Return the URL of the front that a numbered page is of: the opposite of `numbered_url`."""
    return _NUMBERED.sub("", url)


def feed_url(front_url: str) -> str:
    return f"{front_url}feed.xml"


def output_path(url: str) -> str:
    """Return the file in the output folder that answers `url`, a root-relative URL without prefix."""
    return url[1:] + "index.html" if url.endswith("/") else url[1:]


def site_prefix(site_url: str) -> str:
    """Return the path that the publication lives under, without a slash at its end: empty for a host of its own."""
    return urlsplit(site_url).path.rstrip("/")


def absolute_url(site_url: str, url: str) -> str:
    """Return the absolute form of `url`, a root-relative URL without prefix."""
    return site_url.rstrip("/") + url


def asset_url(name: str) -> str:
    """Return the URL of a fixed file of the theme, such as an icon."""
    return f"/assets/{name}"


def picture_url(name: str) -> str:
    """Return the URL of a picture of the content folder, by its name in the output."""
    return f"/pictures/{name}"


def on_host(site_url: str, printed_url: str) -> str:
    """Return the absolute form of a URL as pages print it, prefix and all."""
    parts = urlsplit(site_url)
    return f"{parts.scheme}://{parts.netloc}{printed_url}"
