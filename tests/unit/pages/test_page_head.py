import json
from dataclasses import replace

import pytest

from plugins.newsroom.articles import Picture, Sponsor
from plugins.pages.page_head import article_head, head
from plugins.pages.structured_data import script_json
from tests.values import ARI, MEI, article, at, material

PICTURE = Picture(url="/pictures/a-12345678.webp", width=1200, height=675, alt="A shelf")


def test_an_article_is_described_for_open_graph() -> None:
    one = article(picture=PICTURE, updated=at("2023-11-02T10:00"), authors=(MEI, ARI))

    properties = article_head(material(), one, 400).properties

    assert [(item.name, item.content) for item in properties] == [
        ("og:site_name", "The Test"),
        ("og:type", "article"),
        ("og:title", "One"),
        ("og:description", "What happened."),
        ("og:url", "https://example.test/2023/11/one/"),
        ("og:image", "https://example.test/pictures/a-12345678.webp"),
        ("og:image:width", "1200"),
        ("og:image:height", "675"),
        ("og:image:alt", "A shelf"),
        ("og:locale", "en"),
        ("article:published_time", "2023-11-01T09:00:00+08:00"),
        ("article:modified_time", "2023-11-02T10:00:00+08:00"),
        ("article:section", "Social"),
        ("article:author", "https://example.test/authors/mei/"),
        ("article:author", "https://example.test/authors/ari/"),
        ("article:tag", "Video"),
    ]


def test_a_news_article_is_described_as_structured_data() -> None:
    one = article(picture=PICTURE)

    data = json.loads(article_head(material(), one, 400).structured_data or "")

    assert data["@type"] == "NewsArticle"
    assert (data["headline"], data["wordCount"]) == ("One", 400)
    assert data["image"] == ["https://example.test/pictures/a-12345678.webp"]
    assert data["datePublished"] == data["dateModified"] == "2023-11-01T09:00:00+08:00"
    assert data["author"] == [{"@type": "Person", "name": "Mei Tan", "url": "https://example.test/authors/mei/"}]
    assert data["publisher"]["logo"]["url"] == "https://example.test/assets/logo.png"


def test_a_team_that_signs_an_article_is_no_person() -> None:
    one = article(authors=(replace(MEI, is_team=True),))

    data = json.loads(article_head(material(), one, 400).structured_data or "")

    assert data["author"][0]["@type"] == "Organization"


def test_a_sponsored_article_says_who_paid() -> None:
    sponsor = Sponsor(
        slug="s", name="Sari", url="https://sari.example", label="Paid by Sari", disclosure_html=MEI.biography_html
    )
    one = article(sponsor=sponsor)

    data = json.loads(article_head(material(), one, 400).structured_data or "")

    assert (data["@type"], data["sponsor"]["name"]) == ("AdvertiserContentArticle", "Sari")


def test_structured_data_cannot_break_out_of_its_script() -> None:
    text = script_json({"headline": "</script><b>&\u2028"})

    assert str(text) == '{"headline":"\\u003c/script\\u003e\\u003cb\\u003e\\u0026\\u2028"}'
    assert json.loads(text) == {"headline": "</script><b>&\u2028"}


@pytest.mark.parametrize("change", [{"is_draft": True}, {"embargo": at("2035-01-01T00:00")}])
def test_what_is_not_public_asks_not_to_be_indexed(change: dict[str, object]) -> None:
    one = article(**change)

    assert article_head(material(), one, 400).robots == "noindex"


def test_a_page_without_a_picture_shows_the_publications_own() -> None:
    properties = head(material(), title="About", description="", url="/about/").properties

    assert "https://example.test/assets/share.png" in {item.content for item in properties}


def test_a_canonical_url_keeps_the_sites_folder() -> None:
    below = material(site_url="https://example.test/news/")

    assert head(below, title="About", description="", url="/about/").canonical == "https://example.test/news/about/"
