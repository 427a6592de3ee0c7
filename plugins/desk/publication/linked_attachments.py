"""Files that this build's texts link for readers to open, and the facts on them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from plugins.attachments.attachment_paths import readable_name
from plugins.attachments.attachment_types import suffix_of
from plugins.attachments.attachment_values import Attachment
from plugins.desk.files.content_index import ContentIndex
from plugins.desk.files.entry import Entry
from plugins.stet.facts import View
from plugins.stet.sources import StoredSource


@dataclass(frozen=True, slots=True)
class LinkedAttachments:
    """Finds the files of a content folder as readers get them."""

    index: ContentIndex
    known: Mapping[str, StoredSource]

    def load(self, _: View, key: str) -> Attachment | None:
        """Return what `find` does, for a view."""
        return self.find(key)

    def find(self, key: str) -> Attachment | None:
        """Return the file with a key; None where there is none that can be published."""
        found = self.index.attachments.get(key)
        if found is None:
            return None
        digest = self.known[found.source].digest.hex()
        kind = self.index.attachments.types[suffix_of(found.source)]
        return Attachment(
            source=found.source,
            place=self.index.path_of(found.source),
            name=readable_name(found.source),
            content=digest,
            digest=digest,
            size=found.size,
            media_type=kind.media_type,
            label=kind.label,
            media=found.media,
        )

    def digests(self, keys: Iterable[str]) -> dict[str, bytes]:
        """Return the digests of the files that there are, by key."""
        found = ((key, self.index.attachments.get(key)) for key in keys)
        return {key: self.known[each.source].digest for key, each in found if each}

    def linked_by(self, entries: Iterable[Entry]) -> tuple[str, ...]:
        """Return the keys of the files that some texts link, in order."""
        keys = {key for entry in entries for key in entry.attachments}
        return tuple(sorted(key for key in keys if self.index.attachments.get(key)))
