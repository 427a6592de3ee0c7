"""The choice of a browser, as Chromium makes it."""

import pytest

from plugins.pictures.report.browser_choice import DESKTOP, PHONE, Window, chosen, slot_width

LADDER = ", ".join(f"/p-{width}.avif {width}w" for width in (320, 480, 720, 960, 1200, 1600))


@pytest.mark.parametrize(
    ("sizes", "window", "expected"),
    [
        ("92vw", PHONE, 358.8),
        ("auto, (min-width: 90rem) 560px, (min-width: 48rem) 58vw, 92vw", DESKTOP, 742.4),
        ("(min-width: 66rem) calc(100vw - 344px), 100vw", DESKTOP, 936),
        ("(min-width: 44rem) clamp(10rem, 18vw, 15rem), 8rem", DESKTOP, 230.4),
        ("(min-width: 44rem) clamp(10rem, 18vw, 15rem), 8rem", PHONE, 128),
        ("(max-width: 400px) 50vw, 10em", PHONE, 195),
        ("(min-width: 20rem) and (max-width: 30rem) min(90vw, 300px), 1px", PHONE, 300),
        ("(orientation: landscape) 10px, 20px", DESKTOP, 20),
        ("auto", PHONE, 390),
        ("", DESKTOP, 1280),
    ],
)
def test_sizes_give_the_width_of_the_slot(sizes: str, window: Window, expected: float) -> None:
    assert slot_width(sizes, window) == pytest.approx(expected)


@pytest.mark.parametrize(
    ("sizes", "window", "width"),
    [
        ("358px", PHONE, 720),
        ("100px", PHONE, 320),
        ("1080px", PHONE, 1600),
        ("250px", PHONE, 480),  # up to the mean of 480 and 720
        ("500px", DESKTOP, 720),
        ("600px", DESKTOP, 720),
        ("2000px", DESKTOP, 1600),
    ],
)
def test_the_candidate_that_is_near_enough_is_chosen(sizes: str, window: Window, width: int) -> None:
    assert chosen(LADDER, sizes, window) == f"/p-{width}.avif"


def test_without_candidates_there_is_no_choice() -> None:
    assert chosen("", "92vw", PHONE) == ""
