from collections.abc import Callable
from datetime import timedelta

import pytest

from plugins.desk.agenda.offer_agenda import offer_agenda
from plugins.newsroom.spaces import AGENDA
from plugins.stet.engine import Engine
from plugins.stet.step import Step
from tests.unit.desk.conftest import NOW, Load, Loaded, article

DRAFT = "articles/2023/11/draft.md"
FILES = {DRAFT: article(keys="status: draft\n"), "articles/2023/11/two.md": article("Two")}
PROMO = (
    "---\ntitle: Webinar\ntext: Free.\nurl: https://events.example/\nstart: 2023-11-20\nend: 2023-12-01 13:00\n---\n"
)


@pytest.fixture
def key(open_engine: Callable[[], Engine]) -> Callable[[Loaded], object]:
    """Return the key under which the agenda of a content folder is kept."""

    def key_of(loaded: Loaded) -> object:
        engine = open_engine()
        offer_agenda(loaded.content, loaded.structure, engine)
        step = engine.facts[AGENDA.name]
        return step.key if isinstance(step, Step) else None

    return key_of


def test_pages_read_the_agenda_of_the_folder(load_content: Load, open_engine: Callable[[], Engine]) -> None:
    loaded, engine = load_content(FILES, drafts=True), open_engine()

    offer_agenda(loaded.content, loaded.structure, engine)

    found = engine.view().read(AGENDA)
    assert [(each.name, each.count) for each in found.lists] == [("overdue", 1), ("without picture", 1)]


def test_an_edit_of_words_alone_leaves_it_as_it_is(load_content: Load, key: Callable[[Loaded], object]) -> None:
    before = key(load_content(FILES, drafts=True))

    assert key(load_content({DRAFT: FILES[DRAFT].replace("Text.", "Other words.")}, drafts=True)) == before


@pytest.mark.parametrize(
    "edited",
    [
        {DRAFT: FILES[DRAFT].replace('"One"', '"Other"')},
        {DRAFT: FILES[DRAFT].replace("Text.", "[x](/nowhere/)")},
        {"articles/2023/11/three.md": article("Three")},
    ],
)
def test_another_headline_mistake_or_file_is_another_agenda(
    load_content: Load, key: Callable[[Loaded], object], edited: dict[str, str]
) -> None:
    before = key(load_content(FILES, drafts=True))

    assert key(load_content(edited, drafts=True)) != before


def test_the_next_day_and_the_end_of_a_promo_are_another_agenda(
    load_content: Load, key: Callable[[Loaded], object]
) -> None:
    files = {**FILES, "promos/webinar.md": PROMO}
    keys = [key(load_content(files, drafts=True, now=NOW + timedelta(hours=hours))) for hours in (0, 0.5, 1.5, 12, 13)]

    assert [keys.index(each) for each in keys] == [0, 0, 2, 3, 3]


def test_links_count_while_something_is_retracted(load_content: Load, key: Callable[[Loaded], object]) -> None:
    retracted = "retracted:\n  date: 2023-11-26 10:00\n  text: It was never made.\n"
    files = {**FILES, "articles/2023/11/false.md": article("False", keys=retracted)}
    before = key(load_content(files, drafts=True))

    assert key(load_content({"articles/2023/11/two.md": article("Two", body="[x](false.md)")}, drafts=True)) != before
