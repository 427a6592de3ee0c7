from pathlib import Path

import pytest

from plugins.press.disk_cache import NO_CACHE, ThemeCache, cached_text, entry_key

KEY = entry_key("test", "a")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "cache"


def test_what_was_made_is_not_made_again(folder: Path) -> None:
    made = [cached_text(ThemeCache(folder), KEY, lambda text=text: text) for text in ("first ✓", "second")]

    assert made == ["first ✓", "first ✓"]


@pytest.mark.parametrize("damage", [b"", b"x", b"x" * 40, None])
def test_what_is_damaged_is_made_again(folder: Path, damage: bytes | None) -> None:
    cached_text(ThemeCache(folder), KEY, lambda: "first")
    file = folder / KEY
    file.write_bytes(file.read_bytes()[:-1] if damage is None else damage)

    assert cached_text(ThemeCache(folder), KEY, lambda: "second") == "second"
    assert ThemeCache(folder).get(KEY) == b"second"


def test_an_entry_that_cannot_be_read_is_made_again(folder: Path) -> None:
    (folder / KEY).mkdir(parents=True)

    assert ThemeCache(folder).get(KEY) is None


def test_a_folder_holds_whole_entries_and_nothing_else(folder: Path) -> None:
    cached_text(ThemeCache(folder), KEY, lambda: "first")

    assert [path.name for path in folder.iterdir()] == [KEY]


def test_parts_are_not_run_together_in_a_key() -> None:
    keys = {entry_key("test", *parts) for parts in (["ab"], ["a", "b"], ["", "ab"], ["a:b"], [])}

    assert len(keys) == 5
    assert entry_key("test", "a") != entry_key("other", "a")


def test_without_a_place_everything_is_made_again() -> None:
    made = [cached_text(NO_CACHE, KEY, lambda text=text: text) for text in ("first", "second")]

    assert made == ["first", "second"]
