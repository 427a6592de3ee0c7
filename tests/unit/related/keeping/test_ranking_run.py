"""Work of a run in which something has changed; the choices themselves are tested in `test_update`."""

from collections.abc import Mapping
from typing import Any

import pytest

from plugins.newsroom.choices import Related
from plugins.newsroom.language.terms import terms
from plugins.related.keeping import ranking_run, term_index
from plugins.related.keeping.memory import RankingStats
from plugins.related.keeping.stored_choices import StoredChoices
from plugins.related.ranking import lists, scoring, weights
from plugins.related.settings import RelatedSettings
from tests.tools.shelf import MemoryShelf
from tests.unit.related.pieces import blank, new_chooser

SETTINGS = RelatedSettings(floor=0, dont_miss_score=0)
TEXTS = {f"a{number:02}": f"topic{number % 4} detail{number}" for number in range(40)}
NO_CHANGES: Mapping[str, Mapping[str, Any]] = {}


def run(
    shelf: MemoryShelf,
    texts: Mapping[str, str] = TEXTS,
    settings: RelatedSettings = SETTINGS,
    changes: Mapping[str, Mapping[str, Any]] = NO_CHANGES,
) -> tuple[StoredChoices, RankingStats]:
    """Choose for all texts, with `changes` of their candidates by slug."""
    chooser = new_chooser(settings, shelf)
    candidates = [
        blank(slug)._replace(terms_digest=text.encode(), **changes.get(slug, {})) for slug, text in texts.items()
    ]
    found = chooser.choose_all(candidates, lambda slug: terms("", "", texts[slug]))
    return found, chooser.stats


@pytest.fixture
def shelf() -> MemoryShelf:
    return MemoryShelf()


def test_an_empty_shelf_has_all_compared(shelf: MemoryShelf) -> None:
    assert run(shelf)[1] == RankingStats(rescored=40, chosen=40)


def test_a_word_that_nobody_else_has_has_one_article_compared(shelf: MemoryShelf) -> None:
    run(shelf)
    shelf.written.clear()

    _, stats = run(shelf, TEXTS | {"a05": "topic1 detial5"})

    assert stats == RankingStats(rescored=1, chosen=10)
    assert shelf.written == {"fresh/5", "articles/0", "records/0", "lists/0", "sketches/0", "head"}


def test_a_category_has_nobody_compared(shelf: MemoryShelf) -> None:
    run(shelf)

    _, stats = run(shelf, changes={"a00": {"category": "b"}})

    assert stats.rescored == 0


def test_values_that_are_no_longer_needed_are_taken_off_the_shelf(shelf: MemoryShelf) -> None:
    few, other = dict(list(TEXTS.items())[:4]), MemoryShelf()
    run(shelf)
    run(shelf, few)
    run(other, few)

    assert shelf.values() == other.values()


def test_an_article_that_becomes_sponsored_is_no_dont_miss_any_more(
    monkeypatch: pytest.MonkeyPatch, shelf: MemoryShelf
) -> None:
    monkeypatch.setattr(ranking_run, "_MANY", 1)
    texts = {"old": "otter", "new": "otter", "paid": "otter otter"}

    def dont_miss(is_sponsored: bool) -> str | None:
        paid = {"date": 2, "is_sponsored": is_sponsored}
        return run(shelf, texts, changes={"old": {"date": 1}, "paid": paid, "new": {"date": 3}})[0]["new"].dont_miss

    assert [dont_miss(False), dont_miss(True), dont_miss(False)] == ["paid", "old", "paid"]


def test_an_article_that_draws_level_with_the_last_of_a_full_list_takes_its_place_by_its_slug(
    monkeypatch: pytest.MonkeyPatch, shelf: MemoryShelf
) -> None:
    monkeypatch.setattr(lists, "KEPT", 2)
    for module in (lists, scoring):
        monkeypatch.setattr(module, "WIDTH", 2)
    monkeypatch.setattr(ranking_run, "_MANY", 1)
    settings = RelatedSettings(articles=2, dont_miss=False, floor=0, variety=0)
    texts = {"a": "bus", "b": "otter", "c": "otter", "d": "otter", "one": "otter"}

    found = [run(shelf, each, settings)[0]["one"].articles for each in (texts, texts | {"a": "otter"})]

    assert found == [("b", "c"), ("a", "b")]


def test_a_new_article_for_which_nothing_is_chosen_is_kept_as_well(shelf: MemoryShelf) -> None:
    settings = RelatedSettings(floor=1000)
    texts = {f"a{number:03}": f"topic{number % 4} detail{number}" for number in range(128)}
    run(shelf, texts, settings)
    texts["b"] = "nothing"  # begins a block of its own
    run(shelf, texts, settings)

    found, stats = run(shelf, texts, settings)

    assert stats == RankingStats()
    assert found["b"] == Related(dont_miss=None, articles=())
    assert len(found.digests()) == 129


def test_a_word_that_is_common_no_more_counts_again(monkeypatch: pytest.MonkeyPatch, shelf: MemoryShelf) -> None:
    monkeypatch.setattr(weights, "_COMMON", 8)
    monkeypatch.setattr(term_index, "_ROOM", 2)
    monkeypatch.setattr(ranking_run, "_MANY", 1)
    before = {f"a{number:02}": f"otter detail{number}" for number in range(20)}
    after = before | {f"a{number:02}": f"detail{number}" for number in range(14)}
    run(shelf, before)

    kept, _ = run(shelf, after)

    assert kept == run(MemoryShelf(), after)[0]
    assert kept["a19"].articles
