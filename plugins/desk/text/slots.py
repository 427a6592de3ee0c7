"""Slots: the places in the HTML of a text where its links and pictures lead, still to be filled in.

A text is read without knowing of any other file, so its HTML can be kept for as long as the text stays the same; the
addresses of its targets may change with every build. A slot stands between two noncharacters, which no text can hold
(`front_matter/split.py` reports them), and names its target as written, so that nothing has to be kept beside the HTML.
"""

import html
import re
from typing import Protocol

from markupsafe import Markup

from plugins.desk.text.link_targets import is_outside
from plugins.desk.text.picture_markup import picture_markup
from plugins.newsroom.forms.shown_picture import Picture
from plugins.newsroom.markup import without_tags

_OPEN, _CLOSE = "\ufdd0", "\ufdd1"
_SLOT = re.compile(f"{_OPEN}([flouwhWH])([^{_CLOSE}]*){_CLOSE}")
_FILE_SLOT = re.compile(f"{_OPEN}f([^{_CLOSE}]*){_CLOSE}")
"""A part and its target: of a link its address; of a picture its address and its sides, these also in proportion."""
_GONE = "\ufdef"
"""Stands where the filling of a slot would, for a target that is not there."""
_NO_ADDRESS = re.compile(rf'\s[\w-]+="{_GONE}"')
_ATTRIBUTES = r'(?:\s+[^\s=>]+(?:="[^"]*")?)*\s*/?'
_PICTURE = re.compile(rf"<img(?P<attributes>{_ATTRIBUTES})>")
_LINK = re.compile(rf"<a(?P<attributes>{_ATTRIBUTES})>(?P<words>.*?)</a>", re.DOTALL)
_DESCRIPTION = re.compile(r'\salt="([^"]*)"')
_SOURCE = re.compile(rf'\ssrc="{_OPEN}u([^{_CLOSE}]*){_CLOSE}"')


class Targets(Protocol):
    """Knows where the links and pictures of one text lead, by target as written in it."""

    def text_sizes(self, picture: Picture) -> str:
        """Return the width at which a text shows a picture, as `sizes` has it."""

    def link(self, target: str) -> str | None:
        """Return the address that a link leads to; None if readers of this build could not open it."""

    def file_facts(self, target: str, words: str) -> str:
        """Return what stands behind the words of a link to a file, with its type and size; empty if they say both."""

    def original(self, target: str) -> str | None:
        """Return the address of the file that a link offers to save; None if readers could not have it."""

    def picture(self, target: str) -> Picture | None:
        """Return a picture; None if there is none of that name."""


def is_resolved(target: str) -> bool:
    """Tell whether a link leads to a file, to an address of the publication, or nowhere; others stay as written."""
    return target.startswith("//") or not (is_outside(target) or target.startswith("#"))


def link_slot(target: str) -> str:
    """Return the slot for the address of a link, as the value of an attribute that is not serialized yet."""
    return f"{_OPEN}l{target}{_CLOSE}"


def file_slot(target: str) -> str:
    """Return the slot for the address of a link to a file that readers open: its type and size follow its words."""
    return f"{_OPEN}f{target}{_CLOSE}"


def original_slot(target: str) -> str:
    """Return the slot for the address of a link by which readers save a file."""
    return f"{_OPEN}o{target}{_CLOSE}"


def picture_slots(target: str) -> tuple[str, str, str]:
    """Return the slots for address, width and height of a picture, as values like that of `link_slot`."""
    return f"{_OPEN}u{target}{_CLOSE}", f"{_OPEN}w{target}{_CLOSE}", f"{_OPEN}h{target}{_CLOSE}"


def scaled_slots(target: str, size: int, *, is_width: bool) -> tuple[str, str]:
    """Return width and height of a picture of which the author has given one: that, and the slot for the other."""
    if is_width:
        return str(size), f"{_OPEN}H{size} {target}{_CLOSE}"
    return f"{_OPEN}W{size} {target}{_CLOSE}", str(size)


def fill(markup: str, targets: Targets) -> str:
    """Return `markup` with its slots filled.

    Of a link without a target the words stay, of a picture the description, of other elements all but the address.
    """
    if _OPEN not in markup:
        return markup
    if "<img" in markup:
        markup = _PICTURE.sub(lambda image: _shown(image, targets), markup)
    if f"{_OPEN}f" in markup:
        markup = _LINK.sub(lambda link: _with_facts(link, targets), markup)
    filled = _fill_slots(markup, targets)
    if _GONE in filled:
        filled = _NO_ADDRESS.sub("", _LINK.sub(_words, _PICTURE.sub(_description, filled)))
    return filled


def _fill_slots(markup: str, targets: Targets) -> str:
    return _SLOT.sub(lambda slot: _filling(slot[1], html.unescape(slot[2]), targets), markup)


def _shown(image: re.Match[str], targets: Targets) -> str:
    source = _SOURCE.search(image["attributes"])
    picture = targets.picture(html.unescape(source[1])) if source else None
    if picture is None:
        return image[0]
    return picture_markup(_fill_slots(image[0], targets), picture, targets.text_sizes(picture))


def _filling(part: str, target: str, targets: Targets) -> str:
    if part in "flo":
        address = targets.original(target) if part == "o" else targets.link(target)
        return _GONE if address is None else html.escape(address)
    size, _, name = target.partition(" ") if part in "WH" else ("", "", target)
    picture = targets.picture(name)
    if picture is None:
        return _GONE
    if part in "WH":
        sides = (picture.width, picture.height) if part == "W" else (picture.height, picture.width)
        return str(max(1, round(int(size) * sides[0] / sides[1])))
    if part == "u":
        return html.escape(picture.url)
    return str(picture.width if part == "w" else picture.height)


def _with_facts(link: re.Match[str], targets: Targets) -> str:
    """Return a link to a file with its type and size behind its words, where there is such a file."""
    slot = _FILE_SLOT.search(link["attributes"])
    if slot is None:
        return link[0]
    facts = targets.file_facts(html.unescape(slot[1]), without_tags(Markup(link["words"])))
    said = f'<span class="file-facts"> {html.escape(facts)}</span>' if facts else ""
    return f"<a{link['attributes']}>{link['words']}{said}</a>"


def _description(image: re.Match[str]) -> str:
    if _GONE not in image["attributes"]:
        return image[0]
    found = _DESCRIPTION.search(image["attributes"])
    return found[1] if found else ""


def _words(link: re.Match[str]) -> str:
    """Return the words of a link without a target, and the link itself if others lead to it."""
    attributes = link["attributes"]
    return link["words"] if _GONE in attributes and ' id="' not in attributes else link[0]
