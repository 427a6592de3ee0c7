"""Pictures, from the file in `content/` to the address on a page."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """One picture with its own size in pixels."""

    url: str
    """As pages print it: root-relative with the site's prefix, under a name that holds the file's hash."""
    width: int
    height: int
    alt: str
    """What it shows, for those who do not see it; empty where it only decorates."""
    caption: str = ""
    credit: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureFile:
    """A file to publish: where it lies and where it goes."""

    source: str
    """Path of the file, relative to the project's folder."""
    path: str
    """Path in the output."""
    digest: bytes
    """Of its content."""
