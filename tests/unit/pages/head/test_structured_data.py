import json
from dataclasses import replace

from plugins.newsroom.articles import Sponsor
from plugins.newsroom.choices import ShareImage
from plugins.newsroom.forms.shown_picture import Picture
from plugins.pages.head.structured_data import news_article, script_json
from tests.values import MEI, article, at, material

PICTURE = Picture(url="/pictures/a-12345678.jpg", width=1200, height=675, alt="A shelf")


def test_a_news_article_is_described_as_structured_data() -> None:
    one = article(picture=PICTURE)

    data = json.loads(news_article(material(), one, 400))

    assert data["@type"] == "NewsArticle"
    assert (data["headline"], data["wordCount"]) == ("One", 400)
    assert [image["url"] for image in data["image"]] == ["https://example.test/pictures/a-12345678.jpg"]
    assert data["datePublished"] == data["dateModified"] == "2023-11-01T09:00:00+08:00"
    assert data["author"] == [{"@type": "Person", "name": "Mei Tan", "url": "https://example.test/authors/mei/"}]
    assert data["publisher"]["logo"]["url"] == "https://example.test/assets/logo.png"


def test_a_publication_without_logo_and_pictures_names_none() -> None:
    data = json.loads(news_article(material(logo=""), article(), 400))

    assert "image" not in data
    assert data["publisher"] == {"@type": "NewsMediaOrganization", "name": "The Test", "url": "https://example.test/"}


def test_a_team_that_signs_an_article_is_no_person() -> None:
    one = article(authors=(replace(MEI, is_team=True),))

    data = json.loads(news_article(material(), one, 400))

    assert data["author"][0]["@type"] == "Organization"


def test_a_sponsored_article_says_who_paid() -> None:
    sponsor = Sponsor(
        slug="s", name="Sari", url="https://sari.example", label="Paid by Sari", disclosure_html=MEI.biography_html
    )
    one = article(sponsor=sponsor)

    data = json.loads(news_article(material(), one, 400))

    assert (data["@type"], data["sponsor"]["name"]) == ("AdvertiserContentArticle", "Sari")


def test_structured_data_cannot_break_out_of_its_script() -> None:
    text = script_json({"headline": "</script><b>&\u2028"})

    assert str(text) == '{"headline":"\\u003c/script\\u003e\\u003cb\\u003e\\u0026\\u2028"}'
    assert json.loads(text) == {"headline": "</script><b>&\u2028"}


def test_search_engines_are_told_when_an_article_is_over() -> None:
    data = json.loads(news_article(material(), article(expires=at("2023-12-15T18:00")), 400))

    assert data["expires"] == "2023-12-15T18:00:00+08:00"


def test_of_a_retracted_article_search_engines_get_the_reason_and_no_picture() -> None:
    card = ShareImage(url="/card.jpg", width=1200, height=630, alt="")
    one = article(summary="It was invented.", retracted_since=at("2023-11-20T09:00"))

    data = json.loads(news_article(material(share_cards={"home": card}), one, 3))

    assert (data["creativeWorkStatus"], data["correction"]["text"]) == ("Retracted", "It was invented.")
    assert (data["dateModified"], "image" in data) == ("2023-11-20T09:00:00+08:00", False)
