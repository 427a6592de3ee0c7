from datetime import UTC, datetime

import pytest

from plugins.newsroom.scheduled import scheduled_line, scheduled_times

NOW = datetime(2023, 12, 1, 4, tzinfo=UTC)
TOMORROW = NOW.timestamp() + 24 * 60 * 60
YEAR = 365 * 24 * 60 * 60


@pytest.mark.parametrize(
    ("scheduled", "count", "line"),
    [
        ({}, 0, ""),
        ({"a.md": TOMORROW}, 1, "1 article waits: a.md until 2023-12-02 12:00"),
        ({"a.md": NOW.timestamp() + YEAR}, 1, "1 article waits: a.md until 2024-11-30 12:00 (in 1 year)"),
        ({"a.md": NOW.timestamp() + YEAR - 1}, 1, "1 article waits: a.md until 2024-11-30 11:59"),
        (
            {"a.md": TOMORROW, "b.md": TOMORROW + 9 * YEAR},
            2,
            "2 articles wait: a.md until 2023-12-02 12:00, b.md until 2032-11-29 12:00 (in 9 years)",
        ),
        (
            {f"{name}.md": TOMORROW for name in "abcdef"},
            1200,
            f"1,200 articles wait: {', '.join(f'{name}.md until 2023-12-02 12:00' for name in 'abcde')} "
            "… and 1,195 more",
        ),
    ],
)
def test_what_waits_is_named_with_its_time(scheduled: dict[str, float], count: int, line: str) -> None:
    assert scheduled_line(scheduled, count, "Asia/Singapore", NOW) == line


def test_times_are_told_in_the_zone_of_the_publication_or_in_utc() -> None:
    assert scheduled_times({"a.md": TOMORROW}, "Asia/Singapore") == {"a.md": "2023-12-02T12:00:00+08:00"}
    assert scheduled_times({"a.md": TOMORROW}, "Nowhere/Land") == {"a.md": "2023-12-02T04:00:00+00:00"}
    assert scheduled_times({"a.md": TOMORROW}, "") == {"a.md": "2023-12-02T04:00:00+00:00"}
