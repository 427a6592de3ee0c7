"""The one writer of the output folder: pages through the theme, everything through the ledger."""

from pathlib import Path

from plugins.newsroom.pages import Page
from plugins.newsroom.pictures import PictureFile
from plugins.press.ledger import Ledger
from plugins.press.render import Renderer


class OutputWriter:
    """Writes below one folder and records what it wrote."""

    def __init__(self, output: Path, renderer: Renderer, ledger: Ledger) -> None:
        self._output = output
        self._renderer = renderer
        self._ledger = ledger

    def write_page(self, page: Page) -> None:
        """Render `page` with the theme and write it."""
        self.write_bytes(page.path, self._renderer.render(page).encode(), f"the page {page.head.title!r}")

    def write_bytes(self, path: str, body: bytes, source: str = "") -> None:
        """Write `body` to `path` below the output folder; raises PathTakenError when the path is taken.

        `source` says in words what is written, for that error.
        """
        self._ledger.record(path, body, source or "a file of the build")
        target = self._output / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(body)

    def copy(self, file: PictureFile) -> None:
        """Copy a file of the content or of the theme."""
        self.write_bytes(file.path, Path(file.source).read_bytes(), file.source)
