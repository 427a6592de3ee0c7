import pytest

from plugins.newsroom.spaces import ARTICLE, SHOWN_PICTURES
from plugins.pictures.values import DEVELOPED
from plugins.sitemaps.make_sitemaps import (
    SITEMAP_HEADER,
    SITEMAP_PICTURES,
    SitemapHeader,
    make_news_sitemap,
    make_sitemap,
    make_sitemap_index,
    news_name,
    picture_addresses,
)
from plugins.stet.facts import View
from plugins.stet.offers import Offers
from plugins.stet.outputs import Output
from tests.values import article, offer_named

SITE = "https://example.test/news"


def view(*, pictures: bool = True, sample: bool = False) -> View:
    offers = Offers()
    offer_named(offers, ARTICLE, {"one": article("one", title="A  <b> &\nB", lang="zh-Hant", sample=sample)})
    offers.offer_constant(SITEMAP_HEADER, SitemapHeader(SITE, "The Test", pictures))
    offers.offer_values(SITEMAP_PICTURES, picture_addresses)
    offer_named(offers, SHOWN_PICTURES, {"one": ("none.jpg",)})
    offer_named(offers, DEVELOPED, {"none.jpg": None})
    return offers.view()


def test_an_address_has_the_path_that_the_publication_lives_under() -> None:
    versions = (("en", "/"), ("x-default", "/"))
    pages = (("one", "/2023/11/one/", "2023-11-01", ()), ("", "/é/", "", versions))
    output = Output("sitemaps/a.xml", "sitemap", pages)

    first, second = make_sitemap(view(), output).urls

    assert (first.url, first.changed, first.pictures) == (f"{SITE}/2023/11/one/", "2023-11-01", ())
    assert second.url == f"{SITE}/%C3%A9/"
    assert second.versions == (("en", f"{SITE}/"), ("x-default", f"{SITE}/"))


def test_news_have_names_and_plain_titles() -> None:
    (item,) = make_news_sitemap(view(), Output("sitemaps/news.xml", "news sitemap", ("one",))).items

    assert item == (f"{SITE}/2023/11/one/", "The Test", "zh-tw", "2023-11-01T09:00:00+08:00", "A <b> & B")


def test_samples_are_no_news() -> None:
    assert make_news_sitemap(view(sample=True), Output("sitemaps/news.xml", "news sitemap", ("one",))).items == ()


def test_the_index_names_files_in_full() -> None:
    output = Output("sitemap.xml", "sitemap index", (("sitemaps/a.xml", "2023-11-01"),))

    assert make_sitemap_index(view(), output).sitemaps[0][:2] == (f"{SITE}/sitemaps/a.xml", "2023-11-01")


@pytest.mark.parametrize(
    ("own", "site_name", "name"),
    [("", "The Test", "The Test"), ("", "The Test (Asia)", "The Test"), ("Own", "The Test", "Own"), ("", "(A)", "(A)")],
)
def test_the_name_has_no_brackets(own: str, site_name: str, name: str) -> None:
    assert news_name(own, site_name) == name
