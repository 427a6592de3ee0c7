"""Names of files to open: how texts may name them, and why one is not published."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from plugins.attachments.attachment_types import AttachmentType, is_attachment, unknown_type
from plugins.attachments.attachment_values import AttachmentError, SourceAttachment
from plugins.attachments.media.companions import Companions, captions_by_stem, companions_of
from plugins.attachments.settings import AttachmentsSettings
from plugins.desk.text.link_targets import content_path, file_and_suffix
from plugins.pictures.paths import uniform_path


def attachment_key(source: str, target: str) -> str:
    """Return the key of the file that `target`, written in the file `source`, names."""
    return uniform_path(content_path(source, file_and_suffix(target)[0]))


@dataclass(frozen=True)
class AttachmentFolder:
    """The files to open of a content folder."""

    by_key: Mapping[str, SourceAttachment | AttachmentError]
    settings: AttachmentsSettings
    taken_down: Mapping[str, SourceAttachment | AttachmentError] = field(default_factory=dict)
    """Those that are withheld, by key; they are not among the others."""
    pictures: Collection[str] = ()
    """Keys of all pictures in the folder, among which posters are."""

    @cached_property
    def types(self) -> Mapping[str, AttachmentType]:
        """The types of files, by suffix."""
        return self.settings.all_types

    def __getitem__(self, key: str) -> SourceAttachment | AttachmentError:
        return self.by_key.get(key) or self._missing(key)

    def get(self, key: str) -> SourceAttachment | None:
        """Return the file with a key, if it can be published."""
        found = self.by_key.get(key)
        return found if isinstance(found, SourceAttachment) else None

    def companions(self, key: str) -> Companions:
        """Return the files beside one of audio or video that its player shows."""
        return companions_of(key, self.pictures, self.by_key, self._captions)

    @cached_property
    def _captions(self) -> Mapping[str, list[tuple[str, str]]]:
        return captions_by_stem(self.by_key)

    def _missing(self, key: str) -> AttachmentError:
        """Return why there is no file with this key."""
        if key.startswith("../"):
            return AttachmentError("lies outside the content folder", "put it beside the article, or in content/files")
        if is_attachment(key, self.types):
            return AttachmentError("does not exist", is_missing=True)
        return unknown_type(key, self.types)


NO_ATTACHMENTS = AttachmentFolder({}, AttachmentsSettings())


def hidden_name(key: str) -> str | None:
    """Return the part of a path that begins with a sign for what is left alone, if one does."""
    return next((part for part in key.split("/") if part.startswith((".", "_", "#"))), None)
