"""Tables of entries by path and by kind, each entry and each kind made when it is asked for."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from typing import Any

from plugins.desk.files.entry import Entry


class Kinds(dict[str, list[Entry]]):
    """Entries by kind, those of a kind looked up when it is asked for."""

    def __init__(self, entries: Mapping[str, Entry]) -> None:
        super().__init__()
        self._entries = entries

    def __missing__(self, kind: str) -> list[Entry]:
        folder = f"{kind}/"
        found = self[kind] = [self._entries[path] for path in self._entries if path.startswith(folder)]
        return found


class Entries(Mapping[str, Entry]):
    """The entries of the texts at some paths, each made of its light value at the first look.

    The tags of articles get the addresses that files of tags give them, and what is withheld counts as a draft. Of an
    article that is retracted by `seconds` there is nothing that only its text needs: no links, pictures or choices.
    """

    def __init__(
        self,
        paths: Iterable[str],
        light: Callable[[str], tuple[Any, ...]],
        seconds: float,
        is_withheld: Callable[[Entry], bool] | None = None,
    ) -> None:
        self._made: dict[str, Entry | None] = dict.fromkeys(paths)
        self._light, self._seconds = light, seconds
        self._is_withheld = is_withheld

    def __getitem__(self, path: str) -> Entry:
        entry = self._made[path]
        if entry is None:
            entry = Entry._make(self._light(path))
            if entry.tags and entry.kind == "articles" and self._tag_slugs:
                slugs = self._tag_slugs
                entry = entry._replace(tags=tuple((tag, slugs.get(tag.casefold(), slug)) for tag, slug in entry.tags))
            if self._is_withheld and self._is_withheld(entry):
                entry = entry._replace(is_draft=True, public_from=None)
            if entry.is_retracted_at(self._seconds):
                entry = entry.as_retracted
            self._made[path] = entry
        return entry

    @cached_property
    def _tag_slugs(self) -> Mapping[str, str]:
        """The slugs of tags whose file is called otherwise than they are, by name in small letters."""
        files = [self[path] for path in self._made if path.startswith("tags/")]
        named = [(tag.name.casefold(), tag.slug) for tag in reversed(files) if tag.tags and tag.tags[0][1] != tag.slug]
        return dict(named)

    def __iter__(self) -> Iterator[str]:
        return iter(self._made)

    def __len__(self) -> int:
        return len(self._made)

    def __contains__(self, path: object) -> bool:
        return path in self._made
