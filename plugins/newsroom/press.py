"""What may be asked of the press, the one writer of the output folder."""

from typing import Protocol

from plugins.newsroom.pages import Page
from plugins.newsroom.pictures import PictureFile


class Press(Protocol):
    """The writer that Pelican hands to every generator; `plugins.press` is the one that there is."""

    def write_page(self, page: Page) -> None:
        """Render `page` with the theme and write it."""

    def write_bytes(self, path: str, body: bytes) -> None:
        """Write what is no page (a feed, say) to `path` below the output folder."""

    def copy(self, file: PictureFile) -> None:
        """Copy a file of the content or of the theme."""
