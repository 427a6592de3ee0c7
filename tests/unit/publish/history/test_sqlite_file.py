import sqlite3
from pathlib import Path

import pytest

from plugins.publish.history.sqlite_file import open_sqlite, transaction

TABLES = "CREATE TABLE words (word TEXT);"


def words(connection: sqlite3.Connection) -> list[str]:
    return [word for (word,) in connection.execute("SELECT word FROM words")]


def test_what_was_written_is_there_the_next_time(tmp_path: Path) -> None:
    first = open_sqlite(tmp_path / "deep" / "memory", TABLES, 1)
    with transaction(first) as connection:
        connection.execute("INSERT INTO words VALUES ('kept')")
    first.close()

    assert words(open_sqlite(tmp_path / "deep" / "memory", TABLES, 1)) == ["kept"]


def test_a_change_that_is_broken_off_leaves_nothing(tmp_path: Path) -> None:
    memory = open_sqlite(tmp_path / "memory", TABLES, 1)
    with pytest.raises(KeyboardInterrupt), transaction(memory) as connection:
        connection.execute("INSERT INTO words VALUES ('half')")
        raise KeyboardInterrupt

    assert words(memory) == []


@pytest.mark.slow
@pytest.mark.parametrize("damage", [b"", b"no database at all " * 500])
def test_a_damaged_file_is_made_anew_or_comes_back_whole_from_its_log(tmp_path: Path, damage: bytes) -> None:
    place = tmp_path / "memory"
    old = open_sqlite(place, TABLES, 1)
    with transaction(old) as connection:
        connection.execute("INSERT INTO words VALUES ('old')")
    place.write_bytes(damage)  # while its log, as after a kill, lies beside it
    again = open_sqlite(place, TABLES, 1)
    before = words(again)
    with transaction(again) as connection:
        connection.execute("INSERT INTO words VALUES ('new')")

    assert before in ([], ["old"])
    assert words(again) == [*before, "new"]


def test_another_version_is_made_anew(tmp_path: Path) -> None:
    old = open_sqlite(tmp_path / "memory", TABLES, 1)
    with transaction(old) as connection:
        connection.execute("INSERT INTO words VALUES ('old')")
    old.close()

    assert words(open_sqlite(tmp_path / "memory", TABLES, 2)) == []
