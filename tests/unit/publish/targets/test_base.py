from datetime import UTC, datetime

import pytest

from plugins.publish.targets.base import RELEASE_ID, release_id


def test_a_release_is_named_by_its_time_and_its_content() -> None:
    name = release_id("0a27862c4e79ffff", datetime(2026, 11, 23, 8, 15, 0, tzinfo=UTC))

    assert name == "20261123T081500Z-0a27862c4e79"
    assert RELEASE_ID.fullmatch(name)


@pytest.mark.parametrize(
    ("before", "name"),
    [
        (["20261123T081459Z-ffffffffffff"], "20261123T081500Z-0a27862c4e79"),
        (["20261123T081500Z-ffffffffffff", "20261101T000000Z-000000000000"], "20261123T081501Z-0a27862c4e79"),
        (["20320101T235959Z-000000000000"], "20320102T000000Z-0a27862c4e79"),
        (["99999999T999999Z-000000000000"], "20261123T081500Z-0a27862c4e79"),
    ],
)
def test_names_sort_in_the_order_of_releases_whatever_the_clocks_said(before: list[str], name: str) -> None:
    found = release_id("0a27862c4e79ffff", datetime(2026, 11, 23, 8, 15, 0, 900, tzinfo=UTC), before)

    assert found == name
