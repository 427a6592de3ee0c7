from dataclasses import replace

import pytest

from plugins.newsroom.articles import ProfileLink
from plugins.newsroom.choices import ShareImage
from plugins.newsroom.forms.shown_picture import Picture
from plugins.newsroom.page_models import Alternate, Property
from plugins.pages.head.page_head import article_head, head
from tests.values import ARI, MEI, article, at, material

PICTURE = Picture(url="/pictures/a-12345678.jpg", width=1200, height=675, alt="A shelf")


def test_an_article_is_described_for_open_graph() -> None:
    one = article(picture=PICTURE, updated=at("2023-11-02T10:00"), authors=(MEI, ARI))

    properties = article_head(material(), one, 400).properties

    assert [(item.name, item.content) for item in properties] == [
        ("og:site_name", "The Test"),
        ("og:type", "article"),
        ("og:title", "One"),
        ("og:description", "What happened."),
        ("og:url", "https://example.test/2023/11/one/"),
        ("og:image", "https://example.test/pictures/a-12345678.jpg"),
        ("og:image:type", "image/jpeg"),
        ("og:image:width", "1200"),
        ("og:image:height", "675"),
        ("og:image:alt", "A shelf"),
        ("og:locale", "en_US"),
        ("article:published_time", "2023-11-01T09:00:00+08:00"),
        ("article:modified_time", "2023-11-02T10:00:00+08:00"),
        ("article:section", "Social"),
        ("article:author", "https://example.test/authors/mei/"),
        ("article:author", "https://example.test/authors/ari/"),
        ("article:tag", "Video"),
    ]


@pytest.mark.parametrize("change", [{"is_draft": True}, {"embargo": at("2035-01-01T00:00")}])
def test_what_is_not_public_asks_not_to_be_indexed(change: dict[str, object]) -> None:
    one = article(**change)

    assert article_head(material(), one, 400).robots == "noindex"


def test_a_page_without_a_picture_shows_the_publications_own_or_none() -> None:
    own = ShareImage(url="/assets/share.png?v=1.png", width=1200, height=630, alt="The Test")

    properties = head(material(share_picture=own), title="About", description="", url="/about/").properties
    without = head(material(), title="About", description="", url="/about/").properties

    assert Property(name="og:image", content="https://example.test/assets/share.png?v=1.png") in properties
    assert Property(name="og:image:type", content="image/png") in properties
    assert not any(item.name.startswith("og:image") for item in without)


def test_a_canonical_url_keeps_the_sites_folder() -> None:
    below = material(site_url="https://example.test/news/")

    assert head(below, title="About", description="", url="/about/").canonical == "https://example.test/news/about/"


@pytest.mark.parametrize(
    ("address", "handle"),
    [
        ("https://x.com/mei_tan", "@mei_tan"),
        ("https://www.twitter.com/@mei/?lang=en", "@mei"),
        ("https://x.com/mei/status/1", ""),
        ("https://notx.com/mei", ""),
    ],
)
def test_the_first_author_on_x_is_named_for_x(address: str, handle: str) -> None:
    author = replace(MEI, links=(ProfileLink(name="X", url=address),))

    names = article_head(material(), article(authors=(ARI, author, author)), 400).names

    assert [each.content for each in names if each.name == "twitter:creator"] == ([handle] if handle else [])


def test_every_author_is_named_for_the_fediverse() -> None:
    authors = (replace(MEI, fediverse="@mei@social.example"), replace(ARI, fediverse="@ari@social.example"))

    names = article_head(material(), article(authors=authors), 400).names

    assert [each.content for each in names] == ["@mei@social.example", "@ari@social.example"]


def test_other_versions_are_named_by_their_locales() -> None:
    alternates = tuple(
        Alternate(lang=lang, url="https://example.test/") for lang in ("en", "zh-Hant", "id", "x-default")
    )

    properties = head(material(), title="A", description="", url="/a/", alternates=alternates, lang="en").properties

    found = [item.content for item in properties if item.name == "og:locale:alternate"]
    assert found == ["zh_TW", "id_ID"]
