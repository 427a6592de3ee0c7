import pytest

from plugins.desk.files.entries import Entries, Kinds
from plugins.desk.files.entry import Entry
from tests.unit.desk.conftest import Load, article

PATHS = ["articles/a.md", "articles-2/b.md", "pages/c.md"]


def test_an_entry_is_made_at_the_first_look(load_content: Load) -> None:
    light = tuple(load_content({"articles/a.md": article()}).index.entries["articles/a.md"])
    asked: list[str] = []
    entries = Entries(PATHS, lambda path: asked.append(path) or light, 0)

    assert (list(entries), len(entries), "pages/c.md" in entries, "x" in entries) == (PATHS, 3, True, False)
    assert asked == []
    assert entries["pages/c.md"] is entries["pages/c.md"]
    assert asked == ["pages/c.md"]
    with pytest.raises(KeyError):
        entries["x"]


def test_a_kind_has_the_entries_below_its_folder(load_content: Load) -> None:
    light = tuple(load_content({"articles/a.md": article()}).index.entries["articles/a.md"])
    kinds = Kinds({path: Entry._make(light) for path in PATHS})

    assert [len(kinds[kind]) for kind in ("articles", "pages", "tags")] == [1, 1, 0]
