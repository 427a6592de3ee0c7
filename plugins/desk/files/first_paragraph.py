"""The first paragraph of an article in place of a summary that its author did not write."""

from collections.abc import Iterator

from plugins.desk.text.text_reader import TextReading
from plugins.desk.text.tree import Element, Text
from plugins.newsroom.front_matter.schema import ArticleFields
from plugins.newsroom.front_matter.text_length import cut, length_of

_LEAST, _MOST = 40, 320
"""Letters of a summary, as the schema has them."""
_SKIPPED = frozenset({"sup", "script", "style"})
"""Numbers of notes, and what is no text."""


def with_first_paragraph(fields: ArticleFields, text: TextReading) -> ArticleFields | None:
    """Return the front matter of an article with its first paragraph as its summary; None if it has none.

    `has_own_summary` tells that the author did not write it.
    """
    summary = first_paragraph(text)
    if not summary:
        return None
    values = {**dict(fields), "summary": summary}
    return ArticleFields.model_construct(fields.model_fields_set - {"summary"}, **values)


def first_paragraph(text: TextReading) -> str:
    """Return the words of the first paragraph that is long enough for a summary, or else of the first one."""
    paragraphs = [" ".join("".join(_words(child)).split()) for child in _top_paragraphs(text)]
    written = [words for words in paragraphs if words]
    chosen = next((words for words in written if length_of(words) >= _LEAST), None)
    return cut(chosen or (written[0] if written else ""), _MOST)


def _top_paragraphs(text: TextReading) -> Iterator[Element]:
    marked = [mark.node.parent for mark in text.marks]
    for child in text.found.root.children:
        if isinstance(child, Element) and child.tag == "p" and not any(child is node for node in marked):
            yield child


def _words(element: Element) -> Iterator[str]:
    for child in element.children:
        if isinstance(child, Text):
            yield child.data
        elif isinstance(child, Element) and child.tag not in _SKIPPED:
            yield " " if child.tag == "br" else "".join(_words(child))
