from pathlib import Path
from zoneinfo import TZPATH

import pytest

from plugins.desk.reading_key import draws_with_fonts_of_kit, reading_key, zone_rules


def test_the_rules_of_zones_differ() -> None:
    if not any(Path(place, "Asia/Singapore").is_file() for place in TZPATH):
        pytest.skip("the zones of this machine come from a package")

    assert zone_rules("Asia/Singapore").startswith(b"TZif")
    assert zone_rules("Asia/Singapore") != zone_rules("Europe/Berlin")


def test_a_zone_without_a_file_has_no_rules_to_watch() -> None:
    assert zone_rules("Mars/Olympus") == b""


def test_another_zone_or_folder_gives_another_key() -> None:
    settings = [
        {"PATH": "content", "TIMEZONE": "Asia/Singapore"},
        {"PATH": "other", "TIMEZONE": "Asia/Singapore"},
        {"PATH": "content", "TIMEZONE": "Europe/Berlin"},
    ]

    assert len({reading_key(each, ()) for each in settings}) == 3


def test_fonts_of_the_publications_own_are_not_the_kits() -> None:
    plugins = ["plugins.share_cards"]

    assert draws_with_fonts_of_kit({"PLUGINS": plugins, "SHARE_CARDS": {}})
    assert not draws_with_fonts_of_kit({"PLUGINS": plugins, "SHARE_CARDS": {"fonts": {"latn": "own.woff2"}}})
    assert not draws_with_fonts_of_kit({"PLUGINS": []})
