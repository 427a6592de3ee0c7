"""Tables of entries by path and by kind, each entry and each kind made when it is asked for."""

from collections.abc import Callable, Iterable, Iterator, Mapping
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
    """The entries of the texts at some paths, each made of its light value at the first look."""

    def __init__(self, paths: Iterable[str], light: Callable[[str], tuple[Any, ...]]) -> None:
        self._made: dict[str, Entry | None] = dict.fromkeys(paths)
        self._light = light

    def __getitem__(self, path: str) -> Entry:
        entry = self._made[path]
        if entry is None:
            entry = self._made[path] = Entry._make(self._light(path))
        return entry

    def __iter__(self) -> Iterator[str]:
        return iter(self._made)

    def __len__(self) -> int:
        return len(self._made)

    def __contains__(self, path: object) -> bool:
        return path in self._made
