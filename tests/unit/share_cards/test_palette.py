from plugins.share_cards.palette import palette_of


def test_colours_are_those_of_the_themes_light_page() -> None:
    palette = palette_of(":root { --paper: #FFF0E0; --teal: #128070; }\n@supports { --paper: light-dark(a, b); }")

    assert (palette.paper, palette.section("teal")) == ("#fff0e0", "#128070")


def test_colours_of_the_publications_own_count_first() -> None:
    palette = palette_of(":root { --paper: #fff0e0; --ink: #101010; }", {"paper": "#eef7ff"})

    assert (palette.paper, palette.ink) == ("#eef7ff", "#101010")


def test_a_theme_without_tokens_has_the_usual_ones() -> None:
    palette = palette_of("")

    assert palette.section("red") == palette.accent
    assert palette.ink == "#111111"
