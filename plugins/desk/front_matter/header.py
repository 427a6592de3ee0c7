"""The parsed front matter of one file: plain nested text with the place of every key and value."""

from collections.abc import Mapping, Set
from dataclasses import dataclass, field
from typing import TypeAlias

from plugins.desk.places import Place

Value: TypeAlias = str | list["Value"] | dict[str, "Value"]
"""All scalars are text, so that `no` is no boolean and `2023` no number before the schema says so."""

Keys: TypeAlias = tuple[str | int, ...]
"""The way to a value: `("picture", "alt")`, `("related", 0)`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """Front matter as its author wrote it."""

    values: Mapping[str, Value] = field(default_factory=dict)
    value_places: Mapping[Keys, Place] = field(default_factory=dict)
    key_places: Mapping[Keys, Place] = field(default_factory=dict)
    quoted: Set[Keys] = frozenset()
    """The values that stand in quotes of the format, which are no part of them."""

    def place_of(self, *keys: str | int) -> Place:
        """Return where the value stands; where it does not stand itself, the innermost thing around it."""
        return _innermost(self.value_places, self.key_places, keys)

    def place_of_key(self, *keys: str | int) -> Place:
        """Return where the key of a value stands, with the same way out as `place_of`."""
        return _innermost(self.key_places, self.value_places, keys)


def _innermost(wanted: Mapping[Keys, Place], other: Mapping[Keys, Place], keys: Keys) -> Place:
    while keys:
        place = wanted.get(keys) or other.get(keys)
        if place:
            return place
        keys = keys[:-1]
    return Place(1, 1)
