"""Markdown inside tags as GitHub reads it: behind a tag that stands alone and an empty line."""

import re

_OPENING = re.compile(
    r"^(?P<tag><(?:details|div|section|aside|figure|center|blockquote)\b(?![^<>]*\bmarkdown=)[^<>]*)"
    r"(?P<behind>>(?:[ ]*\n?[ ]*<summary>.*?</summary>)?[ ]*\n[ ]*\n"
    r"(?= {0,3}[^\s<]))",  # a tag, or a line further in, would become code
    re.MULTILINE | re.IGNORECASE,
)


def mark_tags(text: str) -> str:
    """Return a text in which tags whose inside is Markdown say so in the way of Python-Markdown's `md_in_html`."""
    return _OPENING.sub(r'\g<tag> markdown="1"\g<behind>', text) if "<" in text else text
