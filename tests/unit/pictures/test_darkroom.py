"""The darkroom: each picture is developed once, and nothing that happens to the cache changes what comes out."""

import os
import shutil
import signal
import time
from collections.abc import Sequence
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import pytest

from plugins.pictures.darkroom import Darkroom, darkroom_of
from plugins.pictures.picture_cache import PictureCache
from plugins.pictures.settings import CACHE_VARIABLE
from plugins.pictures.values import Developed, Negative, PictureError
from plugins.stet.build_errors import BuildError
from plugins.stet.workers import Spread
from tests.unit.pictures.negatives import drawing, encoded_as, negative_of, small_photograph

pytestmark = pytest.mark.slow

ALONE = Spread(1)


def drawings(folder: Path, count: int) -> list[Negative]:
    return [negative_of(folder / f"{n}.png", encoded_as(drawing(40 + n, 30), "PNG")) for n in range(count)]


def contents(darkroom: Darkroom, negatives: Sequence[Negative]) -> dict[str, bytes]:
    return {
        f"{number} {made.name}": darkroom.read(negative, made.name)
        for number, negative in enumerate(negatives)
        for made in darkroom.developed(negative).prints
    }


def test_a_picture_is_developed_once(tmp_path: Path) -> None:
    darkroom, negatives = Darkroom(tmp_path / "kept"), drawings(tmp_path, 3)
    assert darkroom.missing(negatives) == negatives

    assert darkroom.develop(negatives, ALONE) == []

    assert darkroom.missing(negatives) == []
    for negative in negatives:
        Path(negative.place).unlink()
    assert darkroom.develop(negatives, ALONE) == []
    assert len(contents(darkroom, negatives)) == 3


def test_equal_pictures_are_developed_once(tmp_path: Path) -> None:
    first = negative_of(tmp_path / "a.png", encoded_as(drawing(), "PNG"))
    second = negative_of(tmp_path / "b.png", encoded_as(drawing(), "PNG"))
    told: list[Any] = []

    Darkroom(tmp_path / "kept").develop([first, second, first], ALONE, lambda *words: told.append(words))

    assert told == [("Developing pictures", 1, 1)]


@pytest.mark.parametrize("processes", [1, 2, 3])
def test_the_number_of_processes_makes_no_difference(tmp_path: Path, processes: int) -> None:
    negatives = [*drawings(tmp_path, 5), small_photograph(tmp_path), small_photograph(tmp_path, purpose="ratios")]
    darkroom, other = Darkroom(tmp_path / "kept"), Darkroom(tmp_path / "other")

    darkroom.develop(negatives, Spread(processes))

    assert contents(darkroom, negatives) == contents(other, negatives)


def test_progress_is_told_by_picture(tmp_path: Path) -> None:
    told: list[Any] = []

    Darkroom(tmp_path / "kept").develop(drawings(tmp_path, 3), ALONE, lambda *words: told.append(words))

    assert told == [("Developing pictures", count, 3) for count in (1, 2, 3)]


@pytest.mark.parametrize("content", ["", "{", '{"key": ""}'])
def test_damaged_ones_are_developed_with_the_others(tmp_path: Path, content: str) -> None:
    darkroom, negatives, told = Darkroom(tmp_path / "kept"), drawings(tmp_path, 3), list[Any]()
    darkroom.develop(negatives, ALONE)
    for about in [*(tmp_path / "kept").rglob("about.json")][:2]:
        about.write_text(content)

    darkroom.develop(negatives, ALONE, lambda *words: told.append(words))

    assert told == [("Developing pictures", count, 2) for count in (1, 2)]
    assert contents(darkroom, negatives) == contents(Darkroom(tmp_path / "other"), negatives)


def test_work_of_minutes_is_told_before_it_begins(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    told: list[str] = []
    pictures = [
        each._replace(place="nowhere", source=each.source._replace(width=9000, height=9000))
        for each in drawings(tmp_path, 9)
    ]

    Darkroom(tmp_path / "kept").develop(pictures, ALONE, say=told.append)

    assert len(told) == 1
    assert told[0].startswith("9 pictures to develop, about ")
    assert told[0].endswith("; those that are done are kept in kept, so a run that was stopped goes on from there")


def test_a_picture_that_fails_is_returned_and_the_others_are_kept(tmp_path: Path) -> None:
    darkroom, (first, second, third) = Darkroom(tmp_path / "kept"), drawings(tmp_path, 3)
    Path(second.place).write_bytes(b"another content")
    Path(third.place).unlink()

    failures = darkroom.develop([first, second, third], Spread(2))

    assert [(negative, str(error), error.remedy) for negative, error in failures] == [
        (second, "was changed while it was read", "build again"),
        (third, "cannot be read: No such file or directory", "see to that and build again"),
    ]
    assert darkroom.missing([first, second, third]) == [second, third]


@pytest.mark.parametrize("damage", ["folder", "about.json", "name", "half", "other"])
def test_whatever_the_cache_has_lost_is_made_again(tmp_path: Path, damage: str) -> None:
    darkroom, negative = Darkroom(tmp_path / "kept"), small_photograph(tmp_path)
    before = contents(darkroom, [negative])
    folder = tmp_path / "kept" / darkroom.key(negative)[:2] / darkroom.key(negative)
    match damage:
        case "folder":
            shutil.rmtree(folder)
        case "half":
            (folder / "320.avif").write_bytes((folder / "320.avif").read_bytes()[:100])
        case "other":
            (folder / "320.avif").write_bytes((folder / "480.jpg").read_bytes())
        case _:
            (folder / (damage if damage != "name" else "480.jpg")).unlink()

    assert contents(darkroom, [negative]) == before
    Path(negative.place).unlink()
    assert contents(darkroom, [negative]) == before


def test_a_picture_that_cannot_be_made_again_is_an_error(tmp_path: Path) -> None:
    darkroom, (negative,) = Darkroom(tmp_path / "kept"), drawings(tmp_path, 1)
    Path(negative.place).unlink()

    with pytest.raises(PictureError, match="cannot be read"):
        darkroom.developed(negative)


def test_a_disk_that_is_full_ends_the_run_with_all_that_is_done_kept(tmp_path: Path, monkeypatch: Any) -> None:
    darkroom, negatives = Darkroom(tmp_path / "kept"), drawings(tmp_path, 3)
    keep = PictureCache.keep

    def keep_two(cache: PictureCache, developed: Developed, files: Any) -> None:
        if len(darkroom.missing(negatives)) == 1:
            raise OSError(28, "No space left on device", str(cache.root))
        keep(cache, developed, files)

    monkeypatch.setattr(PictureCache, "keep", keep_two)

    with pytest.raises(BuildError) as raised:
        darkroom.develop(negatives, ALONE)

    what = f"{tmp_path}/kept: No space left on device"
    assert str(raised.value) == f"{what}; see to that and run again: the pictures that are done are kept"
    assert len(darkroom.missing(negatives)) == 1


def test_a_process_that_the_system_ends_is_told(tmp_path: Path, monkeypatch: Any) -> None:
    def die(*_: object) -> None:
        os.kill(os.getpid(), signal.SIGKILL)

    monkeypatch.setattr(PictureCache, "keep", die)

    with pytest.raises(BuildError, match="was ended by the system"):
        Darkroom(tmp_path / "kept").develop(drawings(tmp_path, 2), Spread(2))


def develop_all(root: Path, negatives: Sequence[Negative], processes: int) -> None:
    Darkroom(root).develop(negatives, Spread(processes))


def test_a_run_that_is_killed_goes_on_where_it_was(tmp_path: Path) -> None:
    root, negatives = tmp_path / "kept", drawings(tmp_path, 60)
    process = get_context("fork").Process(target=develop_all, args=(root, negatives, 1))
    process.start()
    until = time.monotonic() + 60
    while len(Darkroom(root).missing(negatives)) > 55 and time.monotonic() < until:
        time.sleep(0.005)
    process.kill()
    process.join()
    left = len(Darkroom(root).missing(negatives))
    told: list[Any] = []

    Darkroom(root).develop(negatives, ALONE, lambda *words: told.append(words))

    assert 0 < left <= 55
    assert len(told) == left
    assert contents(Darkroom(root), negatives) == contents(Darkroom(tmp_path / "other"), negatives)


def test_two_processes_may_develop_the_same_at_once(tmp_path: Path) -> None:
    root, negatives = tmp_path / "kept", drawings(tmp_path, 20)
    others = [get_context("fork").Process(target=develop_all, args=(root, negatives, 1)) for _ in range(3)]
    for process in others:
        process.start()
    for process in others:
        process.join()

    assert [process.exitcode for process in others] == [0, 0, 0]
    assert contents(Darkroom(root), negatives) == contents(Darkroom(tmp_path / "other"), negatives)
    assert not list(root.rglob("*.tmp"))


def test_a_cache_that_cannot_be_written_is_read_and_told(tmp_path: Path) -> None:
    (known, new), root = drawings(tmp_path, 2), tmp_path / "kept"
    Darkroom(root).develop([known], ALONE)
    darkroom, told = Darkroom(root, spare=tmp_path / "spare"), list[str]()

    darkroom.develop([known, new], ALONE, say=told.append)

    assert told == [
        f"{root} cannot be written, so every build develops the pictures that are not in it; "
        "make it writable, or name another folder in PICTURES_CACHE"
    ]
    assert Darkroom(root).missing([known, new]) == [new]
    assert darkroom.missing([known, new]) == []
    assert contents(darkroom, [known, new]) == contents(Darkroom(tmp_path / "other"), [known, new])


def test_a_folder_that_can_be_made_is_written_to(tmp_path: Path, monkeypatch: Any) -> None:
    monkeypatch.delenv(CACHE_VARIABLE, raising=False)

    assert darkroom_of({"PICTURES": {"cache": str(tmp_path / "a" / "b")}}) == Darkroom(tmp_path / "a" / "b")


def test_a_file_in_the_place_of_the_folder_cannot_be_written_to(tmp_path: Path, monkeypatch: Any) -> None:
    monkeypatch.delenv(CACHE_VARIABLE, raising=False)
    (tmp_path / "file").touch()

    darkroom = darkroom_of({"PICTURES": {"cache": str(tmp_path / "file")}})

    assert darkroom.spare is not None
    assert darkroom.spare.is_dir()


def test_pictures_that_nobody_uses_go_when_others_come(tmp_path: Path) -> None:
    darkroom, (used, unused, new) = Darkroom(tmp_path / "kept"), drawings(tmp_path, 3)
    told: list[str] = []
    darkroom.develop([used, unused], ALONE)
    for about in (tmp_path / "kept").rglob("about.json"):
        os.utime(about, (1, 1))

    darkroom.develop([used], ALONE, say=told.append, tidies=True)
    assert darkroom.missing([used, unused]) == []

    darkroom.develop([used, new], ALONE, say=told.append, tidies=True)
    assert darkroom.missing([used, unused, new]) == [unused]
    assert told == ["removed developed pictures that no build had used for 90 days: 1"]


def test_work_on_single_pictures_removes_none(tmp_path: Path) -> None:
    darkroom, (old, new) = Darkroom(tmp_path / "kept"), drawings(tmp_path, 2)
    darkroom.develop([old], ALONE)
    for about in (tmp_path / "kept").rglob("about.json"):
        os.utime(about, (1, 1))

    darkroom.develop([new], ALONE)

    assert darkroom.missing([old, new]) == []
