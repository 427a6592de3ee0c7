from pathlib import Path

import pytest

from plugins.pictures.darkroom import Darkroom
from plugins.share_cards.fonts import FOLDER, SCRIPTS
from plugins.share_cards.share_card_renderer import ShareCardRenderer
from tests.share_cards import card, draw

FONTS = {script: FOLDER / f"{script}.woff2" for script in SCRIPTS}
MODEL = card("Kept", kicker="Media")


def renderer(root: Path) -> ShareCardRenderer:
    return ShareCardRenderer(Darkroom(root), FONTS)


def test_a_card_is_drawn_once_and_kept_beside_the_pictures(tmp_path: Path) -> None:
    first = renderer(tmp_path).render(MODEL)
    (kept,) = tmp_path.rglob("card.jpg")
    since = kept.stat().st_mtime_ns
    again = renderer(tmp_path).render(MODEL)

    assert first == again == kept.read_bytes() == draw(MODEL)
    assert kept.stat().st_mtime_ns == since
    assert len(list(tmp_path.rglob("card.jpg"))) == 1


def test_a_card_that_is_damaged_in_the_cache_is_drawn_again(tmp_path: Path) -> None:
    renderer(tmp_path).render(MODEL)
    (kept,) = tmp_path.rglob("card.jpg")
    kept.write_bytes(kept.read_bytes()[:-100])

    assert renderer(tmp_path).render(MODEL) == kept.read_bytes() == draw(MODEL)


def test_a_cache_that_cannot_be_written_costs_no_card(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")

    assert renderer(tmp_path / "file").render(MODEL) == draw(MODEL)


@pytest.mark.parametrize("change", ["Kept.", "Kept…"])
def test_every_change_is_another_card(tmp_path: Path, change: str) -> None:
    assert renderer(tmp_path).render(card(change, kicker="Media")) != renderer(tmp_path).render(MODEL)
