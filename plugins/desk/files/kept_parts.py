"""Parts that the engine keeps of a file which was read: front matter and text, as far as the file alone can tell."""

import pickle
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from plugins.newsroom.markup import Html

if TYPE_CHECKING:  # loaded with the first part that is unpacked
    from plugins.newsroom.front_matter.schema import Fields

HEAD, BODY = "head", "body"
"""Names of the two parts in the engine's store; an article has its terms beside them."""


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The front matter of a file, as the schema has it."""

    fields: "Fields"
    typeset: Mapping[str, Html]
    """Its `typeset_texts` as markup, by plain text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TextBody:
    """The text of a file, with slots where its links and pictures lead."""

    blocks: tuple[Html, ...]
    dont_miss_after: int | None
    words: int
    ids: tuple[str, ...]
    """Of its headings and the like, which links to parts of it may name, in order."""


@dataclass(frozen=True, slots=True)
class KeptParts:
    """Unpacks parts; `packed` returns one by the file's path and the part's name."""

    packed: Callable[[str, str], bytes]

    def head(self, source: str) -> tuple[Any, Mapping[str, Html]]:
        """Return the fields of a file, of the class that the schema has for its kind, and its typeset texts."""
        head: FrontMatter = pickle.loads(self.packed(source, HEAD))
        return head.fields, head.typeset

    def body(self, source: str) -> TextBody:
        body: TextBody = pickle.loads(self.packed(source, BODY))
        return body

    def ids(self, source: str) -> frozenset[str] | None:
        """Return the ids that links to parts of a text may name; None where the text could not be read."""
        try:
            return frozenset(self.body(source).ids)
        except KeyError:
            return None
