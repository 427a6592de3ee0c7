import pytest

from plugins.feeds.settings import FeedsSettings
from plugins.newsroom.settings import read_settings, settings_problems


def test_what_is_not_set_is_as_usual() -> None:
    own = read_settings(FeedsSettings, {"FEEDS": {"formats": {"tag": ["rss", "rss"]}}}, "FEEDS")

    assert (own.formats_of("home"), own.formats_of("tag")) == (("atom", "rss", "json"), ("rss",))
    assert (own.archives_of("home"), own.archives_of("tag"), own.formats_of("month")) == (5, 0, ())


@pytest.mark.parametrize(
    "feeds",
    [
        {"formats": {"pages": ["atom"]}},
        {"formats": {"tag": ["xml"]}},
        {"archives": {"home": -1}},
        {"hub": "no address"},
        {"hub": "/hub"},
        {"hub": "mailto:desk@kabar.example"},
        {"partners": {"7": {}}},
        {"partners": {"Flip Board": {}}},
        {"partners": {"reader": {"hours": 0}}},
        {"partners": {"reader": {"categorys": []}}},
    ],
)
def test_a_front_or_a_format_that_there_is_not_is_a_mistake(feeds: dict[str, object]) -> None:
    assert len(settings_problems(FeedsSettings, {"FEEDS": feeds}, "FEEDS")) == 1
