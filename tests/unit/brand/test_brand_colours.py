from typing import Any

import pytest

from plugins.brand.brand_colours import BrandColours, make_brand_colours
from plugins.brand.colours import contrast
from plugins.brand.settings import BrandSettings
from plugins.brand.theme_colours import Pair, theme_colours
from plugins.newsroom.problems import Severity
from tests.unit.brand.test_theme_colours import TOKENS

THEME = theme_colours(TOKENS)


def made(**settings: Any) -> BrandColours:
    return make_brand_colours(BrandSettings(**settings), THEME)


def said(**settings: Any) -> list[tuple[str, str, Severity]]:
    return [(".".join(each.place), f"{each.what}; {each.remedy}", each.severity) for each in made(**settings).remarks]


def test_without_settings_every_colour_is_the_themes() -> None:
    colours = made()

    assert (colours.changed, colours.pairs, colours.remarks) == ((), THEME, [])


def test_one_accent_gives_a_pair_and_the_text_on_it() -> None:
    colours = made(accent="#0058A3")

    assert colours.changed == ("accent", "on-accent")
    assert colours.pairs["accent"] == Pair("#0058a3", "#418ad9")
    assert colours.pairs["on-accent"] == Pair("#ffffff", "#000000")
    assert colours.remarks == []


@pytest.mark.parametrize("accent", ["#0058a3", "#fffc00", "#000000", "#ffffff", "#f0f", "#ff0000", "#00ff00"])
def test_whatever_the_accent_text_in_it_can_be_read_on_both_pages(accent: str) -> None:
    pairs = made(accent=accent).pairs

    assert all(contrast(pairs["accent"][at], pairs[ground][at]) >= 4.5 for ground in ("paper", "tint") for at in (0, 1))
    assert all(contrast(pairs["on-accent"][at], pairs["accent"][at]) >= 4.5 for at in (0, 1))


def test_an_accent_that_becomes_another_is_told_and_the_remedy_silences_it() -> None:
    assert said(accent="#fffc00") == [
        (
            "accent",
            "'#fffc00' becomes '#717000' on the light page, as text in it has 1:1, and 4.5:1 is needed; "
            'choose a darker one, or agree: "light": {"accent": "#717000"}',
            Severity.WARNING,
        )
    ]
    assert said(accent="#fffc00", light={"accent": "#717000"}) == []


def test_a_colour_that_is_given_for_a_page_is_taken_or_refused() -> None:
    assert made(light={"accent": "#0058a3"}).pairs["accent"] == Pair("#0058a3", THEME["accent"].dark)
    assert said(light={"accent": "#fffc00"}) == [
        (
            "light.accent",
            "accent '#fffc00' has 1:1 on the light paper '#fbf9f4'; 4.5:1 is needed; the nearest accent is '#717000'",
            Severity.ERROR,
        )
    ]


@pytest.mark.parametrize(
    ("page", "name", "colour", "ratio"),
    [("light", "ink", "#777", "7"), ("dark", "quiet", "#666", "4.5"), ("light", "edge", "#ccc", "3")],
)
def test_every_role_has_its_own_least_contrast(page: str, name: str, colour: str, ratio: str) -> None:
    [(place, words, severity)] = said(**{page: {name: colour}})

    assert (place, severity) == (f"{page}.{name}", Severity.ERROR)
    assert f"{ratio}:1 is needed; the nearest {name} is '#" in words


def test_the_nearest_colour_of_a_remedy_is_taken() -> None:
    [(_, words, _)] = said(light={"ink": "#999"})

    assert said(light={"ink": words.rpartition("'#")[2].rstrip("'").join(("#", ""))}) == []


def test_a_paper_takes_tint_and_hairline_with_it() -> None:
    colours = made(light={"paper": "#eef7ff"})

    assert {"paper", "tint", "plate", "hairline"} <= {*colours.changed}
    assert colours.pairs["plate"].light == colours.pairs["tint"].light != THEME["tint"].light
    assert colours.pairs["paper"].dark == THEME["paper"].dark
    assert colours.remarks == []


def test_a_dark_paper_has_a_lighter_tint_on_whichever_page() -> None:
    pairs = made(light={"paper": "#111111", "ink": "#eeeeee", "quiet": "#aaaaaa"}).pairs

    assert pairs["tint"].light > pairs["paper"].light
    assert pairs["visited"].light == "#aaaaaa"


def test_a_paper_on_which_nothing_can_be_read_is_refused() -> None:
    words = [words for _, words, severity in said(light={"paper": "#777777"}) if severity is Severity.ERROR]

    assert words[0] == (
        "no lightness of the accent '#ba2018' can be read on both '#777777' and '#6e6e6e', the light page; "
        "give that page a lighter or darker paper, and a tint near to it"
    )
    assert "7:1 is needed; no ink can be read there: change the tint" in words[1]
