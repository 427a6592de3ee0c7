from datetime import UTC, datetime

from plugins.publish.targets.base import RELEASE_ID, release_id


def test_a_release_is_named_by_its_time_and_its_content() -> None:
    name = release_id("0a27862c4e79ffff", datetime(2026, 11, 23, 8, 15, 0, tzinfo=UTC))

    assert name == "20261123T081500Z-0a27862c4e79"
    assert RELEASE_ID.fullmatch(name)
