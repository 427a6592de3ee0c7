import pytest

from plugins.brand.display_face import face_rule, size_percent
from tests.conftest import ROOT

FONTS = ROOT / "plugins" / "share_cards" / "fonts"


@pytest.mark.parametrize(("font", "percent"), [("serif", 96), ("sans", 88), ("thai", 100)])
def test_a_face_is_as_large_to_the_eye_as_the_serif_that_it_takes_the_place_of(font: str, percent: int) -> None:
    assert size_percent((FONTS / f"{font}.woff2").read_bytes()) == percent


def test_headlines_show_in_another_face_until_it_is_there() -> None:
    rule = face_rule((FONTS / "serif.woff2").read_bytes(), "/news/pictures/display-0.woff2")

    assert rule == (
        '@font-face{font-family:"_display";src:url("/news/pictures/display-0.woff2") format("woff2");'
        "font-weight:1 999;font-display:swap;size-adjust:96%}"
    )
