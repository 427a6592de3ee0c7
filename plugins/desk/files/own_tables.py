"""Tables in TOML that a publication has at the top of its content folder, and the words of embeds that one holds."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Self

from plugins.desk.files.picture_files import picture_path
from plugins.newsroom.addresses.address_file import AddressFile
from plugins.newsroom.embeds.embed_cache import EMBEDS, NO_NOTES, EmbedCache, EmbedFile, EmbedNotes
from plugins.stet.facts import View, digest_of


@dataclass(frozen=True, slots=True)
class OwnTables:
    """The files as they are now; equal ones say the same."""

    addresses: AddressFile
    embeds: EmbedFile

    @classmethod
    def in_folder(cls, root: Path, shown_root: str) -> Self:
        """Return those of the content folder `root`, which problems call `shown_root`."""
        return cls(AddressFile.in_folder(root, shown_root), EmbedFile.in_folder(root, shown_root))


@dataclass(frozen=True)
class EmbedWords:
    """The words of embeds, read when somebody asks for them: most builds show no new card."""

    read: Callable[[], EmbedCache] = EmbedCache

    @cached_property
    def cache(self) -> EmbedCache:
        """The content of `embeds.toml`."""
        return self.read()

    def picture(self, address: str) -> str | None:
        """Return the key of the picture that the card of an embed shows, by its canonical address."""
        notes = self.cache.notes.get(address)
        return picture_path(EMBEDS, notes.picture) if notes and notes.picture else None

    def notes(self, _: View, address: str) -> EmbedNotes:
        """Return the words of an embed, for a view."""
        return self.cache.notes.get(address, NO_NOTES)

    def digests(self, _: object) -> dict[str, bytes]:
        """Return the digests of the words that there are, by canonical address."""
        return {address: digest_of(notes) for address, notes in self.cache.notes.items()}
