import numpy as np
import pytest

from plugins.newsroom.choices import Related
from plugins.newsroom.language.terms import packed
from plugins.related.keeping import memory as module
from plugins.related.keeping.memory import Altered, Memory
from plugins.related.keeping.stored_choices import StoredChoices
from plugins.related.keeping.term_index import TermIndex, write_index
from plugins.related.ranking.lists import Lists
from plugins.related.ranking.sketches import Sketches
from tests.tools.shelf import MemoryShelf

NONE = frozenset[int]()
ALL = frozenset(range(3))
CHOICE = Related(dont_miss="two", articles=("three",))


@pytest.fixture(autouse=True)
def small_blocks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_BLOCK", 2)


@pytest.fixture
def shelf() -> MemoryShelf:
    return MemoryShelf()


def saved(shelf: MemoryShelf) -> Memory:
    """Return the memory of a run over three articles, which is on the shelf too."""
    memory = Memory(shelf, "1")
    memory.slugs, memory.dates, memory.records = ["one", "two", "three"], [1, 2, 3], [b"1", b"2", b"3"]
    memory.choices = StoredChoices(memory.slugs, 2, []).renamed(memory.slugs)
    memory.choices.put("one", CHOICE, needs_latest=False)
    memory.lists, memory.sketches = Lists(3), Sketches(3)
    memory.lists.put(1, [2], [7], 0)
    memory.sketches.put(2, packed([5], [1]))
    write_index(shelf, {0: packed([5], [1])}, 2)
    memory.index = TermIndex(shelf, (), ())
    memory.index.replace(1, packed([6], [1]))
    memory.save(b"digest", 2, 2, Altered(records=ALL, choices=ALL, lists=ALL, sketches=ALL))
    return memory


def test_the_next_run_finds_what_was_saved(shelf: MemoryShelf) -> None:
    before = saved(shelf)
    found = Memory(shelf, "1")

    assert (found.fits, found.digest, found.size) == (True, b"digest", 2)
    assert (found.slugs, found.dates, found.records) == (before.slugs, before.dates, before.records)
    assert found.numbers == {"one": 0, "two": 1, "three": 2}
    assert found.choices["one"] == CHOICE
    assert np.array_equal(found.lists.numbers, before.lists.numbers)
    assert np.array_equal(found.lists.totals, before.lists.totals)
    assert np.array_equal(found.sketches.lines, before.sketches.lines)
    assert (found.index.stale, found.index.fresh) == (set(), {1})


def test_altered_blocks_are_written_and_no_others(shelf: MemoryShelf) -> None:
    memory = saved(shelf)
    shelf.written.clear()
    memory.save(b"other", 2, 2, Altered(records=frozenset({2}), choices=frozenset({0}), lists=NONE, sketches=NONE))

    assert shelf.written == {"articles/1", "records/1", "choices/0", "head"}


@pytest.mark.parametrize("is_empty", [True, False])
def test_values_of_another_version_do_not_fit(shelf: MemoryShelf, is_empty: bool) -> None:
    if not is_empty:
        saved(shelf)

    found = Memory(shelf, "2")

    assert (found.fits, found.digest) == (False, b"")


def test_a_run_of_another_version_can_clear_the_shelf(shelf: MemoryShelf) -> None:
    saved(shelf)

    Memory(shelf, "2").clear()

    assert shelf.values() == {}
