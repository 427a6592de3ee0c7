from plugins.brand.brand_colours import BrandColours
from plugins.brand.publisher_style import publisher_style
from plugins.brand.theme_colours import Pair


def test_a_look_of_the_themes_own_needs_no_rules() -> None:
    assert publisher_style(BrandColours({"ink": Pair("#000000", "#ffffff")}, ())) == ""


def test_colours_stand_plain_first_and_never_in_print() -> None:
    colours = BrandColours({"ink": Pair("#000000", "#ffffff"), "accent": Pair("#0058a3", "#418ad9")}, ("accent",))

    assert publisher_style(colours) == (
        "@layer publisher{@media screen{:root{--accent:#0058a3}"
        "@supports (color:light-dark(oklch(0% 0 0),oklch(0% 0 0))){:root{--accent:light-dark(#0058a3,#418ad9)}}}}"
    )


def test_a_face_stands_with_them() -> None:
    assert publisher_style(BrandColours({}, ()), "@font-face{}") == "@layer publisher{@font-face{}}"
