"""The icon of browsers that show drawings: the first letter of the name on the accent."""

import unicodedata

from markupsafe import escape

PHONE_SIDE = 180
"""Pixels of the icon on a phone's home screen."""
_BEFORE_ITS_CONSONANT = frozenset("เแโใไເແໂໃໄ")
"""Vowels of Thai and Lao that are written before the letter that they are spoken after."""
_WIDE = 34
_NARROW = 42
"""Size of the letter in an icon of 64."""


def first_letter(name: str) -> str:
    """Return the first letter or digit of a name, with the marks that belong to it; a dot where there is none."""
    start = next((at for at, character in enumerate(name) if character.isalnum()), None)
    if start is None:
        return "•"
    end = start + 1
    if name[start] in _BEFORE_ITS_CONSONANT and end < len(name):
        end += 1
    while end < len(name) and unicodedata.category(name[end]).startswith("M"):
        end += 1
    return name[start:end]


def letter_size(letter: str) -> int:
    """Return the size of a letter in an icon of 64."""
    return _WIDE if len(letter) > 1 or unicodedata.east_asian_width(letter) in "WF" else _NARROW


def letter_icon(name: str, ground: str, colour: str) -> str:
    """Return an SVG with the first letter of a name on a ground."""
    letter = first_letter(name)
    size = letter_size(letter)
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64">'
        f'<path fill="{ground}" d="M0 0h64v64H0z"/>'
        f'<text x="32" y="{32 + size * 0.35:g}" fill="{colour}" font-family="Georgia,\'Noto Serif\',serif" '
        f'font-size="{size}" font-weight="700" text-anchor="middle">{escape(letter)}</text></svg>\n'
    )
