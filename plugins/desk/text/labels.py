"""Words that stand in texts though no author wrote them: names of what only some readers hear."""

from typing import NamedTuple

from plugins.newsroom.words.phrases import Words


class TextLabels(NamedTuple):
    """Phrases for parts of a text, in the publication's language."""

    table: str
    table_number: str
    back_to_text: str
    """Title of the link that leads from a footnote back."""
    task_open: str
    task_done: str


def text_labels(words: Words) -> TextLabels:
    return TextLabels._make(words.get(name) for name in TextLabels._fields)
