"""A share card as a value, which holds all that it shows; and its layout: where everything stands, in pixels."""

from dataclasses import dataclass
from typing import NamedTuple

from plugins.newsroom.choices import CardKind
from plugins.newsroom.language.language_tags import Direction
from plugins.pictures.values import Negative
from plugins.share_cards.fonts import Role
from plugins.share_cards.palette import Palette

WIDTH, HEIGHT = 1200, 630
"""Of every card: the ratio of 1.91 that services show links in."""
EDITION = 1
"""To be raised with a change of the design that readers shall see at once: cards then get other addresses."""


class CardPicture(NamedTuple):
    """A picture to draw with."""

    negative: Negative
    name: str
    """Among the prints."""
    key: str
    """Stands for what the print shows."""
    focus: tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareCard:
    """The model of a card. Texts are plain, without characters that no font has."""

    kind: CardKind
    title: str
    """Empty where no font has a character of it: then the picture stands alone."""
    lang: str
    """Of the title."""
    site_lang: str
    """Of the publication: of its name, kicker, label and byline."""
    name: str
    """Of the publication."""
    palette: Palette
    colour: str
    """Of the section, or the accent."""
    kicker: str = ""
    label: str = ""
    """Payer of the article, as readers are told it; or nothing."""
    line: str = ""
    """Byline, role or summary."""
    sections: tuple[str, ...] = ()
    """Colours of all sections, on the home front's card."""
    picture: CardPicture | None = None
    fonts: str = ""
    """Digest of fonts that the publication has chosen itself."""
    edition: int = EDITION


class Box(NamedTuple):
    """A rectangle, filled or for a picture."""

    left: int
    top: int
    right: int
    bottom: int
    colour: str = ""


class SetLine(NamedTuple):
    """A line of text."""

    text: str
    left: float
    baseline: float
    width: float
    size: int
    role: Role
    lang: str
    base: Direction
    colour: str


class Layout(NamedTuple):
    """Everything that a card shows: boxes from back to front, then lines."""

    paper: str
    boxes: tuple[Box, ...]
    lines: tuple[SetLine, ...]
    picture: Box | None
    focus: tuple[int, int]
    """The point of the picture that stays in its box, in percent from left and top."""
