import pytest

from plugins.crawlers.settings import CrawlersSettings
from plugins.newsroom.settings import settings_problems


@pytest.mark.parametrize(
    ("settings", "what"),
    [
        ({"agents": {"GPTBot/1.0": False}}, "CRAWLERS.agents: 'GPTBot/1.0' is no name of a crawler"),
        ({"agents": {"A\nDisallow: /": True}}, "CRAWLERS.agents: 'A\\nDisallow: /' is no name of a crawler"),
        ({"agents": {"gptbot": False, "GPTBot": True}}, "CRAWLERS.agents: 'gptbot' and 'GPTBot' are one crawler"),
        ({"disallow": ["tags/"]}, "CRAWLERS.disallow: 'tags/' is no path"),
        ({"disallow": ["/a\nAllow: /"]}, "CRAWLERS.disallow: '/a\\nAllow: /' is no path"),
        ({"indexnow_key": "short"}, "CRAWLERS.indexnow_key: 'short' is no key of IndexNow"),
        ({"indexnow_key": "../../../etc/passwd"}, "CRAWLERS.indexnow_key: '../../../etc/passwd' is no key of IndexNow"),
        ({"serch": False}, "unknown setting 'CRAWLERS.serch'"),
    ],
)
def test_mistakes_are_told(settings: dict[str, object], what: str) -> None:
    assert [each.what for each in settings_problems(CrawlersSettings, {"CRAWLERS": settings}, "CRAWLERS")] == [what]
