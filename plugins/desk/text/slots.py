"""Slots: the places in the HTML of a text where its links and pictures lead, still to be filled in.

A text is read without knowing of any other file, so its HTML can be kept for as long as the text stays the same; the
addresses of its targets may change with every build. A slot stands between two noncharacters, which no text can hold
(`front_matter/split.py` reports them), and names its target as written, so that nothing has to be kept beside the HTML.
"""

import re
from dataclasses import dataclass
from typing import Protocol

from plugins.desk.text.link_targets import names_content

_OPEN, _CLOSE = "\ufdd0", "\ufdd1"
_SLOT = re.compile(f"{_OPEN}([luwh])([^{_CLOSE}]*){_CLOSE}")
_STAND_INS = {"&": "\ufdd2", "<": "\ufdd3", ">": "\ufdd4", '"': "\ufdd5"}
"""A target must come out of the serializer as it went in: `&amp;` there may have been `&` or `&amp;`."""
_PUT_AWAY = str.maketrans(_STAND_INS)
_TAKE_BACK = str.maketrans({stand_in: letter for letter, stand_in in _STAND_INS.items()})
_LONE_AMPERSAND = re.compile(r"&(?!(?:#[0-9]+|#x[0-9a-f]+|[0-9a-z]+);)", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownPicture:
    """The address of a picture of the text, and its size."""

    url: str
    width: int
    height: int


class Targets(Protocol):
    """Knows where the links and pictures of one text lead, by target as written in it."""

    def link(self, target: str) -> str:
        """Return the address that a link leads to."""

    def picture(self, target: str) -> ShownPicture:
        """Return a picture; raises LookupError where there is none of that name."""


def is_resolved(target: str) -> bool:
    """Tell whether the target of a link depends on another file, or on the path that the site lives under."""
    return target.startswith("/") or names_content(target)


def link_slot(target: str) -> str:
    """Return the slot for the address of a link, as the value of an attribute that is not serialized yet."""
    return f"{_OPEN}l{target.translate(_PUT_AWAY)}{_CLOSE}"


def picture_slots(target: str) -> tuple[str, str, str]:
    """Return the slots for address, width and height of a picture, as values like that of `link_slot`."""
    put_away = target.translate(_PUT_AWAY)
    return f"{_OPEN}u{put_away}{_CLOSE}", f"{_OPEN}w{put_away}{_CLOSE}", f"{_OPEN}h{put_away}{_CLOSE}"


def fill(html: str, targets: Targets) -> str:
    """Return `html` with its slots filled."""
    if _OPEN not in html:
        return html
    return _SLOT.sub(lambda slot: _filling(slot[1], slot[2].translate(_TAKE_BACK), targets), html)


def _filling(part: str, target: str, targets: Targets) -> str:
    if part == "l":
        return _escape(targets.link(target))
    picture = targets.picture(target)
    if part == "u":
        return _escape(picture.url)
    return str(picture.width if part == "w" else picture.height)


def _escape(value: str) -> str:
    """Return the value of an attribute as Python-Markdown serializes it, which leaves character references be."""
    value = _LONE_AMPERSAND.sub("&amp;", value) if "&" in value else value
    return value.replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
