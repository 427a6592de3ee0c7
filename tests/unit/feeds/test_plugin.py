from pathlib import Path

from plugins.feeds.plugin import offer_feeds
from tests.tools.edge import running
from tests.values import BRAND, article, offer_publication, publication

NAMES = {"SITENAME": "The Test", "SITESUBTITLE": "News of tests", "DEFAULT_LANG": "en", "THEME": "theme"}


def test_a_build_writes_every_feed_with_the_newest_articles(tmp_path: Path) -> None:
    articles = [article("old", date="2023-10-01T09:00"), article("new", date="2023-11-01T09:00")]
    own = {"DELETE_OUTPUT_DIRECTORY": True, "OUTPUT_RETENTION": [], "FEEDS": {"size": 1}}

    given = {"publication": publication(*articles), "token": b"1", "brand": BRAND}
    with running(tmp_path, given, **NAMES, **own) as (engine, generator):
        offer_publication(engine, *articles)
        offer_feeds([generator])
        written = engine.build().written

    assert "social/feed.xml" in written
    feed = (tmp_path / "output" / "feed.xml").read_text(encoding="utf-8")
    assert "https://example.test/2023/11/new/" in feed
    assert "https://example.test/2023/10/old/" not in feed
