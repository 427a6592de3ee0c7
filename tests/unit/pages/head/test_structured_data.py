import json
from dataclasses import replace
from typing import Any

import pytest

from plugins.newsroom.articles import Article, ProfileLink, Sponsor
from plugins.newsroom.choices import ShareImage
from plugins.newsroom.forms.shown_picture import Cutting, Picture
from plugins.newsroom.front_matter.schema import CorrectionFields
from plugins.newsroom.language.site_languages import Translation
from plugins.pages.head.structured_data import (
    article_data,
    author_data,
    front_data,
    home_data,
    text_page_data,
)
from plugins.pages.settings import PagesSettings
from tests.values import MEI, article, at, material

PICTURE = Picture(url="/pictures/a-12345678.jpg", width=1200, height=675, alt="A shelf", caption="A", credit="Ida Lens")
POLICIES = PagesSettings(policies={"about": "us", "contact": "call", "corrections": "put-right", "principles": "how"})


def nodes(text: str) -> list[dict[str, Any]]:
    data = json.loads(text)
    assert data.keys() == {"@context", "@graph"}
    assert data["@context"] == "https://schema.org"
    found: list[dict[str, Any]] = data["@graph"]
    return found


def article_node(one: Article, **changes: Any) -> dict[str, Any]:
    return nodes(article_data(material(**changes), one, 400))[0]


def trail(found: list[dict[str, Any]]) -> list[tuple[int, str, str]]:
    (way,) = (node for node in found if node["@type"] == "BreadcrumbList")
    return [(step["position"], step["name"], step.get("item", "")) for step in way["itemListElement"]]


def test_a_news_article_is_described_as_structured_data() -> None:
    data = article_node(article(picture=PICTURE))

    assert data["@type"] == "NewsArticle"
    assert (data["headline"], data["wordCount"], data["isAccessibleForFree"]) == ("One", 400, True)
    assert data["image"] == [
        {
            "@type": "ImageObject",
            "url": "https://example.test/pictures/a-12345678.jpg",
            "width": 1200,
            "height": 675,
            "caption": "A",
            "creditText": "Ida Lens",
        }
    ]
    assert data["datePublished"] == data["dateModified"] == "2023-11-01T09:00:00+08:00"
    assert data["author"] == [
        {"@type": "Person", "name": "Mei Tan", "url": "https://example.test/authors/mei/", "jobTitle": "Editor"}
    ]
    assert data["publisher"]["logo"]["url"] == "https://example.test/assets/logo.png"


@pytest.mark.parametrize(
    ("form", "kind"),
    [
        ("report", "NewsArticle"),
        ("opinion", "OpinionNewsArticle"),
        ("analysis", "AnalysisNewsArticle"),
        ("review", "ReviewNewsArticle"),
    ],
)
def test_the_kind_of_an_article_goes_by_its_format(form: str, kind: str) -> None:
    assert article_node(article(format=form))["@type"] == kind


def test_a_picture_is_there_in_three_ratios() -> None:
    ratios = tuple(
        Cutting(f"/pictures/a-{name}.jpg", 1200, height) for name, height in (("w", 675), ("m", 900), ("s", 1200))
    )

    found = article_node(article(picture=replace(PICTURE, ratios=ratios)))["image"]

    assert [(each["width"], each["height"]) for each in found] == [(1200, 675), (1200, 900), (1200, 1200)]


def test_a_publication_without_logo_and_pictures_names_none() -> None:
    data = article_node(article(), logo="")

    assert "image" not in data
    assert data["publisher"] == {
        "@type": "NewsMediaOrganization",
        "@id": "https://example.test/#publisher",
        "name": "The Test",
        "url": "https://example.test/",
    }


def test_a_team_that_signs_an_article_is_no_person() -> None:
    one = article(authors=(replace(MEI, is_team=True),))

    assert article_node(one)["author"][0]["@type"] == "Organization"


def test_a_sponsored_article_says_who_paid() -> None:
    sponsor = Sponsor(
        slug="s", name="Sari", url="https://sari.example", label="Paid by Sari", disclosure_html=MEI.biography_html
    )

    data = article_node(article(sponsor=sponsor, format="opinion"))

    assert (data["@type"], data["sponsor"]["name"]) == ("AdvertiserContentArticle", "Sari")


def test_every_correction_is_told_and_moves_the_date() -> None:
    notes = [CorrectionFields.model_construct(date=at(f"2023-11-0{day}T10:00"), text=f"A & {day}.") for day in (2, 3)]

    data = article_node(article(corrections=tuple(notes)))

    assert data["correction"] == [
        {"@type": "CorrectionComment", "text": "A & 2.", "datePublished": "2023-11-02T10:00:00+08:00"},
        {"@type": "CorrectionComment", "text": "A & 3.", "datePublished": "2023-11-03T10:00:00+08:00"},
    ]
    assert data["dateModified"] == "2023-11-03T10:00:00+08:00"


def test_search_engines_are_told_when_an_article_is_over() -> None:
    assert article_node(article(expires=at("2023-12-15T18:00")))["expires"] == "2023-12-15T18:00:00+08:00"


def test_of_a_retracted_article_search_engines_get_the_reason_and_no_picture() -> None:
    card = ShareImage(url="/card.jpg", width=1200, height=630, alt="")
    one = article(summary="It was invented.", retracted_since=at("2023-11-20T09:00"))

    data = article_node(one, share_cards={"home": card})

    assert (data["creativeWorkStatus"], data["correction"][0]["text"]) == ("Retracted", "It was invented.")
    assert (data["dateModified"], "image" in data) == ("2023-11-20T09:00:00+08:00", False)


def test_an_article_is_below_its_section() -> None:
    assert trail(nodes(article_data(material(), article(), 1))) == [
        (1, "The Test", "https://example.test/"),
        (2, "Social", "https://example.test/social/"),
        (3, "One", ""),
    ]


def test_a_front_lists_its_articles_in_their_order() -> None:
    publication, listed = material(site_url="https://example.test/news"), ["/news/a/", "/news/b/"]

    found = nodes(
        front_data(publication, "Video, page 2", "Films.", "/tags/video/page/2/", listed, front_url="/tags/video/")
    )

    assert found[0]["@type"] == "CollectionPage"
    assert found[0]["mainEntity"]["itemListElement"] == [
        {"@type": "ListItem", "position": 1, "url": "https://example.test/news/a/"},
        {"@type": "ListItem", "position": 2, "url": "https://example.test/news/b/"},
    ]
    assert trail(found) == [
        (1, "The Test", "https://example.test/news/"),
        (2, "Tags", "https://example.test/news/tags/"),
        (3, "Video, page 2", ""),
    ]


def test_a_list_is_below_home_and_an_empty_one_has_no_items() -> None:
    found = nodes(front_data(material(), "Tags", "All.", "/tags/", []))

    assert "mainEntity" not in found[0]
    assert [name for _, name, _ in trail(found)] == ["The Test", "Tags"]


def test_the_front_of_an_author_is_a_profile() -> None:
    author = replace(MEI, portrait=PICTURE, links=(ProfileLink(name="Mastodon", url="https://social.example/@mei"),))

    found = nodes(author_data(material(), author, "Articles of hers.", "/authors/mei/"))

    assert found[0]["@type"] == "ProfilePage"
    who = found[0]["mainEntity"]
    assert (who["@type"], who["description"], who["sameAs"]) == ("Person", "Media", ["https://social.example/@mei"])
    assert who["image"][0]["url"] == "https://example.test/pictures/a-12345678.jpg"
    assert [name for _, name, _ in trail(found)] == ["The Test", "Authors", "Mei Tan"]


@pytest.mark.parametrize(("slug", "kind"), [("us", "AboutPage"), ("call", "ContactPage"), ("privacy", "WebPage")])
def test_a_page_is_what_the_settings_call_it(slug: str, kind: str) -> None:
    found = nodes(text_page_data(material(settings=POLICIES), slug, "A", "B", f"/{slug}/", "id"))

    assert (found[0]["@type"], found[0]["inLanguage"]) == (kind, "id")


def test_home_tells_of_the_publisher_its_policies_and_the_site() -> None:
    publisher, site = nodes(home_data(material(settings=POLICIES)))

    assert publisher["@type"] == "NewsMediaOrganization"
    assert publisher["publishingPrinciples"] == "https://example.test/how/"
    assert publisher["correctionsPolicy"] == "https://example.test/put-right/"
    assert {"about", "contact"} & publisher.keys() == set()
    assert (site["@type"], site["publisher"]) == ("WebSite", {"@id": publisher["@id"]})


def test_versions_of_a_story_name_one_another() -> None:
    versions = tuple(
        Translation(lang=lang, slug=slug, url=f"/2023/11/{slug}/") for lang, slug in (("en", "one"), ("id", "satu"))
    )
    one, satu = (article(slug, translations=versions) for slug in ("one", "satu"))

    original, translation = article_node(one), article_node(satu)

    assert original["workTranslation"] == [{"@id": translation["@id"]}]
    assert translation["translationOfWork"] == {"@id": original["@id"]}
    assert "translationOfWork" not in original and "workTranslation" not in translation


def test_home_tells_how_to_search_once_there_is_a_page_for_it() -> None:
    address = "https://example.test/search/?q={search_term_string}"

    found = nodes(home_data(material(search_url=address)))[1]["potentialAction"]

    assert found == {"@type": "SearchAction", "target": address, "query-input": "required name=search_term_string"}


def test_an_author_of_an_article_has_a_portrait() -> None:
    data = article_node(article(authors=(replace(MEI, portrait=PICTURE),)))

    assert data["author"][0]["image"][0]["url"] == "https://example.test/pictures/a-12345678.jpg"


def test_a_card_in_the_place_of_a_drawing_has_not_its_credit() -> None:
    card = ShareImage(url="/2023/11/one/card.jpg?v=1.jpg", width=1200, height=630, alt="")
    drawing = replace(PICTURE, url="/pictures/a-12345678.svg")

    (found,) = article_node(article(picture=drawing), share_cards={"article one": card})["image"]

    assert found["url"] == "https://example.test/2023/11/one/card.jpg?v=1.jpg"
    assert "creditText" not in found
