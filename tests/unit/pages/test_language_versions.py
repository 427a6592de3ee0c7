import pytest

from plugins.newsroom.language.site_languages import SiteLanguage, Translation
from plugins.newsroom.page_models import Alternate
from plugins.pages.language_versions import article_alternates, article_versions, front_alternates
from tests.values import article, at, material

INDONESIAN = SiteLanguage("id", "id", "Berita")
VERSIONS = (Translation("en", "one", "/2023/11/one/"), Translation("id", "satu", "/2023/11/satu/"))


def test_an_article_leads_to_its_other_versions_by_the_names_of_their_languages() -> None:
    published = material(languages=(INDONESIAN,), site_url="https://example.test/news")

    (link,) = article_versions(published, article("one", translations=VERSIONS))

    assert (link.text, link.url, link.lang) == ("Bahasa Indonesia", "/news/2023/11/satu/", "id")


def test_a_language_that_is_not_declared_has_its_tag() -> None:
    (link,) = article_versions(material(), article("one", translations=VERSIONS))

    assert link.text == "id"


def test_search_engines_get_every_version_and_the_one_for_everybody_else() -> None:
    assert article_alternates(material(), article("satu", lang="id", translations=VERSIONS)) == (
        Alternate(lang="en", url="https://example.test/2023/11/one/"),
        Alternate(lang="id", url="https://example.test/2023/11/satu/"),
        Alternate(lang="x-default", url="https://example.test/2023/11/one/"),
    )
    assert article_alternates(material(), article("one")) == ()


def test_fronts_are_versions_of_one_another() -> None:
    assert front_alternates(material()) == ()
    assert [each.lang for each in front_alternates(material(languages=(INDONESIAN,)))] == ["en", "id", "x-default"]


@pytest.mark.parametrize("end", ["over_since", "retracted_since"])
def test_search_engines_get_no_versions_of_what_has_ended(end: str) -> None:
    ended = article("satu", lang="id", translations=VERSIONS, **{end: at("2023-11-20T09:00")})

    assert article_alternates(material(), ended) == ()
