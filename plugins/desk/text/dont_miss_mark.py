"""The `[dont-miss]` mark as authors write it: one spelling, for the scan of a text and for its HTML."""

import re

MARK_IN_TEXT = re.compile(
    r"\[(?<!\\\[)dont-miss(?:[ \t]*:[ \t]*(?P<target>[^\]\n]*?))?[ \t]*\](?![(\[])",
    re.IGNORECASE,
)
"""`[dont-miss]` or `[dont-miss: slug]`; neither a link nor `[dont-missing]`."""


def is_mark(paragraph: str) -> bool:
    """Whether a paragraph is the mark and nothing else."""
    return MARK_IN_TEXT.fullmatch(paragraph.strip()) is not None
