import pytest

from plugins.newsroom.addresses.takedown_list import read_takedown_list, takedown_of
from plugins.newsroom.urls import own_site

OWN = own_site("https://www.one.example/news")
SOURCE, URL = "articles/2023/11/mix-model.md", "/2023/11/mix-model/"

FORMS = [
    "https://www.one.example/news/2023/11/mix-model/",
    "http://one.example/news/2023/11/mix-model/?utm_source=mail#top",
    "one.example/news/2023/11/mix-model",
    "//one.example/news/2023/11/mix-model/index.html",
    "/2023/11/mix-model/",
    "/2023/11/mix-model",
    " 2023/11/Mix-Model/index.html ",
    "/news/2023/11/mix-model/",
    "2023/11/mix-model",
    "mix-model",
    "/mix-model/",
    "content/articles/2023/11/mix-model.md",
    "./content/articles/2023/11/mix-model.md",
    "articles/2023/11/mix-model.md",
    "/home/ana/site/content/articles/2023/11/mix-model.md",
    "output/2023/11/mix-model/index.html",
    r"C:\sites\small\content\articles\2023\11\mix-model.md",
    "mix-model.md",
]


@pytest.mark.parametrize("written", FORMS)
def test_an_article_is_named_in_any_form(written: str) -> None:
    assert read_takedown_list([written], OWN).naming(SOURCE, [URL])


@pytest.mark.parametrize("written", ["/a\u0308rger/", "/%C3%84RGER/", "/a%CC%88rger"])
def test_an_accent_may_be_written_in_either_form_of_unicode(written: str) -> None:
    assert read_takedown_list([written], OWN).naming(SOURCE, [URL, "/ärger/"])


@pytest.mark.parametrize(
    "written",
    [
        "https://other.example/2023/11/mix-model/",
        "/2023/10/mix-model/",
        "/2023/11/mix-mode/",
        "mix",
        "model",
        "/2023/11/",
        "content/articles/2023/11/other.md",
        "/2023/11/mix-model/card.jpg",
    ],
)
def test_another_address_names_nothing(written: str) -> None:
    assert not read_takedown_list([written], OWN).naming(SOURCE, [URL])


@pytest.mark.parametrize("written", ["about", "/about/", "content/pages/about.md", "https://one.example/news/about/"])
def test_a_page_is_named_by_its_address_or_file(written: str) -> None:
    assert read_takedown_list([written], OWN).naming("pages/about.md", ["/about/"])


@pytest.mark.parametrize(
    ("written", "slug"), [("articles/a.md", "a"), ("articles/2023/a/index.md", "a"), ("a", "a"), ("/2023/11/a/", "")]
)
def test_a_text_that_is_no_more_is_looked_for_by_the_name_of_its_file(written: str, slug: str) -> None:
    assert read_takedown_list([written]).entries[0].slug == slug


@pytest.mark.parametrize(
    "settings", [{}, {"PUBLISH": 1}, {"PUBLISH": {"takedown": "/a/"}}, {"PUBLISH": {"takedown": []}}]
)
def test_settings_without_a_list_take_nothing_down(settings: dict[str, object]) -> None:
    assert not takedown_of(settings)


def test_full_addresses_are_of_the_site_in_the_settings() -> None:
    settings = {"SITEURL": "https://a.example", "PUBLISH": {"takedown": ["https://a.example/2023/11/mix-model/", 1]}}

    assert [entry.path for entry in takedown_of(settings).entries] == ["2023/11/mix-model"]
