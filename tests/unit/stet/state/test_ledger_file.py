import hashlib
import random
import shutil
import sqlite3
from pathlib import Path

import pytest

from plugins.stet.engine import Engine
from plugins.stet.state.ledger_file import File, Record, open_record
from plugins.stet.state.state_paths import database_file, state_folder
from tests.tools.small_build import build_texts, recorded

Changes = dict[str, File | None]


@pytest.fixture
def output(tmp_path: Path) -> Path:
    return tmp_path / "output"


def entry(text: str) -> File:
    return File(hashlib.sha256(text.encode()).hexdigest(), len(text.encode()), "text")


def opened(output: Path) -> Record:
    record = open_record(output)
    assert record is not None
    return record


def state(output: Path) -> tuple[str, int]:
    with opened(output) as record:
        return record.identity, record.generation


def changed(output: Path, since: tuple[str, int]) -> Changes | None:
    with opened(output) as record:
        return record.changed_since(*since)


def test_the_record_lists_the_files_of_the_last_build_by_path_with_hash_size_and_kind(output: Path) -> None:
    build_texts(output, {"b.html": "first", "gone.html": "gone"})
    build_texts(output, {"b.html": "bb", "a/é.html": ""})

    found = recorded(output)

    assert found is not None
    assert list(found.items()) == [("a/é.html", entry("")), ("b.html", entry("bb"))]


def test_where_nothing_was_built_there_is_no_record_and_none_is_made(tmp_path: Path) -> None:
    assert open_record(tmp_path / "output") is None
    assert list(tmp_path.iterdir()) == []


def test_where_no_build_was_completed_there_is_no_record(output: Path) -> None:
    Engine(output, b"tests").close()

    assert open_record(output) is None


def test_a_build_of_nothing_has_a_record(output: Path) -> None:
    build_texts(output, {})

    assert recorded(output) == {}


@pytest.mark.parametrize("content", [b"", b"no database", b"SQLite format 3\0" + bytes(200)])
def test_what_is_no_database_is_no_record(output: Path, content: bytes) -> None:
    place = database_file(output)
    place.parent.mkdir()
    place.write_bytes(content)

    assert open_record(output) is None


def test_a_record_of_another_version_is_none(output: Path) -> None:
    build_texts(output, {"a.html": "a"})
    with sqlite3.connect(database_file(output)) as connection:
        connection.execute("PRAGMA user_version = 99")

    assert open_record(output) is None


def test_a_build_that_has_not_ended_has_the_record_of_the_one_before(output: Path) -> None:
    build_texts(output, {"a.html": "a"})
    engine = Engine(output, b"tests")

    try:
        assert recorded(output) == {"a.html": entry("a")}
    finally:
        engine.close()


def test_an_open_record_stays_what_it_was_while_a_build_goes_on(output: Path) -> None:
    build_texts(output, {"a.html": "a"}, notes={"word": "first"})
    with opened(output) as record:
        build_texts(output, {"b.html": "b"}, notes={"word": "second"})

        assert (record.files(), record.notes, record.generation) == ({"a.html": entry("a")}, {"word": "first"}, 1)


def test_reading_it_is_nothing_that_a_build_would_see(output: Path) -> None:
    build_texts(output, {"a.html": "a"})
    recorded(output)

    engine = Engine(output, b"tests")
    try:
        assert engine.dropped is None
    finally:
        engine.close()


def test_the_generation_rises_with_every_build_that_writes_or_removes_something(output: Path) -> None:
    generations = []
    for texts in ({"a": "1", "b": "1"}, {"a": "1", "b": "1"}, {"a": "2", "b": "1"}, {"a": "2"}, {"a": "2"}):
        build_texts(output, texts)
        generations.append(state(output))

    assert [number for _, number in generations] == [1, 1, 2, 3, 3]
    assert len(set(generations)) == 3


def test_what_has_changed_is_new_files_other_bytes_and_what_is_gone(output: Path) -> None:
    build_texts(output, {"same": "same", "edited": "1", "gone": "gone"})
    before = state(output)

    build_texts(output, {"same": "same", "edited": "2", "new": "new"})

    assert changed(output, before) == {"edited": entry("2"), "gone": None, "new": entry("new")}
    assert list(changed(output, before) or ()) == ["edited", "gone", "new"]
    assert changed(output, state(output)) == {}


def test_a_file_that_comes_back_is_no_longer_gone(output: Path) -> None:
    build_texts(output, {"a": "a", "b": "b"})
    first = state(output)
    build_texts(output, {"a": "a"})
    second = state(output)

    build_texts(output, {"a": "a", "b": "b"})

    assert changed(output, first) == changed(output, second) == {"b": entry("b")}


def test_a_file_that_was_put_right_counts_as_changed(output: Path) -> None:
    build_texts(output, {"a": "a", "b": "b"})
    before = state(output)
    (output / "b").write_text("by hand")

    build_texts(output, {"a": "a", "b": "b"})

    assert changed(output, before) == {"b": entry("b")}


def test_a_file_that_only_looks_touched_has_not_changed(output: Path) -> None:
    build_texts(output, {"a": "a"})
    before = state(output)
    (output / "a").touch()

    build_texts(output, {"a": "a"})

    assert state(output) == before


@pytest.mark.parametrize("seed", range(8))
def test_through_any_history_what_has_changed_covers_every_difference_and_little_else(output: Path, seed: int) -> None:
    chance = random.Random(seed)
    history: list[tuple[tuple[str, int], dict[str, File], set[str]]] = []
    for _ in range(12):
        texts = {f"{number}.html": chance.choice("aab") for number in range(8) if chance.random() < 0.7}
        report = build_texts(output, texts)
        written = {*report.written, *report.removed}
        history = [(mark, files, since | written) for mark, files, since in history]
        history.append((state(output), recorded(output) or {}, set()))

    now = history[-1][1]
    for mark, files, since in history:
        found = changed(output, mark)
        assert found is not None
        assert all(found[path] == now.get(path) for path in found)
        different = {path for path in files.keys() | now.keys() if files.get(path) != now.get(path)}
        assert different <= found.keys() <= since


def test_of_another_folder_nothing_is_known(output: Path, tmp_path: Path) -> None:
    build_texts(output, {"a": "a"})
    build_texts(tmp_path / "other", {"a": "a"})

    assert changed(output, state(tmp_path / "other")) is None


def test_of_the_state_before_everything_was_built_anew_nothing_is_known(output: Path) -> None:
    build_texts(output, {"a": "a"})
    before = state(output)
    shutil.rmtree(state_folder(output))

    build_texts(output, {"a": "a"})

    assert changed(output, before) is None


def test_where_an_older_state_was_put_back_nothing_is_known_of_what_came_after_it(output: Path, tmp_path: Path) -> None:
    """As continuous integration does from a cache: the number comes a second time, for another output."""
    build_texts(output, {"a": "1", "b": "1"})
    for place in (output, state_folder(output)):
        shutil.copytree(place, tmp_path / "cache" / place.name)
    build_texts(output, {"a": "2", "b": "1"})
    lost = state(output)
    for place in (output, state_folder(output)):
        shutil.rmtree(place)
        shutil.copytree(tmp_path / "cache" / place.name, place)

    build_texts(output, {"a": "1", "b": "2"})

    assert state(output)[1] == lost[1]
    assert changed(output, lost) is None


def test_of_what_lies_too_far_back_nothing_is_known(output: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("plugins.stet.state.ledger._STATES_KEPT", 2)
    states = []
    for number in range(5):
        build_texts(output, {"index.html": "home", f"{number}.html": "x"})
        states.append(state(output))

    assert [changed(output, mark) is None for mark in states] == [True, True, False, False, False]
    assert changed(output, states[2]) == {"2.html": None, "3.html": None, "4.html": entry("x")}
    with sqlite3.connect(database_file(output)) as connection:
        assert connection.execute("SELECT path FROM gone ORDER BY path").fetchall() == [("2.html",), ("3.html",)]


def test_what_has_changed_is_looked_up_and_never_looked_for(output: Path) -> None:
    build_texts(output, {"a": "a"})

    with sqlite3.connect(database_file(output)) as connection:
        plans = [
            connection.execute(f"EXPLAIN QUERY PLAN SELECT path FROM {table} WHERE generation > 7").fetchall()
            for table in ("pages", "gone")
        ]

    assert [step for plan in plans for *_, step in plan] == [
        "SEARCH pages USING INDEX pages_by_generation (generation>?)",
        "SEARCH gone USING INDEX gone_by_generation (generation>?)",
    ]


@pytest.mark.parametrize(("spared", "is_whole"), [((), True), ((".git",), False), (None, False)])
def test_a_folder_is_whole_where_the_build_spares_nothing(
    output: Path, spared: tuple[str, ...] | None, is_whole: bool
) -> None:
    build_texts(output, {"a": "a"}, spared=() if not is_whole else None)
    build_texts(output, {"a": "a"}, spared=spared)

    with opened(output) as record:
        assert record.is_whole is is_whole


def test_notes_are_those_of_the_last_build(output: Path) -> None:
    build_texts(output, {"a": "a"}, notes={"due": 1.5, "gone": "gone"})
    build_texts(output, {"a": "a"}, notes={"due": None, "lists": ["a", {"b": True}]})

    with opened(output) as record:
        assert dict(record.notes) == {"due": None, "lists": ["a", {"b": True}]}


def test_what_json_cannot_hold_is_no_note(output: Path) -> None:
    with pytest.raises(ValueError, match="not JSON compliant"):
        build_texts(output, {"a": "a"}, notes={"due": float("inf")})


def test_a_build_that_breaks_off_leaves_record_and_notes_of_the_one_before(output: Path) -> None:
    build_texts(output, {"a": "a"}, notes={"word": "first"})
    before = state(output)

    with pytest.raises(UnicodeEncodeError):
        build_texts(output, {"a": "\ud800"}, notes={"word": "second"})

    with opened(output) as record:
        assert (dict(record.notes), (record.identity, record.generation)) == ({"word": "first"}, before)


def test_closing_it_twice_is_closing_it(output: Path) -> None:
    build_texts(output, {"a": "a"})
    record = opened(output)

    record.close()
    record.close()
