"""Near misses: the known name that a misspelt one most likely meant, found quickly among thousands as well."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property

_LEAST_LIKE = 0.66
"""Two thirds of the letters of both must stand in the other, in one order; judgement."""
_LONGEST = 300
"""Letters of a name that is looked for: what is longer is no name."""
_FEW = 40
"""So many names are all compared."""
_ENDS = 3
"""Letters at its beginning, or at its end, that a misspelt name among many shares with the one that was meant."""
_SHORT = 8
"""Letters of a name so short that one slip may be at both ends: it is compared with all short ones too."""
_UNTOLD = re.compile(r"(?:/index)?(?:\.md|\.html)?/*$")
"""The end of a path that names nothing."""


class KnownNames:
    """Names that there are: words, addresses or paths of files.

    Of a path the last part decides, and the rest only between equals. Among many names a misspelt one is compared with
    those that begin or end with the same letters: a slip of the hand leaves one of the two as it was.
    """

    def __init__(self, names: Iterable[str]) -> None:
        self._names = list(names)
        self._found: dict[str, str | None] = {}

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)

    def nearest(self, found: str) -> str | None:
        """Return the name that `found` most likely meant, or None when nothing is close."""
        if len(found) > _LONGEST:
            return None
        if found not in self._found:
            self._found[found] = self._search(found.casefold())
        return self._found[found]

    def _search(self, found: str) -> str | None:
        from rapidfuzz.distance import Indel  # here, for most runs find nothing misspelt
        from rapidfuzz.process import extract

        part = _last_part(found)
        near = extract(
            part, self._choices(part), scorer=Indel.normalized_similarity, score_cutoff=_LEAST_LIKE, limit=None
        )
        best = [name for _, score, name in near if score == near[0][1]]
        return max(sorted(best), key=lambda name: Indel.normalized_similarity(found, name.casefold()), default=None)

    def _choices(self, part: str) -> dict[str, str]:
        """Return the last parts of the names that `part` is compared with, by name."""
        if len(self._names) <= _FEW:
            return self._parts
        alike = self._by_beginning.get(part[:_ENDS], {}) | self._by_end.get(part[-_ENDS:], {})
        return alike | self._short if len(part) <= _SHORT else alike

    @cached_property
    def _parts(self) -> dict[str, str]:
        return {name: _last_part(name.casefold()) for name in self._names}

    @cached_property
    def _short(self) -> dict[str, str]:
        return {name: part for name, part in self._parts.items() if len(part) <= _SHORT + 1}

    @cached_property
    def _by_beginning(self) -> dict[str, dict[str, str]]:
        return _grouped((part[:_ENDS], name, part) for name, part in self._parts.items())

    @cached_property
    def _by_end(self) -> dict[str, dict[str, str]]:
        return _grouped((part[-_ENDS:], name, part) for name, part in self._parts.items())


def _last_part(path: str) -> str:
    """Return the part of a path that tells it from others, without ending; of a word, the word."""
    return _UNTOLD.sub("", path, count=1).rpartition("/")[2]


def _grouped(parts: Iterable[tuple[str, str, str]]) -> dict[str, dict[str, str]]:
    groups: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for key, name, part in parts:
        groups[key][name] = part
    return groups
