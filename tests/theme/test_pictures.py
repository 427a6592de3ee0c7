"""The markup of pictures: candidates, their sizes by slot, tone and focal point."""

import re
from dataclasses import replace

import pytest
from jinja2 import Environment

from plugins.newsroom.forms.shown_picture import Picture
from plugins.press.environment import ThemeEnvironment
from plugins.press.examples import read_examples
from tests.conftest import ROOT
from tests.theme import models

THEME = ROOT / "theme"
CARDS = re.findall(r'"(\w+)"', read_examples(THEME / "examples" / "card.toml").parameters[1].type)
SLOTS = (*CARDS, "entry", "profile", "figure")


@pytest.fixture(scope="module")
def environment() -> Environment:
    return ThemeEnvironment(THEME)


def markup(environment: Environment, picture: Picture, slot: str = "feature", **arguments: bool) -> str:
    macro = environment.get_template("components/picture.html").module.picture  # type: ignore[attr-defined]
    return str(macro(picture, slot, **arguments)).strip()


def classes(html: str) -> str:
    found = re.search(r'<img class="picture ?([^"]*)"', html)
    assert found
    return found[1]


def test_a_picture_of_one_file_is_an_image_and_nothing_else(environment: Environment) -> None:
    html = markup(environment, replace(models.picture(), alt="A basket"))

    assert html == (
        '<img class="picture" src="/pictures/basket-0a1b2c3d.webp" width="1200" height="675" alt="A basket"'
        ' loading="lazy" decoding="async">'
    )


def test_browsers_choose_by_format_and_by_width(environment: Environment) -> None:
    html = markup(environment, models.photograph(), "related")

    assert re.fullmatch(
        r'<picture><source type="image/avif" srcset="/pictures/stall-320-0a1b2c3d4e5f\.avif 320w, [^"]* 1200w"'
        r' sizes="auto, ([^"]*)"><img class="picture tone-3" src="/pictures/stall-1200-0a1b2c3d4e5f\.jpg"'
        r' srcset="/pictures/stall-480-0a1b2c3d4e5f\.jpg 480w, /pictures/stall-1200-0a1b2c3d4e5f\.jpg 1200w"'
        r' sizes="auto, \1" width="4000" height="3000" alt="A market stall at night\." loading="lazy" decoding="async">'
        r"</picture>",
        html,
    )


@pytest.mark.parametrize("slot", SLOTS)
def test_every_slot_says_how_wide_it_is(environment: Environment, slot: str) -> None:
    assert re.search(r' sizes="[^"]+"', markup(environment, models.photograph(), slot))


@pytest.mark.parametrize("slot", SLOTS)
def test_the_picture_that_comes_first_waits_for_nothing(environment: Environment, slot: str) -> None:
    html = markup(environment, models.photograph(), slot, is_first=True)

    assert 'fetchpriority="high"' in html
    assert "lazy" not in html


@pytest.mark.parametrize("slot", ["second", "entry", "profile"])
def test_a_slot_that_crops_to_its_height_needs_wider_files_of_wider_pictures(
    environment: Environment, slot: str
) -> None:
    last = []
    for width, height in ((3, 4), (4, 3), (16, 9)):
        [sizes, *_] = re.findall(r'sizes="([^"]*)"', markup(environment, models.photograph(width, height), slot))
        last.append(float(re.sub(r"[a-z]+$", "", sizes.rpartition(", ")[2])))

    assert last == sorted(last)
    assert last[0] < last[1] < last[2]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"tone": 0}, "tone-0"),
        ({"modern": ()}, ""),
        ({"focus": (40, 18)}, "tone-3 at-x4 at-y2"),
        ({"focus": (0, 100)}, "tone-3 at-x0 at-y10"),
        ({"focus": (50, 20)}, "tone-3 at-x5 at-y2"),
    ],
)
def test_tone_and_focal_point_are_classes(environment: Environment, changes: dict[str, object], expected: str) -> None:
    assert classes(markup(environment, models.photograph(**changes))) == expected  # type: ignore[arg-type]


def test_every_class_of_tone_and_focal_point_has_its_rule() -> None:
    css = "".join(path.read_text(encoding="utf-8") for path in (THEME / "static" / "css").rglob("*.css"))

    names = [f"tone-{number}" for number in range(8)]
    names += [f"at-{axis}{tenth}" for axis in "xy" for tenth in range(11) if tenth != 5]
    assert [name for name in names if not re.search(rf"\.{name}\b[^{{}}]*\{{", css)] == []
