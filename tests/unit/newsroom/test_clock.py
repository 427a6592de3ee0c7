from datetime import UTC, datetime, timedelta

import pytest

from plugins.newsroom.clock import now


def test_the_clock_shows_the_epoch_that_the_environment_sets(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")

    assert now() == datetime(2023, 11, 14, 22, 13, 20, tzinfo=UTC)


def test_the_clock_runs_when_nothing_sets_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)

    assert abs(now() - datetime.now(UTC)) < timedelta(minutes=1)
