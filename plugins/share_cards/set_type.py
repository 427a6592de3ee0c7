"""Lines of text as pixels: every run in a font that has it, in its own direction, shaped by HarfBuzz."""

from functools import lru_cache
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from plugins.newsroom.language.language_tags import Direction
from plugins.share_cards.bidi import from_left, level_runs
from plugins.share_cards.fonts import MEASURED_SIZE, FontSet, Role

if TYPE_CHECKING:  # builds that draw no card do without Pillow
    from PIL.Image import Image


class Proportions(NamedTuple):
    """Room that lines in a font need, in ems."""

    ascent: float
    descent: float
    leading: float


_PROPORTIONS = {
    "serif": Proportions(0.76, 0.24, 1.12),
    "sans": Proportions(0.76, 0.24, 1.25),
    "arabic": Proportions(0.94, 0.5, 1.48),
    "hebrew": Proportions(0.8, 0.28, 1.24),
    "thai": Proportions(1.02, 0.34, 1.5),
    "devanagari": Proportions(0.92, 0.36, 1.4),
}
_EAST_ASIAN = Proportions(0.88, 0.14, 1.26)


class FontRun(NamedTuple):
    """Characters of one font and one direction."""

    text: str
    font: str
    level: int
    direction: Direction


class Typesetter:
    """Measures and draws lines with a set of fonts."""

    def __init__(self, fonts: FontSet) -> None:
        self.fonts = fonts
        self.width = lru_cache(maxsize=4_096)(self._width)

    def proportions(self, text: str, lang: str, role: Role) -> Proportions:
        """Return the room that the most demanding font of a text needs."""
        used = [_PROPORTIONS.get(name, _EAST_ASIAN) for name in {*self.fonts.choose(text, lang, role), role} if name]
        return Proportions(*(max(values) for values in zip(*used, strict=True)))

    def runs(self, text: str, lang: str, role: Role, base: Direction) -> list[FontRun]:
        """Return the runs of a line in the order of its characters."""
        names = iter(self.fonts.choose(text, lang, role))
        found = []
        for run in level_runs(text, base):
            pairs = groupby(((character, next(names)) for character in run.text), key=lambda pair: pair[1])
            for name, group in pairs:
                found.append(FontRun("".join(pair[0] for pair in group), name or role, run.level, run.direction))
        return found

    def draw(self, image: "Image", text: str, at: tuple[float, float], size: int, style: "Style") -> None:
        """Draw a line on the image; `at` is the left end of its baseline."""
        from PIL import ImageDraw  # here, for most builds draw no card

        pencil, x = ImageDraw.Draw(image), at[0]
        runs = self.runs(text, style.lang, style.role, style.base)
        for index in from_left([run.level for run in runs]):
            run = runs[index]
            font = self.fonts.font(run.font, size)
            pencil.text((x, at[1]), run.text, style.colour, font, "ls", direction=run.direction, language=style.lang)
            x += font.getlength(run.text, direction=run.direction, language=style.lang)

    def _width(self, text: str, style: "Style") -> float:
        """Return the width of a line in ems."""
        runs = self.runs(text, style.lang, style.role, style.base)
        fonts = [self.fonts.font(run.font, MEASURED_SIZE) for run in runs]
        lengths = [
            font.getlength(run.text, direction=run.direction, language=style.lang)
            for font, run in zip(fonts, runs, strict=True)
        ]
        return sum(lengths) / MEASURED_SIZE


class Style(NamedTuple):
    """The way in which a line is set."""

    role: Role
    lang: str
    base: Direction
    colour: str = "#000000"
