"""Places in a file, and the characters that mark places in its HTML, which no file may hold."""

from typing import NamedTuple

NONCHARACTERS = "\ufdd0-\ufdef"
"""Characters that slots are made of, as a range in a regular expression; in a text they are mistakes."""


class Place(NamedTuple):
    """A place in a file; line and column count from 1."""

    line: int
    column: int
