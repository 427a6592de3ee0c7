import os
import re
import signal
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from plugins.stet.state.database import Database, open_database
from plugins.stet.state.signatures import signature_of
from tests.unit.stet.conftest import in_a_child


def made(tmp_path: Path) -> Path:
    """Make a database with a value in it, and many rows."""
    database = Database(tmp_path / "build.sqlite", b"code")
    database.set_about("word", b"value")
    database.write("INSERT INTO parts VALUES (?, ?, ?)", [(str(n), "part", bytes(1000)) for n in range(200)])
    database.commit()
    database.close()
    return database.path


def reopened(path: Path, code: bytes = b"code") -> tuple[bytes | None, str | None]:
    """Open a database, and return the value in it and why it was dropped."""
    database, why = open_database(path, code)
    try:
        return database.about("word"), why
    finally:
        database.close()


def truncate(path: Path) -> None:
    os.truncate(path, path.stat().st_size // 2)


def empty(path: Path) -> None:
    os.truncate(path, 0)


def fill_with_garbage(path: Path) -> None:
    path.write_bytes(b"no database" * 1000)


def break_in_the_middle(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[4096:20480] = b"\xff" * 16384
    path.write_bytes(content)


def execute(statement: str) -> Callable[[Path], None]:
    def change(path: Path) -> None:
        with sqlite3.connect(path) as connection:
            connection.execute(statement)

    return change


def test_what_was_committed_is_there_the_next_time(tmp_path: Path) -> None:
    assert reopened(made(tmp_path)) == (b"value", None)


def test_what_was_not_committed_is_forgotten(tmp_path: Path) -> None:
    database = Database(made(tmp_path), b"code")
    database.set_about("word", b"other")
    database.close()

    assert reopened(database.path) == (b"value", None)


@pytest.mark.parametrize(
    ("damage", "why"),
    [
        (truncate, "(cannot be read|is damaged)"),
        (break_in_the_middle, "(cannot be read|is damaged)"),
        (fill_with_garbage, "cannot be read"),
        (empty, "is of another version, or of another program"),
        (execute("PRAGMA user_version = 99"), "is of another version, or of another program"),
        (execute("PRAGMA application_id = 99"), "is of another version, or of another program"),
        (execute("DROP TABLE about"), "cannot be read"),
    ],
)
def test_what_does_not_fit_is_dropped_with_one_reason(tmp_path: Path, damage: Callable[[Path], None], why: str) -> None:
    path = made(tmp_path)
    damage(path)

    found, reason = reopened(path)

    assert found is None
    assert reason is not None
    assert re.match(why, reason)
    assert reopened(path) == (None, None)


def test_what_other_code_has_written_is_dropped(tmp_path: Path) -> None:
    path = made(tmp_path)

    assert reopened(path, b"other") == (None, "was written with other plugins, libraries or another Python")
    assert reopened(path, b"other") == (None, None)


def test_a_database_that_was_dropped_leaves_nothing_of_itself(tmp_path: Path) -> None:
    path = made(tmp_path)
    (tmp_path / "build.sqlite-wal").write_bytes(b"of the old one")
    fill_with_garbage(path)

    reopened(path)

    with sqlite3.connect(path) as connection:
        assert connection.execute("SELECT count(*) FROM parts").fetchone() == (0,)


def test_a_database_that_was_closed_is_sealed_and_one_that_somebody_wrote_to_is_not(tmp_path: Path) -> None:
    path = made(tmp_path)
    seal = path.with_suffix(".seal")

    assert seal.read_bytes() == signature_of(path.stat())
    path.write_bytes(path.read_bytes())
    assert seal.read_bytes() != signature_of(path.stat())
    assert reopened(path) == (b"value", None)


def test_without_a_seal_a_database_is_looked_through(tmp_path: Path) -> None:
    path = made(tmp_path)
    path.with_suffix(".seal").unlink()

    assert reopened(path) == (b"value", None)


def test_a_process_that_is_killed_amid_a_transaction_leaves_what_held_before(tmp_path: Path) -> None:
    path = made(tmp_path)

    def work() -> None:
        database = Database(path, b"code")
        database.set_about("word", b"committed")
        database.commit()
        database.set_about("word", b"lost")
        database.write("INSERT INTO parts VALUES (?, ?, ?)", [(str(n), "b", bytes(9000)) for n in range(2000)])
        os.kill(os.getpid(), signal.SIGKILL)

    assert in_a_child(work) == -signal.SIGKILL
    assert reopened(path) == (b"committed", None)


def test_a_forked_worker_sees_what_was_committed_and_leaves_its_parents_work_alone(tmp_path: Path) -> None:
    database = Database(made(tmp_path), b"code")
    database.set_about("word", b"not yet")

    def work() -> None:
        assert database.about("word") == b"value"
        database.close()

    assert in_a_child(work) == 0
    database.commit()
    database.close()
    assert reopened(database.path) == (b"not yet", None)


def test_closing_it_twice_is_closing_it(tmp_path: Path) -> None:
    database = Database(made(tmp_path), b"code")
    database.close()
    database.close()

    assert reopened(database.path) == (b"value", None)
