"""What was kept of the files that were read, as values again."""

import pickle
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from plugins.desk.files.kept import BODY, HEAD, TextBody


@dataclass(frozen=True, slots=True)
class Shelves:
    """Takes the parts of texts from the engine's store; `part` returns one by the file's path and the part's name."""

    part: Callable[[str, str], bytes]

    def head(self, source: str) -> Any:
        """Return the ArticleHead of an article, and the Leaf of any other file."""
        return pickle.loads(self.part(source, HEAD))

    def body(self, source: str) -> TextBody:
        body: TextBody = pickle.loads(self.part(source, BODY))
        return body

    def ids(self, source: str) -> frozenset[str] | None:
        """Return the ids that links to parts of a text may name; None where nobody could read the text."""
        try:
            return frozenset(self.body(source).ids)
        except KeyError:
            return None
