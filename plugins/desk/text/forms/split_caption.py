"""Captions as authors write them into the title of a picture or a link: words, and behind the last bar the credit."""

import re

BAR_AND_SPACE = "|\uff5c \n"
_BAR = re.compile("[|\uff5c]")
"""Between caption and credit, as people type it in Latin script and in Chinese."""


def split_caption(title: str) -> tuple[str, str]:
    """Return the words of a caption, and the credit; either may be empty."""
    parts = [part.strip() for part in _BAR.split(title)]
    return (" | ".join(filter(None, parts[:-1])), parts[-1]) if len(parts) > 1 else (title, "")
