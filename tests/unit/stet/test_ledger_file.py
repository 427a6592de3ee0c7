import hashlib
import sqlite3
from pathlib import Path

import pytest

from plugins.stet.engine import Engine, database_file
from plugins.stet.ledger import File
from plugins.stet.ledger_file import read_ledger
from tests.tools.small_build import build_texts


def entry(text: str) -> File:
    return File(hashlib.sha256(text.encode()).hexdigest(), len(text.encode()))


def test_the_ledger_lists_the_files_of_the_last_build_by_path_with_hash_and_size(tmp_path: Path) -> None:
    build_texts(tmp_path / "output", {"b.html": "first", "gone.html": "gone"})
    build_texts(tmp_path / "output", {"b.html": "bb", "a/é.html": ""})

    found = read_ledger(tmp_path / "output")

    assert found is not None
    assert list(found.items()) == [("a/é.html", entry("")), ("b.html", entry("bb"))]


def test_where_nothing_was_built_there_is_no_ledger_and_none_is_made(tmp_path: Path) -> None:
    assert read_ledger(tmp_path / "output") is None
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("content", [b"", b"no database", b"SQLite format 3\0" + bytes(200)])
def test_what_is_no_database_is_no_ledger(tmp_path: Path, content: bytes) -> None:
    place = database_file(tmp_path / "output")
    place.parent.mkdir()
    place.write_bytes(content)

    assert read_ledger(tmp_path / "output") is None


def test_a_ledger_of_another_version_is_none(tmp_path: Path) -> None:
    build_texts(tmp_path / "output", {"a.html": "a"})
    with sqlite3.connect(database_file(tmp_path / "output")) as connection:
        connection.execute("PRAGMA user_version = 99")

    assert read_ledger(tmp_path / "output") is None


def test_a_build_that_has_not_ended_has_the_ledger_of_the_one_before(tmp_path: Path) -> None:
    build_texts(tmp_path / "output", {"a.html": "a"})
    engine = Engine(tmp_path / "output", b"tests")

    try:
        assert read_ledger(tmp_path / "output") == {"a.html": entry("a")}
    finally:
        engine.close()


def test_reading_it_is_nothing_that_a_build_would_see(tmp_path: Path) -> None:
    build_texts(tmp_path / "output", {"a.html": "a"})
    read_ledger(tmp_path / "output")

    engine = Engine(tmp_path / "output", b"tests")
    try:
        assert engine.dropped is None
    finally:
        engine.close()
