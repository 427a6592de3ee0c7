from pathlib import Path
from typing import Any

from plugins.newsroom.choices import ShareLink, ShareLinks
from plugins.newsroom.spaces import ARTICLE, SHARE
from plugins.newsroom.words.catalogues import catalogue, english, make_words
from plugins.share.plugin import named_networks, offer_share_links, share_links
from plugins.share.settings import ShareSettings
from tests.tools.edge import digests_of, running
from tests.values import article, offer_named

URL = "https://lowdown.example/news/2023/11/one/"


def linked(title: str, settings: ShareSettings) -> ShareLinks:
    return share_links(title, URL, settings, named_networks(settings, english()))


def test_services_are_named_in_the_words_of_the_publication() -> None:
    german = make_words("de", catalogue("de"))

    named = named_networks(ShareSettings(networks=("x", "email")), german)

    assert [(each.name, each.label) for each in named] == [
        ("X", f"{german.share_on.format(network='X')} {german.new_window}"),
        (german.email, german.share_by_email),
    ]


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

    assert read == {("article", "one"), ("share settings", ""), ("languages of share links", "")}


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


def test_the_links_stand_in_the_order_of_the_settings() -> None:
    links = linked("One", ShareSettings(networks=("email", "facebook")))

    assert links == ShareLinks(
        url=URL,
        title="One",
        links=(
            ShareLink(
                network="email",
                name="e-mail",
                label="Share by e-mail",
                url="mailto:?subject=One&body=One%0D%0A%0D%0Ahttps%3A%2F%2Flowdown.example%2Fnews%2F2023%2F11%2Fone%2F",
                opens_window=False,
            ),
            ShareLink(
                network="facebook",
                name="Facebook",
                label="Share on Facebook (opens in new window)",
                url="https://www.facebook.com/sharer/sharer.php?u=https%3A%2F%2Flowdown.example%2Fnews%2F2023%2F11%2Fone%2F",
                opens_window=True,
            ),
        ),
    )


def test_a_source_mark_is_on_the_links_and_not_on_the_canonical_url() -> None:
    links = linked("One", ShareSettings(networks=("linkedin",), source_mark="from=share"))

    assert links.url == URL
    assert links.links[0].url.endswith("%2Fone%2F%3Ffrom%3Dshare")


def test_a_line_break_in_a_title_cannot_add_a_header_to_a_mail() -> None:
    links = linked("One\r\nBcc: all@example.com", ShareSettings(networks=("email",)))

    assert links.title == "One Bcc: all@example.com"
    assert links.links[0].url.startswith("mailto:?subject=One%20Bcc%3A%20all%40example.com&body=")
