"""Facts that a document tells beside its text."""

from dataclasses import dataclass
from typing import NamedTuple

from plugins.attachments.attachment_values import FileRemark
from plugins.newsroom.problems import shortened

DAMAGED = "seems to be damaged, and may not open"


class Told(NamedTuple):
    """A fact that a document tells of those who made it."""

    what: str
    """`author`, `company` …"""
    value: str

    @property
    def in_words(self) -> str:
        return f"{self.what} {shortened(' '.join(self.value.split()), 40)!r}" if self.value else self.what


@dataclass(frozen=True, slots=True)
class DocumentFacts:
    """Facts on a document."""

    told: tuple[Told, ...] = ()
    """In the fields that programs fill in by themselves."""
    kept_for: str = ""
    """Why these fields cannot be emptied; empty if they can."""
    remarks: tuple[FileRemark, ...] = ()
    """Things beside that its author should know."""
