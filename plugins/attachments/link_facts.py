"""Type and size of a file, as the link to it says them."""

import re

from plugins.attachments.attachment_types import suffix_of
from plugins.attachments.attachment_values import Attachment
from plugins.newsroom.words.file_sizes import file_size
from plugins.newsroom.words.phrases import Words

_SIZE = re.compile(r"\d\s?(?:[KMGТкмгКМГ]i?[BbБб]\b|[kKMG]o\b|bytes?\b|م\.ب|غ\.ب|كيلوبايت|ميغابايت|बाइट|ไบต์)")
"""A size as authors write it; the space may be any."""


def facts_in_link(attachment: Attachment, said: str, words: Words) -> str:
    """Return the type and the size of a file for the end of a link, without those that the words in it have `said`."""
    size = "" if _SIZE.search(said) else file_size(attachment.size, words)
    label = "" if _says_type(said, attachment) else attachment.label
    facts = words.file_facts.format(type=label, size=size) if label and size else label or size
    return str(words.in_link.format(facts=facts)) if facts else ""


def _says_type(said: str, attachment: Attachment) -> bool:
    """Tell whether words name the type: by its label, or by the ending of the file in capitals or with its dot."""
    suffix = re.escape(suffix_of(attachment.source))
    label = re.escape(attachment.label)
    return re.search(rf"(?:(?<!\w)(?:{label}|{suffix.upper()})|\.(?i:{suffix}))(?!\w)", said) is not None
