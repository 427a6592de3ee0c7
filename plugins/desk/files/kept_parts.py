"""Parts that the engine keeps of a file which was read: front matter and text, as far as the file alone can tell."""

import pickle
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from plugins.desk.text.forms.text_form import KeptBody
from plugins.newsroom.markup import Html
from plugins.newsroom.tables.table_values import Table

HEAD, BODY, ROWS = "head", "body", "rows"
"""Names of parts in the engine's store: two of a text, beside which an article has its terms, and one of a table."""


@dataclass(frozen=True, slots=True)
class KeptParts:
    """Unpacks parts; `packed` returns one by the file's path and the part's name."""

    packed: Callable[[str, str], bytes]

    def head(self, source: str) -> tuple[Any, Mapping[str, Html]]:
        """Return the fields of a file, of the class that the schema has for its kind, and its typeset texts."""
        head: tuple[Any, Mapping[str, Html]] = pickle.loads(self.packed(source, HEAD))
        return head

    def body(self, source: str) -> KeptBody:
        """Return the text of a file, with slots where its links and pictures lead."""
        body: KeptBody = pickle.loads(self.packed(source, BODY))[0]
        return body

    def table(self, source: str) -> Table:
        """Return the table in a file of rows."""
        table: Table = pickle.loads(self.packed(source, ROWS))
        return table

    def ids(self, source: str) -> frozenset[str] | None:
        """Return the ids that links to parts of a text may name; None where the text could not be read."""
        try:
            return frozenset(pickle.loads(self.packed(source, BODY))[1])
        except KeyError:
            return None
