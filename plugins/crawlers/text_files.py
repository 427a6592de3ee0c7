"""Files of plain text, as the engine writes them."""

from collections.abc import Iterable
from dataclasses import dataclass

TEXT_FILE = "text file"
"""Name of the kind of files, and of its renderer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TextFile:
    """A file with all its text."""

    text: str


class TextFileRenderer:
    """Writes texts in UTF-8."""

    def version(self, template: str) -> bytes:
        """Return a constant: the model holds the whole file."""
        return b"text file"

    def prepare(self, templates: Iterable[str]) -> None:
        """Do nothing: there are no templates."""

    def render(self, model: TextFile) -> bytes:
        return model.text.encode("utf-8", "replace")
