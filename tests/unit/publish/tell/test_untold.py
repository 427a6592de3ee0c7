from datetime import UTC, datetime
from pathlib import Path

import pytest

from plugins.publish.tell.changed_addresses import ChangedAddresses
from plugins.publish.tell.untold import LINES, last_told, log_call, note_untold, untold

NOW = datetime(2026, 11, 23, 9, 5, tzinfo=UTC)
TARGET = "s3://bucket"


def test_what_is_left_is_known_to_the_next_run_of_the_same_target(tmp_path: Path) -> None:
    left = ChangedAddresses(feeds=("https://a.example/feed.xml",), pages=("https://a.example/",))
    note_untold(tmp_path, TARGET, left)

    assert untold(tmp_path, TARGET) == left
    assert untold(tmp_path, "s3://other") == ChangedAddresses()


def test_nothing_left_leaves_no_file(tmp_path: Path) -> None:
    note_untold(tmp_path, TARGET, ChangedAddresses(pages=("https://a.example/",)))
    note_untold(tmp_path, TARGET, ChangedAddresses())

    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("text", ["", "{", "[]", '{"feeds": 1, "pages": []}', '{"feeds": []}'])
def test_a_damaged_note_is_taken_for_none(tmp_path: Path, text: str) -> None:
    note_untold(tmp_path, TARGET, ChangedAddresses(pages=("https://a.example/",)))
    next(tmp_path.iterdir()).write_text(text)

    assert untold(tmp_path, TARGET) == ChangedAddresses()


def test_the_log_names_time_result_and_addresses_and_stays_short(tmp_path: Path) -> None:
    for number in range(LINES + 5):
        log_call(tmp_path, TARGET, NOW, f"{number} told", [f"https://a.example/{page}" for page in range(22)])
    (log,) = tmp_path.iterdir()
    lines = log.read_text().splitlines()

    assert len(lines) == LINES
    assert lines[0].startswith("2026-11-23T09:05:00Z 5 told: https://a.example/0 ")
    assert lines[0].endswith("/19 and 2 more")
    assert last_told(tmp_path, TARGET).startswith("Last told: 2026-11-23T09:05:00Z 504 told: https://a.example/0")


def test_without_a_log_nothing_was_told(tmp_path: Path) -> None:
    assert last_told(tmp_path, TARGET) == ""
