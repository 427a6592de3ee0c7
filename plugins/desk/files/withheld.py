"""Files of the content folder that a takedown list means: a build is made as if there were none of them."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import chain

from plugins.attachments.attachment_paths import any_attachment_path, is_attachment_path
from plugins.attachments.attachment_values import AttachmentError, SourceAttachment
from plugins.desk.files.entry import Entry, url_of
from plugins.newsroom.addresses.takedown_list import NOTHING_TAKEN_DOWN, TakedownEntry, TakedownList
from plugins.pictures.paths import any_print_path, is_print_path
from plugins.pictures.values import PictureError, SourcePicture

_WITHHELD_KINDS = ("articles", "pages")
"""Texts that build no lists: without an author or a category, the articles that name it could not be shown."""

Pictures = Mapping[str, SourcePicture | PictureError]
"""Picture files by key."""
Attachments = Mapping[str, SourceAttachment | AttachmentError]
"""Files to open by key."""


@dataclass(frozen=True, slots=True)
class Withheld:
    """The part of a content folder that a takedown list means, at a time in the publication's zone."""

    takedown: TakedownList
    now: datetime
    digest: Callable[[str], bytes]
    """Returns the digest of a file, by its path below the content folder."""
    moved: Mapping[str, Sequence[str]] = field(default_factory=dict)
    """Former addresses that no file has, by the address where they end (`leading_to`)."""

    def __bool__(self) -> bool:
        return bool(self.takedown)

    def has_text(self, entry: Entry) -> bool:
        """Tell whether a text is withheld."""
        return bool(self.takedown) and any(self._naming_text(entry))

    def pictures(self, pictures: Pictures) -> Pictures:
        """Return those pictures among these that are withheld."""
        if not self.takedown:
            return {}
        return {key: picture for key, picture in pictures.items() if any(self._naming_picture(picture))}

    def attachments(self, attachments: Attachments) -> Attachments:
        """Return those files to open among these that are withheld."""
        if not self.takedown:
            return {}
        return {key: each for key, each in attachments.items() if any(self._naming_attachment(each))}

    def addresses(
        self, entries: Mapping[str, Entry], pictures: Pictures, attachments: Attachments
    ) -> dict[str, dict[str, list[str]]]:
        """Return the addresses that each entry of the list means, by the entry as written; a picture's are one.

        Each with its former ones. Entries that mean nothing are left out. Looks at every file.
        """
        found: dict[str, dict[str, list[str]]] = {}
        for text in entries.values() if self.takedown else ():
            for entry in self._naming_text(text):
                found.setdefault(entry.written, {})[url_of(text, self.now)] = self._former(text)
        for picture in pictures.values() if self.takedown else ():
            for entry in self._naming_picture(picture):
                found.setdefault(entry.written, {})[self._picture_address(picture)] = []
        for attachment in attachments.values() if self.takedown else ():
            for entry in self._naming_attachment(attachment):
                assert isinstance(attachment, SourceAttachment)
                path = any_attachment_path(attachment.source, self._content(attachment))
                found.setdefault(entry.written, {})[f"/{path}"] = []
        return {written: dict(sorted(addresses.items())) for written, addresses in sorted(found.items())}

    def _naming_text(self, entry: Entry) -> Iterator[TakedownEntry]:
        if entry.kind in _WITHHELD_KINDS:
            yield from self.takedown.naming(entry.source, [url_of(entry, self.now), *self._former(entry)])

    def _former(self, entry: Entry) -> list[str]:
        """Return the former addresses of a text: its aliases, and what `addresses.toml` moves there."""
        moved = (self.moved.get(address, ()) for address in (url_of(entry, self.now), *entry.aliases))
        return sorted({*entry.aliases, *chain.from_iterable(moved)})

    def _naming_picture(self, picture: SourcePicture | PictureError) -> Iterator[TakedownEntry]:
        if isinstance(picture, SourcePicture):
            for entry in self.takedown.entries:
                is_made = entry.path.startswith("pictures/") and is_print_path(
                    entry.path, picture.source, self.digest(picture.source)
                )
                if is_made or entry.names_file(picture.source):
                    yield entry

    def _naming_attachment(self, attachment: SourceAttachment | AttachmentError) -> Iterator[TakedownEntry]:
        if isinstance(attachment, SourceAttachment):
            for entry in self.takedown.entries:
                is_published = entry.path.startswith("files/") and is_attachment_path(
                    entry.path, attachment.source.lower(), self._content(attachment)
                )
                if is_published or entry.names_file(attachment.source):
                    yield entry

    def _content(self, attachment: SourceAttachment) -> str:
        return self.digest(attachment.source).hex()

    def _picture_address(self, picture: SourcePicture | PictureError) -> str:
        assert isinstance(picture, SourcePicture)
        return f"/{any_print_path(picture.source, self.digest(picture.source))}"


def _no_digest(_: str) -> bytes:
    return b""


NOTHING_WITHHELD = Withheld(NOTHING_TAKEN_DOWN, datetime.min, _no_digest)
