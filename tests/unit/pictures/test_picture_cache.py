"""The cache of developed pictures: kept whole, found again, healed, collected."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from plugins.pictures.picture_cache import PictureCache
from plugins.pictures.values import Developed, Print

KEY = "ab" + "0" * 62
FILES = {"320.avif": b"small", "320.jpg": b"larger"}
DEVELOPED = Developed(
    KEY,
    320,
    200,
    tone=3,
    modern=(Print("320.avif", 320, 200, 5),),
    older=(Print("320.jpg", 320, 200, 6),),
)
DAY = 24 * 60 * 60


@pytest.fixture
def cache(tmp_path: Path) -> PictureCache:
    cache = PictureCache(tmp_path / "kept")
    cache.keep(DEVELOPED, FILES)
    return cache


def folder(cache: PictureCache) -> Path:
    return cache.root / "ab" / KEY


def age(place: Path, days: float) -> None:
    then = place.stat().st_mtime - days * DAY
    os.utime(place, (then, then))


def test_a_picture_is_found_as_it_was_kept(cache: PictureCache) -> None:
    assert cache.has(KEY)
    assert cache.developed(KEY) == DEVELOPED
    assert {name: cache.read(KEY, name) for name in FILES} == FILES


def test_ratios_and_the_original_are_found_too(tmp_path: Path) -> None:
    cache = PictureCache(tmp_path)
    ratios = Developed(
        "cd" * 32, 3, 2, 0, ratios=(Print("16x9.jpg", 3, 2, 1),), original=Print("original.jpg", 3, 2, 1)
    )

    cache.keep(ratios, {"16x9.jpg": b"1", "original.jpg": b"2"})

    assert cache.developed(ratios.key) == ratios


def test_another_picture_is_not_there(cache: PictureCache) -> None:
    other = "ab" + "1" * 62

    assert not cache.has(other)
    assert cache.developed(other) is None
    assert cache.read(other, "320.avif") is None


def test_there_is_no_file_that_is_not_described(cache: PictureCache) -> None:
    assert cache.read(KEY, "640.avif") is None
    assert cache.read(KEY, "about.json") is None


@pytest.mark.parametrize("content", [b"smelt", b"smal", b"", None])
def test_a_file_that_is_not_as_it_was_written_is_not_there(cache: PictureCache, content: bytes | None) -> None:
    place = folder(cache) / "320.avif"
    if content is None:
        place.unlink()
    else:
        place.write_bytes(content)

    assert cache.read(KEY, "320.avif") is None
    assert cache.read(KEY, "320.jpg") == b"larger"


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"{}", b"null", b"\xff", f'{{"key": "{KEY}"}}'.encode()])
def test_a_picture_whose_description_is_damaged_is_not_there(cache: PictureCache, content: bytes) -> None:
    (folder(cache) / "about.json").write_bytes(content)

    assert cache.developed(KEY) is None
    assert cache.read(KEY, "320.avif") is None


@pytest.mark.parametrize(("right", "wrong"), [("320", "920"), ("tone", "tune"), ("avif", "avi"), (KEY, KEY[::-1])])
def test_a_picture_whose_description_is_not_as_it_was_written_is_not_there(
    cache: PictureCache, right: str, wrong: str
) -> None:
    about = folder(cache) / "about.json"
    about.write_text(about.read_text().replace(right, wrong, 1))

    assert cache.developed(KEY) is None
    assert cache.read(KEY, "320.avif") is None


def test_an_empty_description_is_none(cache: PictureCache) -> None:
    (folder(cache) / "about.json").write_bytes(b"")

    assert not cache.has(KEY)


@pytest.mark.parametrize("name", ["about.json", "320.avif"])
def test_a_damaged_picture_is_replaced(cache: PictureCache, name: str) -> None:
    (folder(cache) / name).write_bytes(b"{")

    cache.keep(DEVELOPED, FILES)

    assert cache.developed(KEY) == DEVELOPED
    assert {name: cache.read(KEY, name) for name in FILES} == FILES


def damage_group(folder: Path) -> None:
    shutil.rmtree(folder.parent)
    folder.parent.touch()


def damage_group_link(folder: Path) -> None:
    shutil.rmtree(folder.parent)
    folder.parent.symlink_to("nowhere")


def damage_folder(folder: Path) -> None:
    shutil.rmtree(folder)
    folder.touch()


def damage_folder_link(folder: Path) -> None:
    shutil.rmtree(folder)
    folder.symlink_to("nowhere")


def damage_about(folder: Path) -> None:
    (folder / "about.json").unlink()
    (folder / "about.json").mkdir()


def damage_file(folder: Path) -> None:
    (folder / "320.avif").unlink()
    (folder / "320.avif").mkdir()


@pytest.mark.parametrize(
    "damage", [damage_group, damage_group_link, damage_folder, damage_folder_link, damage_about, damage_file]
)
def test_what_stands_in_the_place_of_files_and_folders_makes_way(
    cache: PictureCache, damage: Callable[[Path], None]
) -> None:
    damage(folder(cache))
    assert cache.read(KEY, "320.avif") is None
    assert cache.collect() == 0

    cache.keep(DEVELOPED, FILES)

    assert cache.developed(KEY) == DEVELOPED
    assert {name: cache.read(KEY, name) for name in FILES} == FILES


def test_a_whole_picture_stands(cache: PictureCache) -> None:
    before = (folder(cache) / "320.avif").stat()

    cache.keep(DEVELOPED, FILES)

    assert (folder(cache) / "320.avif").stat() == before


def test_nothing_but_the_picture_is_left_behind(cache: PictureCache) -> None:
    cache.keep(DEVELOPED, FILES)

    assert [place.name for place in (cache.root / "ab").iterdir()] == [KEY]


def test_what_was_not_written_whole_is_not_there(tmp_path: Path) -> None:
    cache = PictureCache(tmp_path / "file")
    cache.root.write_text("in the way")

    with pytest.raises(OSError, match="file"):
        cache.keep(DEVELOPED, FILES)

    assert not cache.has(KEY)


def test_use_is_noted_once_a_day(cache: PictureCache) -> None:
    about = folder(cache) / "about.json"
    age(about, 0.5)
    yesterday = about.stat().st_mtime

    cache.touch([KEY, "ab" + "1" * 62])
    assert about.stat().st_mtime == yesterday

    age(about, 1)
    cache.touch([KEY])
    assert about.stat().st_mtime > yesterday


def test_pictures_that_nobody_uses_are_collected_after_three_months(cache: PictureCache) -> None:
    age(folder(cache) / "about.json", 89)
    assert cache.collect() == 0

    age(folder(cache) / "about.json", 2)
    assert cache.collect() == 1
    assert not folder(cache).exists()


def test_what_was_deleted_in_part_is_collected_too(cache: PictureCache) -> None:
    (folder(cache) / "about.json").unlink()
    age(folder(cache), 89)
    assert cache.collect() == 0

    age(folder(cache), 2)
    assert cache.collect() == 1
    assert not folder(cache).exists()


def test_leftovers_of_a_killed_run_are_collected_after_a_day(cache: PictureCache) -> None:
    leftover = cache.root / "ab" / f"{KEY}.x.tmp"
    leftover.mkdir()
    (leftover / "320.avif").write_bytes(b"sm")
    assert cache.collect() == 0

    age(leftover, 1.5)
    assert cache.collect() == 1
    assert cache.has(KEY)


def test_other_files_in_the_folder_stay(cache: PictureCache) -> None:
    other = cache.root / "cards" / "a.jpg"
    other.parent.mkdir()
    other.write_bytes(b"card")
    age(other, 400)

    assert cache.collect() == 0
    assert other.exists()


def test_without_a_folder_there_is_nothing_to_collect(tmp_path: Path) -> None:
    cache = PictureCache(tmp_path / "none")
    cache.touch([KEY])

    assert cache.collect() == 0
