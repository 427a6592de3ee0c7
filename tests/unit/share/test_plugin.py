from pathlib import Path
from typing import Any

from plugins.newsroom.spaces import ARTICLE, SHARE
from plugins.share.plugin import offer_share_links
from tests.tools.edge import digests_of, running
from tests.values import article, offer_named


def test_every_article_has_its_links(tmp_path: Path) -> None:
    with running(tmp_path, SITEURL="https://example.test/news") as (engine, generator):
        offer_named(engine, ARTICLE, {slug: article(slug) for slug in ("one", "two")})
        offer_share_links(generator)
        links = [engine.view().read(SHARE, slug) for slug in ("one", "two")]

    assert [(each.title, each.url) for each in links] == [
        ("One", "https://example.test/news/2023/11/one/"),
        ("Two", "https://example.test/news/2023/11/two/"),
    ]


def test_links_depend_on_their_article_and_on_what_all_are_made_with(tmp_path: Path) -> None:
    with running(tmp_path) as (engine, generator):
        offer_named(engine, ARTICLE, {"one": article("one")})
        offer_share_links(generator)
        view = engine.view()
        with view.traced() as read:
            view.read(SHARE, "one")

    assert read == {("article", "one"), ("share settings", "")}


def test_another_setting_is_another_fact(tmp_path: Path) -> None:
    def offered(**settings: Any) -> dict[str, Any]:
        with running(tmp_path, **settings) as (engine, generator):
            offer_share_links(generator)
            return digests_of(engine)

    first, same, network, address = (
        offered(),
        offered(),
        offered(SHARE={"networks": ["x"]}),
        offered(SITEURL="https://other.test"),
    )

    assert first == same
    assert first != network
    assert first != address
