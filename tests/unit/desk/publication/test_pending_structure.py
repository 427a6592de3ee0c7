"""The structure of a preview, which is kept while pictures wait to be developed, and never says what was."""

from collections.abc import Callable
from pathlib import Path

import pytest

from plugins.desk.load import ContentFolder, ReadCache, Reading, load
from plugins.desk.offer import offer_publication
from plugins.desk.publication.developed_pictures import DevelopedPictures
from plugins.desk.publication.structure import Structure
from plugins.desk.settings import SiteDefaults
from plugins.pictures.darkroom import Darkroom
from plugins.stet.engine import Engine
from plugins.stet.workers import Spread
from tests.photographs import Subject, photograph
from tests.unit.desk.conftest import AUTHOR, CATEGORY, NOW, READER, article, write

SITE = SiteDefaults(lang="en", prefix="", shows_drafts=True)
ONE = "articles/2023/11/one.md"
STALL, ANA = "pictures/stall.jpg", "pictures/ana.jpg"
FILES = {
    "categories/social.md": CATEGORY,
    "authors/ana-lim.md": AUTHOR.replace("beat", f"portrait: {{file: /{ANA}, alt: Ana}}\nbeat"),
    ONE: article(body=f"![Stall](/{STALL})"),
    STALL: photograph(Subject(51, 200, 150), has_metadata=False),
    ANA: photograph(Subject(52, 150, 200), has_metadata=False),
}

Build = Callable[..., tuple[ContentFolder, Structure]]


@pytest.fixture
def darkroom(tmp_path: Path) -> Darkroom:
    return Darkroom(tmp_path / "kept")


@pytest.fixture
def build(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, open_engine: Callable[[], Engine], darkroom: Darkroom
) -> Build:
    """Load the content after changes of it and show it as previews do; return both."""
    monkeypatch.chdir(tmp_path)
    root, engine = write(tmp_path / "content", FILES), open_engine()

    def one_build(changes: dict[str, str], *, waits: bool = False) -> tuple[ContentFolder, Structure]:
        write(root, changes)
        engine.forget_offers()
        shelf = engine.shelf("desk")
        cache = ReadCache(engine.sources, shelf, Spread(1), engine.lock.time)
        content = load(root, Reading("content", NOW, lambda: READER, b""), cache, SITE)
        return content, offer_publication(content, SITE, engine, shelf, darkroom, waits=waits)

    return one_build


def develop(content: ContentFolder, darkroom: Darkroom, name: str) -> None:
    pictures = DevelopedPictures(content.index, content.sources.known, darkroom, waits=False)
    for piece in pictures.work([name], []).values():
        piece()


def test_an_edit_of_words_finds_the_structure_though_pictures_are_pending(build: Build) -> None:
    _, before = build({})

    content, after = build({ONE: article(body=f"Other words.\n\n![Stall](/{STALL})")})

    assert before.pending == (ANA, STALL)
    assert content.structure == after == before


def test_a_picture_of_an_article_that_was_developed_is_no_longer_pending(build: Build, darkroom: Darkroom) -> None:
    content, before = build({})
    develop(content, darkroom, STALL)

    content, after = build({})

    assert content.structure == before
    assert after.pending == (ANA,)
    assert after.publication == before.publication
    assert after.token != before.token
    assert build({})[0].structure == after


def test_lists_are_made_anew_with_a_portrait_that_was_developed(build: Build, darkroom: Darkroom) -> None:
    content, before = build({})
    develop(content, darkroom, ANA)

    _, after = build({})

    portraits = [structure.publication.authors[0].portrait for structure in (before, after)]
    assert [bool(portrait and portrait.modern) for portrait in portraits] == [False, True]


def test_a_build_that_waits_takes_no_structure_with_pending_pictures(build: Build) -> None:
    build({})

    assert build({}, waits=True)[1].pending == ()
