import pytest

from plugins.desk.text.picture_markup import picture_markup
from plugins.newsroom.forms.shown_picture import Candidate, Picture

SIZES = "(min-width: 43rem) 624px, 92vw"
OLDER = (Candidate("/a-480.jpg", 480), Candidate("/a-1200.jpg", 1200))
MODERN = (Candidate("/a-320.avif", 320), Candidate("/a-1600.avif", 1600))


def picture(width: int = 1600, height: int = 900, **fields: object) -> Picture:
    return Picture(**{"url": "/a.jpg", "width": width, "height": height, "alt": ""} | fields)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("fields", "image", "markup"),
    [
        ({}, '<img src="/a.jpg">', '<img src="/a.jpg">'),
        ({"older": OLDER[:1]}, '<img src="/a.jpg">', '<img src="/a.jpg">'),
        (
            {"older": OLDER},
            '<img src="/a.jpg">',
            f'<img srcset="/a-480.jpg 480w, /a-1200.jpg 1200w" sizes="auto, {SIZES}" src="/a.jpg">',
        ),
        (
            {"older": OLDER[:1], "modern": MODERN},
            '<img src="/a.jpg">',
            '<picture><source type="image/avif" srcset="/a-320.avif 320w, /a-1600.avif 1600w"'
            f' sizes="auto, {SIZES}"><img class="tone-0" srcset="/a-480.jpg 480w" sizes="auto, {SIZES}" src="/a.jpg">'
            "</picture>",
        ),
        (
            {"older": (Candidate("/?a&b", 1), *OLDER[:1])},
            '<img src="/a">',
            f'<img srcset="/?a&amp;b 1w, /a-480.jpg 480w" sizes="auto, {SIZES}" src="/a">',
        ),
    ],
)
def test_browsers_get_as_much_choice_as_there_is(fields: dict[str, object], image: str, markup: str) -> None:
    assert picture_markup(image, picture(**fields), SIZES) == markup


@pytest.mark.parametrize(
    ("width", "sizes"),
    [("", SIZES), (' width="1600"', SIZES), (' width="200"', "200px")],
)
def test_the_width_that_an_author_gives_is_the_one_in_sizes(width: str, sizes: str) -> None:
    markup = picture_markup(f'<img{width} src="/a.jpg">', picture(older=OLDER), SIZES)

    assert f'sizes="auto, {sizes}"' in markup


@pytest.mark.parametrize(
    ("fields", "written", "classes"),
    [
        ({}, "", ""),
        ({"width": 3, "height": 4}, "", ' class="is-portrait"'),
        ({"width": 4, "height": 3, "modern": MODERN, "tone": 3}, "", ' class="is-landscape tone-3"'),
        ({"modern": MODERN}, ' class="mine"', ' class="mine tone-0"'),
        ({"width": 1, "height": 1}, ' class="mine"', ' class="mine is-square"'),
    ],
)
def test_shape_and_tone_are_classes(fields: dict[str, object], written: str, classes: str) -> None:
    markup = picture_markup(f'<img{written} src="/a.jpg">', picture(**fields), SIZES)  # type: ignore[arg-type]

    assert f"<img{classes} s" in markup
