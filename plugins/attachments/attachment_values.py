"""Values of attachments: the file of an author, and the file that readers get."""

from dataclasses import dataclass
from typing import NamedTuple

from plugins.stet.space import Space


class AttachmentError(Exception):
    """A file that cannot be published; the message says why, for its author, after the name of the file."""

    def __init__(self, message: str, remedy: str = "", *, is_missing: bool = False) -> None:
        """Take the reason, and what to do where that is known; `is_missing` if there is no such file."""
        super().__init__(message)
        self.remedy = remedy
        self.is_missing = is_missing


class MediaFacts(NamedTuple):
    """Facts on a file of audio or video. Of plain values only."""

    seconds: float
    width: int
    """In pixels, as players show it: upright; 0 of audio."""
    height: int
    is_video: bool
    codecs: str
    """As text: `AVC, AAC`."""
    has_sound: bool = True


class FileRemark(NamedTuple):
    """Something that the author of a file should know although it can be published."""

    what: str
    remedy: str
    is_warning: bool = True
    """False of a notice."""


class SourceAttachment(NamedTuple):
    """A file of the content folder, as far as it is known without changing it. Of plain values only."""

    source: str
    """Its path below the content folder."""
    size: int
    """In bytes."""
    media: MediaFacts | None = None
    remarks: tuple[FileRemark, ...] = ()
    names: tuple[str, ...] = ()
    """Facts that it tells on those who made it, in words, if it can be published without that."""

    @property
    def plain(self) -> tuple[object, ...]:
        """The file as a plain value."""
        media = tuple(self.media) if self.media else None
        return self.source, self.size, media, tuple(map(tuple, self.remarks)), self.names

    @classmethod
    def kept(cls, light: tuple[object, ...]) -> "SourceAttachment":
        """Return a file from its plain value."""
        found = cls._make(light)
        media = MediaFacts._make(found.media) if found.media else None
        return found._replace(media=media, remarks=tuple(map(FileRemark._make, found.remarks)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """A file that readers get."""

    source: str
    """Path of the author's file below the content folder."""
    place: str
    """The file to publish, relative to the project's folder: the author's, or one without the names in it."""
    name: str
    """As readers save it."""
    content: str
    """Digest of the author's file, in hexadecimal digits."""
    digest: str
    """The same of what is published: BLAKE2b of 16 bytes."""
    size: int
    """In bytes, of what is published."""
    media_type: str
    label: str
    """The type as links name it: "PDF"."""
    media: MediaFacts | None = None


ATTACHMENT = Space[Attachment | None]("attachment", "plugins.desk")
"""A file that readers get, by its key (`uniform_path`); None where there is none that can be published."""
