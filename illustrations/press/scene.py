"""A scene: what a picture file is drawn with and by whom."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PIL import Image

from press.forms import Point
from press.inks import inks_of
from press.sheet import PAPER, Sheet

WIDE = (1200, 675)
LEAD = (1200, 800)
TALL = (800, 1000)
SQUARE = (400, 400)


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """One picture: its section colour, what its sheet is flooded with, and the function that draws on it."""

    draw: Callable[[Sheet], None]
    colour: str
    ground: str = PAPER
    size: tuple[int, int] = WIDE
    slip: Point = (5, -4)


def print_scene(scene: Scene, edge_steps: int = 10) -> Image.Image:
    """Draw a scene and print it; `edge_steps` as in `Sheet.printed`."""
    sheet = Sheet(*scene.size, ground=scene.ground)
    scene.draw(sheet)
    return sheet.printed(inks_of(scene.colour), scene.slip, edge_steps)
