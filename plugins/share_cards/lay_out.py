"""The layout of cards, from left to right; the whole is mirrored for languages that run the other way."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from plugins.newsroom.language.language_tags import text_direction
from plugins.share_cards.card_values import HEIGHT, WIDTH, Box, Layout, SetLine, ShareCard
from plugins.share_cards.fit_lines import Setting, fit_lines, shortened_to
from plugins.share_cards.fonts import Role
from plugins.share_cards.line_breaks import line_pieces
from plugins.share_cards.set_type import Style, Typesetter

MARGIN = 60
"""Nothing is set nearer to the edge: services cut edges and round corners."""
_PICTURE_WIDTH = 500
_GUTTER = 48
_BAR = 14
_FOOT = 112
"""From the bottom to the hairline above the publication's name."""
_SIZES = (100, 92, 84, 76, 70, 64, 60, 56, 52, 48, 44, 40, 36)
_NAME_SIZES = (176, 160, 144, 128, 112, 100, 84, 70, 60, 52, 44)
_HOME_SIZES = (228, 204, *_NAME_SIZES)
_SMALL_SIZES = (30, 26)
"""Few, as a font is opened at each."""
_OTHER_SCRIPTS = 1.2
_HANGING = "“‘\"'«„「『《〈"


@dataclass(slots=True)
class _Sheet:
    """A card that is being laid out, from left to right."""

    card: ShareCard
    type: Typesetter
    right: int = WIDTH - MARGIN
    """End of the column of text."""
    boxes: list[Box] = field(default_factory=list)
    lines: list[SetLine] = field(default_factory=list)

    @property
    def width(self) -> int:
        return self.right - MARGIN

    def style(self, role: Role, colour: str = "") -> Style:
        """Return the style of words in the language of the title."""
        return self._style(role, colour, self.card.lang)

    def site_style(self, role: Role, colour: str = "") -> Style:
        """Return the style of words in the publication's language."""
        return self._style(role, colour, self.card.site_lang)

    def _style(self, role: Role, colour: str, lang: str) -> Style:
        return Style(role, lang, text_direction(lang), colour or self.card.palette.ink)

    def line(self, text: str, left: float, baseline: float, size: int, style: Style, width: float = 0) -> float:
        """Set one line, shortened to the width, and return its own width.

        Other scripts than those of the sans are smaller to the eye, and set larger.
        """
        if style.role == "sans" and {*self.type.fonts.choose(text, style.lang, "sans")} - {"sans"}:
            size = round(size * _OTHER_SCRIPTS)
        text = shortened_to(text, lambda part: self.type.width(part, style), (width or self.right - left) / size)
        wide = self.type.width(text, style) * size
        self.lines.append(SetLine(text, left, baseline, wide, size, style.role, style.lang, style.base, style.colour))
        return wide

    def block(self, text: str, top: float, bottom: float, sizes: Sequence[int], style: Style, most: int = 9) -> float:
        """Set a text in lines from the top as large as it fits, and return where the last one ends."""
        room = self.type.proportions(text, style.lang, style.role)
        depth = room.ascent + room.descent
        box = Setting(self.width, bottom - top, sizes, room.leading, depth, most)
        fitted = fit_lines(line_pieces(text, style.lang), lambda part: self.type.width(part, style), box)
        baseline = top + room.ascent * fitted.size
        for number, line in enumerate(fitted.lines):
            wide = self.type.width(line, style) * fitted.size
            left = MARGIN - self._hang(line, style) * fitted.size
            place = baseline + number * room.leading * fitted.size
            self.lines.append(
                SetLine(line, left, place, wide, fitted.size, style.role, style.lang, style.base, style.colour)
            )
        return baseline + ((len(fitted.lines) - 1) * room.leading + room.descent) * fitted.size

    def _hang(self, line: str, style: Style) -> float:
        """Return the ems by which an opening quotation mark hangs out of the column."""
        if line[:1] not in _HANGING:
            return 0
        wide = self.type.width(line[:1], style)
        return wide / 2 if wide > 0.9 else wide  # a wide form is empty on its outer half

    def done(self, paper: str, picture: Box | None = None) -> Layout:
        focus = self.card.picture.focus if self.card.picture else (50, 50)
        layout = Layout(paper, tuple(self.boxes), tuple(self.lines), picture, focus)
        return _mirrored(layout) if text_direction(self.card.lang) == "rtl" else layout


def lay_out(card: ShareCard, type: Typesetter) -> Layout:
    """Return the layout of a card by its design."""
    match card.kind:
        case _ if not card.title:
            return _wordless(_Sheet(card, type))
        case "home":
            return _home(_Sheet(card, type))
        case "category":
            return _category(_Sheet(card, type))
        case "article":
            return _article(_Sheet(card, type))
        case _:
            return _front(_Sheet(card, type))


def _article(sheet: _Sheet) -> Layout:
    card, palette = sheet.card, sheet.card.palette
    picture = _make_room(sheet)
    sheet.boxes.append(Box(0, 0, picture.left if picture else WIDTH, _BAR, card.colour))
    _kicker(sheet)
    end = HEIGHT - _FOOT - (82 if card.line else 30)
    sheet.block(card.title, 122, end, _SIZES, sheet.style("serif"))
    if card.line:
        sheet.line(card.line, MARGIN, HEIGHT - _FOOT - 28, 26, sheet.site_style("sans", palette.quiet))
    _name(sheet)
    return sheet.done(palette.paper, picture)


def _front(sheet: _Sheet) -> Layout:
    """Set a tag, an author with portrait, or a page of the publication's own."""
    card, palette = sheet.card, sheet.card.palette
    picture = _make_room(sheet)
    sheet.boxes.append(Box(MARGIN, 0, MARGIN + 132, _BAR * 2, card.colour))
    _kicker(sheet)
    sizes = [size for size in _NAME_SIZES if size < 130] if picture else _NAME_SIZES
    end = HEIGHT - _FOOT - (120 if card.line else 32)
    last = sheet.block(card.title, 136, end, sizes, sheet.style("serif"), most=4)
    if card.line:
        sheet.block(card.line, last + 26, HEIGHT - _FOOT - 20, _SMALL_SIZES, sheet.style("sans", palette.quiet), most=3)
    _name(sheet)
    return sheet.done(palette.tint if card.kind == "page" else palette.paper, picture)


def _category(sheet: _Sheet) -> Layout:
    """Set a section's name on its colour."""
    card, paper = sheet.card, sheet.card.palette.paper
    sheet.line(card.name, MARGIN, 104, 40, sheet.site_style("serif", paper))
    sheet.boxes.append(Box(MARGIN, 134, WIDTH - MARGIN, 137, paper))
    last = sheet.block(card.title, 190, HEIGHT - 170, _NAME_SIZES, sheet.style("serif", paper), most=3)
    if card.line:
        sheet.block(card.line, last + 34, HEIGHT - MARGIN, _SMALL_SIZES, sheet.style("sans", paper), most=3)
    return sheet.done(card.colour)


def _home(sheet: _Sheet) -> Layout:
    """Set the publication's name above its promise, on the colours of its sections."""
    card, palette = sheet.card, sheet.card.palette
    colours = card.sections or (card.colour,)
    for number, colour in enumerate(colours):
        left, right = (WIDTH * each // len(colours) for each in (number, number + 1))
        sheet.boxes.append(Box(left, HEIGHT - 40, right, HEIGHT, colour))
    last = sheet.block(card.title, 150, HEIGHT - 190, _HOME_SIZES, sheet.style("serif"), most=2)
    if card.line:
        sheet.block(card.line, last + 40, HEIGHT - 76, (40, *_SMALL_SIZES), sheet.style("sans", palette.quiet), most=2)
    return sheet.done(palette.paper)


def _wordless(sheet: _Sheet) -> Layout:
    """Set the picture alone, or the publication's name on the colour of the section."""
    if sheet.card.picture:
        return sheet.done(sheet.card.palette.paper, Box(0, 0, WIDTH, HEIGHT))
    sheet.block(sheet.card.name, 230, HEIGHT - MARGIN, _NAME_SIZES, sheet.style("serif", sheet.card.palette.paper), 2)
    return sheet.done(sheet.card.colour)


def _make_room(sheet: _Sheet) -> Box | None:
    """Return the box of the card's picture, on the right, and keep text out of it."""
    if sheet.card.picture is None:
        return None
    sheet.right = WIDTH - _PICTURE_WIDTH - _GUTTER
    return Box(WIDTH - _PICTURE_WIDTH, 0, WIDTH, HEIGHT)


def _kicker(sheet: _Sheet) -> None:
    """Set the kicker, and before it the payer's label as the pages have it: paper on ink."""
    card, left = sheet.card, float(MARGIN)
    if card.label:
        style = sheet.site_style("sans", card.palette.paper)
        wide = sheet.line(card.label, left + 14, 88, 26, style, sheet.right - left - 28)
        sheet.boxes.append(Box(MARGIN, 56, round(left + 28 + wide), 100, card.palette.ink))
        left += wide + 48
    style = sheet.site_style("sans", card.colour)
    if card.kicker and not (card.label and left + sheet.type.width(card.kicker, style) * 26 > sheet.right):
        sheet.line(card.kicker, left, 88, 26, style)


def _name(sheet: _Sheet) -> None:
    sheet.boxes.append(Box(MARGIN, HEIGHT - _FOOT, sheet.right, HEIGHT - _FOOT + 2, sheet.card.palette.hairline))
    sheet.line(sheet.card.name, MARGIN, HEIGHT - 58, 36, sheet.site_style("serif"))


def _mirrored(layout: Layout) -> Layout:
    """Return a layout as a mirror shows it, its lines still to be read."""
    picture = layout.picture and _turned(layout.picture)
    lines = tuple(line._replace(left=WIDTH - line.left - line.width) for line in layout.lines)
    return Layout(layout.paper, tuple(map(_turned, layout.boxes)), lines, picture, layout.focus)


def _turned(box: Box) -> Box:
    return box._replace(left=WIDTH - box.right, right=WIDTH - box.left)
