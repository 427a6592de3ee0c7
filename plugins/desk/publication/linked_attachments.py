"""Files that this build's texts link for readers to open, and the facts on them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from plugins.attachments.attachment_paths import readable_name
from plugins.attachments.attachment_types import suffix_of
from plugins.attachments.attachment_values import ATTACHMENT, Attachment
from plugins.attachments.cleaned_files import EDITION, CleanedFile, CleanedFiles
from plugins.attachments.media.companions import COMPANIONS, NO_COMPANIONS, Companions
from plugins.attachments.media.media_formats import is_played
from plugins.desk.files.content_index import ContentIndex
from plugins.desk.files.entry import Entry
from plugins.stet.facts import View, digest_of
from plugins.stet.offers import Offers
from plugins.stet.sources import StoredSource
from plugins.stet.step import Progress, Step
from plugins.stet.workers import Spread


@dataclass(frozen=True, slots=True)
class LinkedAttachments:
    """Finds the files of a content folder as readers get them."""

    index: ContentIndex
    known: Mapping[str, StoredSource]
    cleaned: CleanedFiles | None
    """Documents without names; None where files are published as they are, and in a preview."""

    def offer(self, offers: Offers, key: bytes | None, keys: Sequence[str]) -> None:
        """Offer the files with these keys, and what lies beside those that are played."""
        offers.offer_facts(ATTACHMENT, self.load, Step("Listing files", key, lambda _: self.digests(keys)))
        beside = Step("Listing posters and captions", key, lambda _: self.companions_digests(keys))
        offers.offer_facts(COMPANIONS, self.companions, beside)

    def load(self, _: View, key: str) -> Attachment | None:
        """Return what `find` does, for a view."""
        return self.find(key)

    def find(self, key: str) -> Attachment | None:
        """Return the file with a key; None where there is none that can be published."""
        found = self.index.attachments.get(key)
        if found is None:
            return None
        content, place = self.known[found.source].digest.hex(), self.index.path_of(found.source)
        clean = self.cleaned.cleaned(Path(place), content) if self.cleaned and found.names else None
        published = clean or CleanedFile(place, content, found.size)
        kind = self.index.attachments.types[suffix_of(found.source)]
        return Attachment(
            source=found.source,
            place=published.place,
            name=readable_name(found.source),
            content=content,
            digest=published.digest,
            size=published.size,
            media_type=kind.media_type,
            label=kind.label,
            media=found.media,
        )

    def digests(self, keys: Iterable[str]) -> dict[str, bytes]:
        """Return the digests of the files that there are, by key."""
        found = ((key, self.index.attachments.get(key)) for key in keys)
        edition = f" without names {EDITION}".encode()
        return {
            key: self.known[each.source].digest + (edition if self.cleaned and each.names else b"")
            for key, each in found
            if each
        }

    def clean(self, keys: Sequence[str], spread: Spread, progress: Progress) -> None:
        """Make the documents without names that have not been made; raises BuildError where they cannot be kept."""
        named = [key for key in keys if self.cleaned and (each := self.index.attachments.get(key)) and each.names]
        for count, _ in enumerate(spread.map(self._clean_some, named, 1), start=1):
            progress("Taking names out of documents", count, len(named))

    def _clean_some(self, keys: Sequence[str]) -> None:
        for key in keys:
            self.find(key)

    def companions(self, _: View, key: str) -> Companions:
        """Return the files that the player of one shows, for a view."""
        return self.index.attachments.companions(key)

    def companions_digests(self, keys: Iterable[str]) -> dict[str, bytes]:
        """Return the digests of the companions that there are, by the key of the file that they belong to."""
        found = ((key, self.index.attachments.companions(key)) for key in keys if is_played(key))
        return {key: digest_of(beside) for key, beside in found if beside != NO_COMPANIONS}

    def linked_by(self, entries: Iterable[Entry]) -> tuple[str, ...]:
        """Return the keys of the files that some texts link, and of those that their players show, in order."""
        keys = set()
        for entry in entries:
            keys.update(entry.attachments)
            keys.update(key for played in entry.played for key in self.index.attachments.companions(played).files)
        return tuple(sorted(key for key in keys if self.index.attachments.get(key)))
