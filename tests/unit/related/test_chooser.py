"""What a run does and leaves; that its choices are right is told in `test_sequences` and `test_ranking`."""

import pickle
import subprocess
import sys

import pytest

from plugins.newsroom.choices import Related
from plugins.newsroom.terms import terms
from plugins.related.candidates import Candidate
from plugins.related.chooser import Chooser, Stats, choose_all
from plugins.related.keeping import run as working
from plugins.related.keeping.shelf import MemoryShelf
from plugins.related.ranking import index, lists, scoring, weights
from plugins.related.settings import RelatedSettings
from tests.unit.related.pieces import blank

SETTINGS = RelatedSettings(floor=0, dont_miss_score=0)
TEXTS = {f"a{number:02}": f"topic{number % 4} detail{number}" for number in range(40)}


class CountingShelf(MemoryShelf):
    """Notes what is written."""

    def __init__(self) -> None:
        super().__init__()
        self.written: set[str] = set()

    def put(self, key: str, value: bytes) -> None:
        super().put(key, value)
        self.written.add(key)


def candidates(texts: dict[str, str] = TEXTS) -> list[Candidate]:
    return [blank(slug)._replace(terms_digest=text.encode()) for slug, text in texts.items()]


def run(shelf: MemoryShelf, texts: dict[str, str] = TEXTS, settings: RelatedSettings = SETTINGS) -> Stats:
    chooser = Chooser(shelf, settings)
    chooser.choose_all(candidates(texts), lambda slug: terms("", "", texts[slug]))
    return chooser.stats


def test_an_empty_shelf_has_all_compared() -> None:
    assert run(MemoryShelf()) == Stats(rescored=40, chosen=40)


def test_where_nothing_has_changed_nothing_is_done() -> None:
    shelf = CountingShelf()
    run(shelf)
    shelf.written.clear()

    assert run(shelf) == Stats(rescored=0, chosen=0)
    assert shelf.written == set()


def test_a_word_that_nobody_else_has_has_one_article_compared() -> None:
    shelf = CountingShelf()
    run(shelf)
    shelf.written.clear()

    stats = run(shelf, TEXTS | {"a05": "topic1 detial5"})

    assert stats == Stats(rescored=1, chosen=10)
    assert shelf.written == {"fresh/5", "articles/0", "records/0", "lists/0", "sketches/0", "head"}


def test_a_category_has_nobody_compared() -> None:
    shelf = MemoryShelf()
    run(shelf)
    chooser = Chooser(shelf, SETTINGS)
    found = candidates()

    chooser.choose_all([found[0]._replace(category="b"), *found[1:]], lambda slug: pytest.fail("terms were read"))

    assert chooser.stats.rescored == 0


def test_a_shelf_of_other_settings_is_emptied() -> None:
    shelf = MemoryShelf()
    run(shelf)

    assert run(shelf, settings=RelatedSettings(articles=5)) == Stats(rescored=40, chosen=40)


def test_what_is_no_longer_needed_is_taken_off_the_shelf() -> None:
    shelf, other = MemoryShelf(), MemoryShelf()
    few = dict(list(TEXTS.items())[:4])
    run(shelf)
    run(shelf, few)
    run(other, few)

    assert shelf.values == other.values


def test_work_can_be_spread() -> None:
    asked = []

    def spread(function, items):  # type: ignore[no-untyped-def]  # a stand-in for one with processes
        asked.extend(items)
        return map(function, items)

    def of(slug: str) -> bytes:
        return terms("", "", TEXTS[slug])

    spreading = choose_all(candidates(), of, MemoryShelf(), SETTINGS, spread)

    assert spreading == choose_all(candidates(), of, MemoryShelf(), SETTINGS)
    assert [number for numbers in asked for number in numbers] == list(range(40))


def test_an_article_that_becomes_sponsored_is_no_dont_miss_any_more(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(working, "_MANY", 1)
    shelf = MemoryShelf()
    texts = {"old": "otter", "new": "otter", "paid": "otter otter"}
    dates = {"old": 1, "paid": 2, "new": 3}

    def chosen(is_sponsored: bool) -> str | None:
        found = [each._replace(date=dates[each.slug]) for each in candidates(texts)]
        found = [each._replace(is_sponsored=is_sponsored and each.slug == "paid") for each in found]
        return choose_all(found, lambda slug: terms("", "", texts[slug]), shelf, SETTINGS)["new"].dont_miss

    assert [chosen(False), chosen(True), chosen(False)] == ["paid", "old", "paid"]


def test_where_nothing_has_changed_numpy_is_not_imported() -> None:
    """Its import costs more than all the rest of such a run."""
    shelf = MemoryShelf()
    run(shelf)
    program = (
        "import pickle, sys; from plugins.related.chooser import Chooser;"
        "from plugins.related.keeping.shelf import MemoryShelf;"
        "values, found, settings = pickle.load(sys.stdin.buffer); shelf = MemoryShelf(); shelf.values = values;"
        "print(len(Chooser(shelf, settings).choose_all(found, None)), 'numpy' in sys.modules)"
    )

    finished = subprocess.run(
        [sys.executable, "-c", program],
        input=pickle.dumps((shelf.values, candidates(), SETTINGS)),
        check=True,
        capture_output=True,
    )

    assert finished.stdout.split() == [b"40", b"False"]


def test_an_article_that_draws_level_with_the_last_of_a_full_list_takes_its_place_by_its_slug(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(lists, "KEPT", 2)
    for module in (lists, scoring):
        monkeypatch.setattr(module, "WIDTH", 2)
    monkeypatch.setattr(working, "_MANY", 1)
    shelf = MemoryShelf()
    settings = RelatedSettings(articles=2, dont_miss=False, floor=0, variety=0)

    def chosen(texts: dict[str, str]) -> tuple[str, ...]:
        found = choose_all(
            candidates(texts),
            lambda slug: terms("", "", texts[slug]),
            shelf,
            settings,
        )
        return found["one"].articles

    texts = {"a": "bus", "b": "otter", "c": "otter", "d": "otter", "one": "otter"}

    assert [chosen(texts), chosen(texts | {"a": "otter"})] == [("b", "c"), ("a", "b")]


def test_a_new_article_for_which_nothing_is_chosen_is_kept_as_well() -> None:
    shelf, settings = MemoryShelf(), RelatedSettings(floor=1000)
    texts = {f"a{number:03}": f"topic{number % 4} detail{number}" for number in range(128)}
    run(shelf, texts, settings)
    texts["b"] = "nothing"  # begins a block of its own
    run(shelf, texts, settings)

    found = choose_all(candidates(texts), lambda slug: pytest.fail("terms were read"), shelf, settings)

    assert found["b"] == Related(dont_miss=None, articles=())
    assert len(found.digests()) == 129


def test_a_word_that_is_common_no_more_counts_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(weights, "_COMMON", 8)
    monkeypatch.setattr(index, "_ROOM", 2)
    monkeypatch.setattr(working, "_MANY", 1)
    shelf = MemoryShelf()
    before = {f"a{number:02}": f"otter detail{number}" for number in range(20)}
    after = before | {f"a{number:02}": f"detail{number}" for number in range(14)}
    run(shelf, before)

    kept = choose_all(candidates(after), lambda slug: terms("", "", after[slug]), shelf, SETTINGS)

    assert dict(kept) == dict(
        choose_all(candidates(after), lambda slug: terms("", "", after[slug]), MemoryShelf(), SETTINGS)
    )
    assert kept["a19"].articles
