"""Pictures of a folder as pages find them: developed, or in a preview as they are."""

from pathlib import Path

import pytest

from plugins.desk.publication.developed_pictures import DevelopedPictures, wishes_of
from plugins.pictures.darkroom import Darkroom
from plugins.pictures.values import Proof
from plugins.stet.step import say_nothing
from plugins.stet.workers import Spread
from tests.photographs import Subject, photograph
from tests.unit.desk.conftest import SVG, Load, article

LEAD = "picture: {{file: /pictures/{}, alt: Seen{}}}\n"
FILES = {
    "articles/old.md": article(title="Old", day=2, keys=LEAD.format("stall.jpg", ", crop: 0% 0% 50% 50%")),
    "articles/new.md": article(title="New", day=20, keys=LEAD.format("lamp.jpg", ""), body="![A](/pictures/plan.svg)"),
    "articles/drawn.md": article(title="Drawn", day=1, keys=LEAD.format("plan.svg", "")),
    "pictures/stall.jpg": photograph(Subject(41, 400, 300)),
    "pictures/lamp.jpg": photograph(Subject(42, 400, 300)),
    "pictures/plan.svg": SVG,
}
ENTRIES = ("articles/new.md", "articles/old.md", "articles/drawn.md")


@pytest.fixture
def names(load_content: Load) -> list[str]:
    """The names of all wishes of the folder, the newest article's first."""
    index = load_content(FILES).index
    return [wish.name for source in ENTRIES for wish in wishes_of(index.entries[source], index, has_ratios=True)]


def developed(load_content: Load, folder: Path, *, waits: bool) -> DevelopedPictures:
    content = load_content(FILES).content
    return DevelopedPictures(content.index, content.sources.known, Darkroom(folder / "cache"), waits)


def shown(proof: Proof | None) -> list[str]:
    return [made.name for made in proof.developed.prints] if proof else []


def test_a_preview_shows_pictures_as_they_are_until_they_were_developed(
    load_content: Load, tmp_path: Path, names: list[str]
) -> None:
    pictures = developed(load_content, tmp_path, waits=False)
    before, digests = shown(pictures.find("pictures/stall.jpg")), pictures.digests(names)
    for piece in pictures.work(pictures.pending(names), []).values():
        piece()

    assert before == ["whole.jpeg"]
    assert "320.avif" in shown(pictures.find("pictures/stall.jpg"))
    assert pictures.pending(names) == []
    assert all(pictures.digests(names)[name] != digest for name, digest in digests.items() if "svg" not in name)


def test_the_pictures_of_one_file_are_one_piece_of_work_and_the_first_entrys_come_first(
    load_content: Load, tmp_path: Path, names: list[str]
) -> None:
    pictures = developed(load_content, tmp_path, waits=False)
    entries = [pictures.index.entries[source] for source in ENTRIES]
    first, *others = pictures.work(sorted(pictures.pending(names)), entries).values()
    first()

    assert len(others) == 1
    assert {name.partition("\t")[0] for name in pictures.pending(names)} == {"pictures/stall.jpg"}


def test_a_preview_waits_for_drawings_which_are_soon_done(load_content: Load, tmp_path: Path, names: list[str]) -> None:
    pictures = developed(load_content, tmp_path, waits=False)

    assert pictures.develop(names, Spread(1), say_nothing, say_nothing) == []
    assert shown(pictures.find("pictures/plan.svg")) != ["whole.svg"]
    assert len(list((tmp_path / "cache").glob("*/*"))) == 1


def test_a_build_that_waits_leaves_nothing_to_do(load_content: Load, tmp_path: Path, names: list[str]) -> None:
    assert developed(load_content, tmp_path, waits=True).pending(names) == []


def test_a_build_that_waits_shows_no_picture_as_it_is_though_the_cache_has_lost_it(
    load_content: Load, tmp_path: Path
) -> None:
    assert "320.avif" in shown(developed(load_content, tmp_path, waits=True).find("pictures/stall.jpg"))


def test_a_drawing_has_no_ratios(load_content: Load, tmp_path: Path, names: list[str]) -> None:
    pictures = developed(load_content, tmp_path, waits=True)
    wanted = [name for name in names if name.startswith("pictures/plan.svg\tratios")]

    assert len(wanted) == 1
    assert pictures.find(wanted[0]) is None
    assert pictures.find("pictures/plan.svg") is not None


def test_a_file_that_is_no_picture_has_no_proof(load_content: Load, tmp_path: Path) -> None:
    assert developed(load_content, tmp_path, waits=True).find("pictures/none.jpg") is None
