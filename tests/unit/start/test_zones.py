import pytest

from plugins.start.zones import usual_zone


@pytest.mark.parametrize(
    ("tag", "zone"),
    [
        ("id", "Asia/Jakarta"),
        ("zh-Hant", "Asia/Taipei"),
        ("zh-Hans", "Asia/Shanghai"),
        ("zh-TW", "Asia/Taipei"),
        ("zh-HK", "Asia/Hong_Kong"),
        ("en-SG", "Asia/Singapore"),
        ("de-AT", "Europe/Vienna"),
        ("ms-MY", "Asia/Kuala_Lumpur"),
        ("en", ""),
        ("ar", ""),
        ("pt-BR", ""),
        ("xx-XX", ""),
    ],
)
def test_a_language_has_a_zone_where_there_is_no_doubt(tag: str, zone: str) -> None:
    assert usual_zone(tag) == zone
