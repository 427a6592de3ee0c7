from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from math import inf
from pathlib import Path

import pytest

from plugins.desk.load import ContentFolder, ReadCache, Reading, load
from plugins.desk.offer import offer_publication
from plugins.desk.publication.structure import due, steady_time, store_structure, stored_structure
from plugins.desk.settings import SiteDefaults
from plugins.pictures.darkroom import Darkroom
from plugins.stet.engine import Engine
from plugins.stet.workers import Spread
from tests.unit.desk.conftest import AUTHOR, CATEGORY, NOW, READER, SVG, ZONE, Load, article, write

SITE = SiteDefaults(lang="en", prefix="", shows_drafts=False)
ONE, TWO = "articles/2023/11/one.md", "articles/2023/11/two.md"
FILES = {
    "categories/social.md": CATEGORY,
    "authors/ana-lim.md": AUTHOR,
    ONE: article(body="[two](two.md#part)"),
    TWO: article(title="Two", body="## Part"),
    "pages/about.md": "---\ntitle: About\nsummary: Who we are.\n---\nWe.",
    "pictures/a.svg": SVG,
}
DRAFT = "---\ntitle: A\nstatus: draft\n---\n"

NINE_DAYS = 9 * 24 * 60 * 60

Build = Callable[..., ContentFolder]


@pytest.fixture
def build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, open_engine: Callable[[], Engine]) -> Build:
    """Load the content after changes of it and show it if nothing is wrong, again and again as builds do."""
    monkeypatch.chdir(tmp_path)
    root, engine = write(tmp_path / "content", FILES), open_engine()

    def one_build(changes: dict[str, str], site: SiteDefaults | None = SITE, now: datetime = NOW) -> ContentFolder:
        write(root, changes)
        engine.forget_offers()
        shelf = engine.shelf("desk")
        cache = ReadCache(engine.sources, shelf, Spread(1), engine.lock.time)
        content = load(root, Reading("content", now, lambda: READER, b""), cache, site)
        if site and not content.problems:
            offer_publication(content, site, engine, shelf, Darkroom(tmp_path / "kept"))
        return content

    return one_build


def anew(content: ContentFolder) -> ContentFolder:
    """Load the same folder with nothing kept."""
    return load(content.root, Reading("content", NOW, lambda: READER, b""), ReadCache(), SITE)


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {ONE: article(title="Another", body="Other words.")},
        {ONE: article(body="[about](../../../pages/about.md)")},
        {ONE: article().replace("A summary", "Another summary")},
    ],
)
def test_the_structure_stays_where_words_alone_change(
    build: Build, open_engine: Callable[[], Engine], changes: dict[str, str]
) -> None:
    build({})

    content = build(changes)

    fresh, engine = anew(content), open_engine()
    assert content.structure is not None
    assert content.problems == fresh.problems == ()
    assert content.structure == offer_publication(fresh, SITE, engine, engine.shelf("desk"), Darkroom(content.root))


@pytest.mark.parametrize(
    "changes",
    [
        {ONE: article(day=25)},
        {ONE: article(keys="tags: [A]\n")},
        {ONE: article(keys="embargo: 2024-01-01\n")},
        {ONE: article(keys="status: draft\n")},
        {ONE: article(keys="slug: other\n")},
        {ONE: article(keys="updated: 2023-11-25\n")},
        {ONE: article(body="![A](/pictures/a.svg)")},
        {ONE: article(body="## A heading to link to")},
        {ONE: article(body="# A mistake")},
        {"articles/2023/11/three.md": article(title="Three")},
        {"pages/about.md": "---\ntitle: About\nsummary: Who we are.\n---\nThey."},
        {"authors/ana-lim.md": AUTHOR.replace("Reporter", "Editor")},
        {"pictures/a.svg": SVG.replace("640", "641")},
        {"promos/a.md": "---\ntitle: A\ntext: B\nurl: https://a.example/\nstart: 2023-12-01\nend: 2023-12-02\n---\n"},
    ],
)
def test_the_structure_is_another_where_more_than_words_changes(build: Build, changes: dict[str, str]) -> None:
    build({})

    assert build(changes).structure is None


def test_the_structure_is_another_where_a_file_is_gone(build: Build) -> None:
    root = build({}).root
    (root / "pages/about.md").unlink()

    assert build({}).structure is None


def test_other_settings_have_another_structure(build: Build) -> None:
    build({})

    assert build({}, site=replace(SITE, shows_drafts=True)).structure is None


def test_a_structure_holds_until_something_falls_due(build: Build) -> None:
    due = datetime(2023, 12, 24, 8, tzinfo=ZONE)
    build({TWO: article(title="Two", keys="embargo: 2023-12-24 08:00\n", body="## Part"), ONE: article()})

    before, then = build({}, now=due - timedelta(seconds=1)), build({}, now=due)

    assert before.structure is not None
    assert then.structure is None


def test_a_link_that_leads_nowhere_is_found_in_a_file_whose_words_changed(build: Build) -> None:
    build({})

    content = build({ONE: article(body="[a](none.md) [b](two.md#no)")})

    assert [problem.what for problem in content.problems] == [
        "linked file 'none.md' does not exist",
        "no heading '#no' in content/articles/2023/11/two.md",
    ]
    assert [problem.line for problem in content.problems] == [8, 8]
    assert list(content.problems) == sorted(map(content.index.placed, anew(content).problems))


def test_a_heading_that_is_gone_is_missed_by_those_that_link_to_it(build: Build) -> None:
    build({})

    content = build({TWO: article(title="Two", body="Without it.")})

    assert [problem.path for problem in content.problems] == [f"content/{ONE}"]


def test_a_problem_is_told_again_until_it_is_mended(build: Build) -> None:
    build({})

    first, again = build({ONE: article(body="[a](none.md)")}), build({})
    mended = build({ONE: article()})

    assert len(first.problems) == 1
    assert again.problems == first.problems
    assert mended.problems == ()


def test_a_problem_found_beside_wrong_settings_is_told_again(build: Build) -> None:
    build({})
    without_a_house = build({ONE: article(body="[a](none.md)")}, site=None)

    assert build({}).problems == without_a_house.problems != ()


def test_nothing_falls_due_around_a_time_but_what_entries_speak_of(load_content: Load) -> None:
    entries = load_content(
        {ONE: article(), TWO: article(title="Two", keys="embargo: 2023-12-24 08:00\n")}
    ).index.entries

    since, until = steady_time(entries.values(), NOW)

    assert datetime.fromtimestamp(since, ZONE) == datetime(2023, 11, 24, 9, 30, tzinfo=ZONE)
    assert datetime.fromtimestamp(until, ZONE) == datetime(2023, 12, 24, 8, tzinfo=ZONE)


def test_an_article_falls_due_at_each_age_at_which_it_leaves_a_list(load_content: Load) -> None:
    old = article(title="Two").replace("2023-11-24 09:30", "2023-11-01 08:00")
    entries = load_content({ONE: article(), TWO: old}).index.entries
    day = 24 * 60 * 60

    since, until = steady_time(entries.values(), NOW, (day, 10 * day))

    assert datetime.fromtimestamp(since, ZONE) == datetime(2023, 11, 25, 9, 30, tzinfo=ZONE)
    assert datetime.fromtimestamp(until, ZONE) == datetime(2023, 12, 4, 9, 30, tzinfo=ZONE)


def test_a_draft_reaches_no_age(load_content: Load) -> None:
    entries = load_content({ONE: article(keys="status: draft\n")}, beside={}).index.entries

    assert steady_time(entries.values(), NOW, (NINE_DAYS,))[1] == inf


def test_other_ages_have_another_structure(build: Build) -> None:
    build({})

    assert build({}, site=replace(SITE, ages=(NINE_DAYS,))).structure is None


def test_a_draft_without_a_date_lets_a_structure_hold_for_a_day(load_content: Load) -> None:
    since, until = steady_time(load_content({ONE: DRAFT}, beside={}).index.entries.values(), NOW)

    assert (since, until) == tuple(datetime(2023, 12, day, tzinfo=ZONE).timestamp() for day in (1, 2))


def test_where_no_entry_has_a_time_nothing_ever_falls_due(load_content: Load) -> None:
    assert steady_time(load_content({}).index.entries.values(), NOW) == (-inf, inf)


PROMO = "---\ntitle: A\ntext: Come.\nurl: https://a.example/\nstart: {}\nend: {}\n---\n"
DAY = timedelta(days=1)
SOON = f"{NOW + DAY:%Y-%m-%d %H:%M}"
THREE = "articles/2023/11/three.md"


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, None),
        ({THREE: article(title="Three", keys=f"embargo: {SOON}\n")}, NOW + DAY),
        (
            {THREE: article(title="Three").replace("date: 2023-11-24 09:30", f"date: {SOON}")},
            NOW + DAY,
        ),
        ({THREE: article(title="Three", keys=f"expires: {SOON}\n")}, NOW + DAY),
        ({THREE: article(title="Three", keys=f"retracted: {{date: {SOON}, text: Invented.}}\n")}, NOW + DAY),
        ({"promos/a.md": PROMO.format("2023-11-01", SOON)}, NOW + DAY),
        ({"promos/a.md": PROMO.format(SOON, "2099-01-01")}, NOW + DAY),
        ({"promos/a.md": PROMO.format("2023-11-01", "2023-11-02")}, None),
        ({THREE: DRAFT}, datetime(2023, 12, 2, tzinfo=ZONE)),
    ],
    ids=["nothing", "embargo", "date", "expires", "retracted", "promo ends", "promo starts", "promo over", "midnight"],
)
def test_the_next_change_falls_due_with_whatever_comes_first(
    build: Build, tmp_path: Path, changes: dict[str, str], expected: datetime | None
) -> None:
    """NOW has a minute and no second, as times in front matter have."""
    build(changes)
    structure = build({}).structure

    assert structure is not None
    assert due(structure, NOW) == (expected.timestamp() if expected else None)


def test_what_was_kept_is_the_structure_again(load_content: Load, open_engine: Callable[[], Engine]) -> None:
    structure, shelf = load_content(FILES).structure, open_engine().shelf("desk")
    seconds = NOW.timestamp()

    store_structure(shelf, structure)

    assert stored_structure(shelf, structure.key, seconds) == structure
    assert stored_structure(shelf, bytes(16), seconds) is None
    assert stored_structure(shelf, structure.key, structure.since - 1) is None
