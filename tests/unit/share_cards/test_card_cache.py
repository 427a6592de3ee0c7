import os
from pathlib import Path

from plugins.share_cards.card_cache import CardCache

KEY, OLD = "ab12", "cd34"
LONG_AGO = 1_000_000_000


def test_a_card_is_read_as_it_was_kept(tmp_path: Path) -> None:
    cache = CardCache(tmp_path / "cards")

    cache.keep(KEY, b"card")

    assert (cache.read(KEY), cache.read(OLD)) == (b"card", None)
    assert [path.name for path in (tmp_path / "cards").rglob("*.*")] == [f"{KEY}.jpg"]


def test_cards_that_were_not_asked_for_in_months_are_removed(tmp_path: Path) -> None:
    cache = CardCache(tmp_path)
    for key in (KEY, OLD):
        cache.keep(key, b"card")
        os.utime(tmp_path / key[:2] / f"{key}.jpg", (LONG_AGO, LONG_AGO))
    cache.read(KEY)

    cache.collect()

    assert (cache.read(KEY), cache.read(OLD)) == (b"card", None)


def test_a_folder_that_cannot_be_written_is_no_mistake(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    cache = CardCache(tmp_path / "file")

    cache.keep(KEY, b"card")
    cache.collect()

    assert cache.read(KEY) is None
