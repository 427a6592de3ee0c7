"""The stylesheets as far as they can be read: layers, tokens, contrast, and the weight of all scripts."""

import re
from itertools import product
from pathlib import Path

import pytest

from plugins.brand.colours import contrast
from plugins.brand.theme_colours import theme_colours
from plugins.newsroom.words.catalogues import languages
from tests.conftest import ROOT
from tests.theme.publications import LANGUAGES

STATIC = ROOT / "theme" / "static"
SHEETS = sorted((STATIC / "css").rglob("*.css"))
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
TOKENS = (STATIC / "css" / "tokens.css").read_text(encoding="utf-8")
COLOURS = theme_colours(TOKENS)
BACKGROUNDS = ("paper", "tint")


def contrast_of(ink: str, paper: str, scheme: int) -> float:
    """Return the contrast of two tokens, 1 to 21; scheme 0 is light, 1 is dark."""
    return contrast(COLOURS[ink][scheme], COLOURS[paper][scheme])


@pytest.mark.parametrize(("paper", "scheme"), [*product(BACKGROUNDS, (0, 1))])
def test_text_is_read_with_the_highest_contrast(paper: str, scheme: int) -> None:
    assert contrast_of("ink", paper, scheme) >= 7


@pytest.mark.parametrize(("ink", "paper", "scheme"), [*product(("quiet", "accent", "visited"), BACKGROUNDS, (0, 1))])
def test_furniture_is_read_with_enough_contrast(ink: str, paper: str, scheme: int) -> None:
    assert contrast_of(ink, paper, scheme) >= 4.5


@pytest.mark.parametrize("scheme", [0, 1])
def test_the_button_is_read_with_enough_contrast(scheme: int) -> None:
    assert contrast_of("on-accent", "accent", scheme) >= 4.5


@pytest.mark.parametrize("scheme", [0, 1])
def test_edges_of_controls_are_seen(scheme: int) -> None:
    assert contrast_of("edge", "paper", scheme) >= 3


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


def test_every_language_has_a_publication_that_shows_it() -> None:
    assert sorted(LANGUAGES) == list(languages())
