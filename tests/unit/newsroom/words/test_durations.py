import pytest

from plugins.newsroom.words.catalogues import catalogue, make_words
from plugins.newsroom.words.durations import duration, iso_duration


@pytest.mark.parametrize(
    ("seconds", "said"),
    [
        (0, "0 sec"),
        (0.2, "1 sec"),
        (8.07, "8 sec"),
        (59.6, "1 min"),
        (60, "1 min"),
        (750, "12 min, 30 sec"),
        (3599.4, "59 min, 59 sec"),
        (3599.6, "1 hr"),
        (3900, "1 hr, 5 min"),
        (7230, "2 hr"),
        (360_000, "100 hr"),
    ],
)
def test_a_length_has_at_most_two_units(seconds: float, said: str) -> None:
    assert duration(seconds, make_words("en", catalogue("en"))) == said


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("ar", "12 د، و30 ث"),
        ("de", "12 Min., 30 Sek."),
        ("fr", "12\N{NO-BREAK SPACE}min 30\N{NARROW NO-BREAK SPACE}s"),
        ("zh-Hans", "12分钟30秒"),
    ],
)
def test_each_language_writes_lengths_its_own_way(lang: str, said: str) -> None:
    assert duration(750, make_words(lang, catalogue(lang))) == said


@pytest.mark.parametrize(
    ("seconds", "written"),
    [(0, "PT0S"), (8.07, "PT8S"), (60, "PT1M"), (750, "PT12M30S"), (3900, "PT1H5M"), (3599.6, "PT1H")],
)
def test_programs_get_a_length_in_iso_8601(seconds: float, written: str) -> None:
    assert iso_duration(seconds) == written
