from plugins.brand.theme_colours import Pair, theme_colours
from tests.conftest import ROOT

TOKENS = (ROOT / "theme" / "static" / "css" / "tokens.css").read_text(encoding="utf-8")


def test_colours_are_those_of_both_pages() -> None:
    colours = theme_colours(TOKENS)

    assert colours["paper"] == Pair("#fbf9f4", "#161512")
    assert {"tint", "plate", "ink", "quiet", "hairline", "edge", "accent", "on-accent", "visited"} <= {*colours}


def test_a_theme_may_know_nothing_of_pairs_or_of_tokens() -> None:
    usual = theme_colours("")

    assert theme_colours(":root { --ink: #FF0000; --other: #00ff00; }")["ink"] == Pair("#ff0000", usual["ink"].dark)


def test_the_first_of_a_name_counts() -> None:
    assert theme_colours("--ink: #111111; @media print { --ink: #222222 }")["ink"].light == "#111111"
