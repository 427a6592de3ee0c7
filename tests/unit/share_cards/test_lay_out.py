import itertools

import pytest
from PIL import Image, ImageChops

from plugins.newsroom.language.language_tags import text_direction
from plugins.share_cards.card_values import HEIGHT, WIDTH, Layout, SetLine, ShareCard
from plugins.share_cards.lay_out import lay_out
from plugins.share_cards.set_type import Style
from tests.share_cards import CARDS, card, typesetter

pytestmark = pytest.mark.slow

Ink = tuple[int, int, int, int]
EDGE = 16
"""Pixels round a card that services may cut off."""
IDS = [f"{number}-{model.kind}-{model.lang}" for number, model in enumerate(CARDS)]


def ink(line: SetLine) -> Ink | None:
    """Return the box of the pixels that a line leaves on a card."""
    page = Image.new("RGB", (WIDTH, HEIGHT), "#ffffff")
    style = Style(line.role, line.lang, line.base, "#000000")
    typesetter().draw(page, line.text, (line.left, line.baseline), line.size, style)
    box = ImageChops.invert(page.convert("L")).getbbox()
    return box and (box[0], box[1], box[2], box[3])


def inks(layout: Layout) -> list[Ink]:
    return [box for line in layout.lines if (box := ink(line))]


def overlap(one: Ink, other: Ink) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


@pytest.mark.parametrize("model", CARDS, ids=IDS)
def test_text_keeps_off_the_edges_and_off_the_picture(model: ShareCard) -> None:
    layout = lay_out(model, typesetter())

    for box in inks(layout):
        assert box[0] >= EDGE
        assert box[1] >= EDGE
        assert box[2] <= WIDTH - EDGE
        assert box[3] <= HEIGHT - EDGE
        assert not (layout.picture and overlap(box, layout.picture[:4]))


@pytest.mark.parametrize("model", CARDS, ids=IDS)
def test_no_line_touches_another(model: ShareCard) -> None:
    boxes = inks(lay_out(model, typesetter()))

    assert [pair for pair in itertools.combinations(boxes, 2) if overlap(*pair)] == []


@pytest.mark.parametrize("model", CARDS, ids=IDS)
def test_a_title_is_set_whole_unless_no_size_would_do(model: ShareCard) -> None:
    lines = [line for line in lay_out(model, typesetter()).lines if line.role == "serif"]

    shown = "".join("".join(line.text for line in lines).split())
    assert "".join(model.title.split()) in shown or model.title == "W" * 140


def test_a_language_that_runs_from_right_to_left_has_the_mirrored_card() -> None:
    arabic = lay_out(card("إعلان", "ar", photo="landscape", kicker="إعلان"), typesetter())
    english = lay_out(card("Advertising", photo="landscape", kicker="Media"), typesetter())

    assert arabic.picture and english.picture
    assert (arabic.picture.left, arabic.picture.right) == (0, WIDTH - english.picture.left)
    assert arabic.lines[0].left + arabic.lines[0].width == WIDTH - english.lines[0].left


def test_a_quotation_mark_hangs_in_the_margin() -> None:
    quoted, plain = (lay_out(card(text), typesetter()).lines[0] for text in ("“Yes”, she said", "Yes, she said"))

    assert quoted.left < plain.left


def test_a_picture_stands_alone_where_no_font_has_the_title() -> None:
    layout = lay_out(card("", photo="landscape"), typesetter())

    assert layout.picture and layout.picture[:4] == (0, 0, WIDTH, HEIGHT)
    assert layout.lines == ()


def test_a_sponsors_label_comes_first_in_the_reading_direction() -> None:
    for lang in ("en", "ar"):
        label, kicker, *_ = lay_out(card("Soap", lang, label="Paid", kicker="Media"), typesetter()).lines

        assert (label.left < kicker.left) == (text_direction(lang) == "ltr")
