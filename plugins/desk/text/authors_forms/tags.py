"""Markdown inside tags as GitHub reads it: behind a tag that stands alone and an empty line."""

import re
from collections.abc import Iterator

_TAGS = "details|div|section|aside|figure|center|blockquote"
_OPENING = re.compile(
    rf"^(?P<tag><(?:{_TAGS})\b(?![^<>]*\bmarkdown=)[^<>]*)"
    r"(?P<behind>>(?:[ ]*\n?[ ]*<summary>.*?</summary>)?[ ]*\n[ ]*\n"
    r"(?= {0,3}[^\s<]))",  # a tag, or a line further in, would become code
    re.MULTILINE | re.IGNORECASE,
)
_ANY_TAG = re.compile(rf"<(?P<end>/?)(?P<name>{_TAGS})\b", re.IGNORECASE)


def mark_tags(text: str) -> str:
    """Return a text in which tags whose inside is Markdown say so in the way of Python-Markdown's `md_in_html`.

    Tags that nothing closes are left for the check of the tree to tell: Python-Markdown would close them at the end.
    """
    if "<" not in text or not _OPENING.search(text):
        return text
    closed = set(_closed_tags(text))

    def mark(opening: re.Match[str]) -> str:
        return f'{opening["tag"]} markdown="1"{opening["behind"]}' if opening.start() in closed else opening[0]

    return _OPENING.sub(mark, text)


def _closed_tags(text: str) -> Iterator[int]:
    """Yield where tags begin that have an end."""
    begins: dict[str, list[int]] = {}
    for tag in _ANY_TAG.finditer(text):
        open_tags = begins.setdefault(tag["name"].lower(), [])
        if not tag["end"]:
            open_tags.append(tag.start())
        elif open_tags:
            yield open_tags.pop()
