"""Pictures as feed readers show them: no choice of files, and the size of the file that is there."""

import pytest

from plugins.feeds.plain_pictures import fit, plain_pictures

CHOICE = (
    '<picture><source type="image/avif" srcset="/pictures/x-320-aa.avif 320w, /pictures/x-1600-aa.avif 1600w"'
    ' sizes="auto, 92vw"><img class="picture tone-3" src="/pictures/x-1200-aa.jpg"'
    ' srcset="/pictures/x-480-aa.jpg 480w, /pictures/x-1200-aa.jpg 1200w" sizes="auto, 92vw" width="4000" height="3000"'
    ' alt="Stall &gt; shop" loading="lazy" decoding="async"></picture>'
)
PLAIN = '<img src="/pictures/x-1200-aa.jpg" width="1200" height="900" alt="Stall &gt; shop">'


SMALL = CHOICE.replace('"4000" height="3000"', '"200" height="150"')
"""With a width of its author's."""


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("<p>no picture</p>", "<p>no picture</p>"),
        (f"<figure>{CHOICE}<figcaption>W</figcaption></figure>", f"<figure>{PLAIN}<figcaption>W</figcaption></figure>"),
        (f"<p>{CHOICE} and {CHOICE}</p>", f"<p>{PLAIN} and {PLAIN}</p>"),
        ('<img alt="" src="/x.gif" height="10" loading="lazy">', '<img src="/x.gif" height="10" alt="">'),
        (SMALL, PLAIN.replace('"1200" height="900"', '"200" height="150"')),
        ('<a href="/z/"><img src="/x.gif" class="c" width="9"></a>', '<a href="/z/"><img src="/x.gif" width="9"></a>'),
        ("<code>&lt;picture&gt;&lt;img&gt;</code>", "<code>&lt;picture&gt;&lt;img&gt;</code>"),
    ],
)
def test_one_image_stays_of_every_picture(written: str, expected: str) -> None:
    assert plain_pictures(written) == expected


@pytest.mark.parametrize(
    ("sides", "widest", "expected"),
    [((4000, 3000), 1200, (1200, 900)), ((300, 400), 1200, (300, 400)), ((5000, 1), 1200, (1200, 1))],
)
def test_sides_keep_their_proportion(sides: tuple[int, int], widest: int, expected: tuple[int, int]) -> None:
    assert fit(*sides, widest) == expected
