"""Characters that nobody sees, which come with texts that were pasted."""

import re

_UNSEEN = re.compile(
    "[\ufeff\u2060]"
    # Thai, Lao, Burmese, Khmer and their neighbours write no spaces: there it says where a line may break.
    "|\u200b(?![\u0e00-\u0fff\u1000-\u109f\u1780-\u17ff])|(?<![\u0e00-\u0fff\u1000-\u109f\u1780-\u17ff])\u200b"
)
_CANDIDATES = ("\u200b", "\u2060", "\ufeff")


def without_unseen(text: str) -> str:
    """Return a text without zero-width spaces, word joiners and byte order marks, which split words for nobody's good.

    Soft hyphens, and the joiners that Persian, Hindi and emoji need, stay.
    """
    return _UNSEEN.sub("", text) if any(sign in text for sign in _CANDIDATES) else text
