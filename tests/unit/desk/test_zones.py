from pathlib import Path
from zoneinfo import TZPATH

import pytest

from plugins.desk.zones import zone_rules


def test_the_rules_of_zones_differ() -> None:
    if not any(Path(place, "Asia/Singapore").is_file() for place in TZPATH):
        pytest.skip("the zones of this machine come from a package")

    assert zone_rules("Asia/Singapore").startswith(b"TZif")
    assert zone_rules("Asia/Singapore") != zone_rules("Europe/Berlin")


def test_a_zone_without_a_file_has_no_rules_to_watch() -> None:
    assert zone_rules("Mars/Olympus") == b""
