import io

import pytest
from PIL import Image

from plugins.share_cards.card_values import HEIGHT, WIDTH, ShareCard
from plugins.share_cards.lay_out import lay_out
from plugins.share_cards.paint import paint
from tests.share_cards import CARDS, card, draw, typesetter

pytestmark = pytest.mark.slow

MOST_BYTES = 300_000


def pixels(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data)).convert("RGB")


@pytest.mark.parametrize("model", CARDS, ids=range(len(CARDS)))
def test_a_card_is_a_jpeg_that_every_service_shows(model: ShareCard) -> None:
    data = draw(model)

    with Image.open(io.BytesIO(data)) as image:
        assert (image.format, image.size, image.mode) == ("JPEG", (WIDTH, HEIGHT), "RGB")
        assert not image.getexif()
        assert "icc_profile" not in image.info
    assert len(data) < MOST_BYTES


def test_a_card_is_drawn_the_same_every_time() -> None:
    model = card("One picture", photo="portrait", kicker="Media")

    assert draw(model) == draw(model)


def test_a_noisy_photograph_is_made_lighter() -> None:
    noise = Image.effect_noise((1200, 1200), 250).convert("RGB")
    file = io.BytesIO()
    noise.save(file, "JPEG", quality=95)
    layout = lay_out(card("", photo="landscape"), typesetter())

    assert len(paint(layout, file.getvalue(), typesetter())) < MOST_BYTES


@pytest.mark.parametrize(("focus", "sees_disc"), [((75, 33), True), ((0, 50), False)])
def test_the_picture_is_cropped_round_its_focal_point(focus: tuple[int, int], sees_disc: bool) -> None:
    data = draw(card("Seen", photo="panorama", focus=focus))

    picture = pixels(data).crop((700, 0, WIDTH, HEIGHT))
    middle = picture.getpixel((250, 210))
    assert (middle[0] > 180) == sees_disc  # type: ignore[index,operator]


def test_what_is_transparent_becomes_white() -> None:
    assert pixels(draw(card("Clear", photo="clear"))).getpixel((1195, 625)) > (240, 240, 240)  # type: ignore[operator]
