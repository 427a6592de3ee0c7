"""The stylesheets as far as they can be read: layers, tokens, contrast, and the weight of all scripts."""

import re
from itertools import product
from math import cos, radians, sin
from pathlib import Path

import pytest

from plugins.newsroom.words.catalogues import languages
from tests.conftest import ROOT

STATIC = ROOT / "theme" / "static"
SHEETS = sorted((STATIC / "css").rglob("*.css"))
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
PAIR = re.compile(r"--([\w-]+): light-dark\(oklch\(([^)]+)\), oklch\(([^)]+)\)\)")
TOKENS = (STATIC / "css" / "tokens.css").read_text(encoding="utf-8")
BACKGROUNDS = ("paper", "tint")


def luminance(oklch: str) -> float:
    """Return the relative luminance (WCAG 2) of `L% C H`, by Ottosson's OKLab matrices."""
    lightness, chroma, hue = (float(part.rstrip("%")) for part in oklch.split())
    lightness, a, b = lightness / 100, chroma * cos(radians(hue)), chroma * sin(radians(hue))
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    middle = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    red = 4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short
    green = -1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short
    blue = -0.0041960863 * long - 0.7034186147 * middle + 1.7076147010 * short
    clipped = [min(max(part, 0.0), 1.0) for part in (red, green, blue)]
    return 0.2126 * clipped[0] + 0.7152 * clipped[1] + 0.0722 * clipped[2]


def contrast(ink: str, paper: str, scheme: int) -> float:
    """Return the contrast of two tokens, 1 to 21; scheme 0 is light, 1 is dark."""
    pairs = {name: (light, dark) for name, light, dark in PAIR.findall(TOKENS)}
    bright, dim = sorted((luminance(pairs[ink][scheme]), luminance(pairs[paper][scheme])), reverse=True)
    return (bright + 0.05) / (dim + 0.05)


@pytest.mark.parametrize(("paper", "scheme"), [*product(BACKGROUNDS, (0, 1))])
def test_text_is_read_with_the_highest_contrast(paper: str, scheme: int) -> None:
    assert contrast("ink", paper, scheme) >= 7


@pytest.mark.parametrize(("ink", "paper", "scheme"), [*product(("quiet", "accent", "visited"), BACKGROUNDS, (0, 1))])
def test_furniture_is_read_with_enough_contrast(ink: str, paper: str, scheme: int) -> None:
    assert contrast(ink, paper, scheme) >= 4.5


@pytest.mark.parametrize("scheme", [0, 1])
def test_the_button_is_read_with_enough_contrast(scheme: int) -> None:
    assert contrast("on-accent", "accent", scheme) >= 4.5


@pytest.mark.parametrize("scheme", [0, 1])
def test_edges_of_controls_are_seen(scheme: int) -> None:
    assert contrast("edge", "paper", scheme) >= 3


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda path: path.stem)
def test_every_rule_stands_in_a_layer(sheet: Path) -> None:
    text = COMMENT.sub("", sheet.read_text(encoding="utf-8")).strip()

    assert re.fullmatch(r"@layer [\w, ]+;|@layer [\w-]+ \{.*\}", text, re.DOTALL)


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda path: path.stem)
def test_every_token_that_is_used_is_defined(sheet: Path) -> None:
    everything = "".join(path.read_text(encoding="utf-8") for path in SHEETS)
    used = re.findall(r"var\(--([\w-]+)", sheet.read_text(encoding="utf-8"))

    assert [name for name in used if f"--{name}:" not in everything] == []


def test_all_scripts_together_are_under_three_kilobytes() -> None:
    assert sum(path.stat().st_size for path in (STATIC / "js").glob("*.js")) < 3_000


@pytest.mark.parametrize("sheet", sorted((STATIC / "css" / "languages").glob("*.css")), ids=lambda path: path.stem)
def test_every_sheet_of_a_language_has_a_catalogue(sheet: Path) -> None:
    assert sheet.stem in languages()


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda path: path.stem)
def test_nothing_is_placed_by_left_and_right(sheet: Path) -> None:
    text = COMMENT.sub("", sheet.read_text(encoding="utf-8"))
    properties = re.findall(r"[{;]\s*([\w-]*(?:left|right)[\w-]*|[\w-]+(?=\s*:\s*(?:left|right)\b))\s*:", text)

    assert properties == []
