"""Words that stand in texts though no author wrote them: names of what only some readers hear."""

from collections.abc import Mapping
from typing import NamedTuple

from plugins.newsroom.words.phrases import Words


class TextLabels(NamedTuple):
    """Phrases for parts of a text."""

    table: str
    table_number: str
    back_to_text: str
    """Title of the link that leads from a footnote back."""
    task_open: str
    task_done: str


def text_labels(words: Words) -> TextLabels:
    return TextLabels._make(words.get(name) for name in TextLabels._fields)


def labels_by_language(catalogues: Mapping[str, Words]) -> dict[str, TextLabels]:
    """Return the labels in each language of a publication: by the empty name its own, by tag those it declares."""
    return {lang: text_labels(each) for lang, each in catalogues.items()}
