import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.sitemaps.sitemap_files import (
    NewsItem,
    NewsSitemap,
    Sitemap,
    SitemapIndex,
    SitemapUrl,
    SitemapVersion,
    sitemap_address,
)
from plugins.sitemaps.sitemap_xml import SitemapRenderer, sitemap_xml
from tests.unit.sitemaps.schemas import checked, texts

TIME = "2023-11-24T09:30:00+08:00"
ONE = "https://example.test/2023/11/one/"


def news(title: str, lang: str = "en") -> NewsItem:
    return NewsItem(ONE, "The Test", lang, TIME, title)


def test_a_list_of_pages_is_as_the_protocol_has_it() -> None:
    versions = (SitemapVersion("en", ONE), SitemapVersion("x-default", ONE))
    picture = "https://example.test/pictures/a.jpg"
    pages = Sitemap(urls=(SitemapUrl(ONE, TIME, (picture,), versions), SitemapUrl("https://example.test/about/", "")))

    root = checked(sitemap_xml(pages))

    assert texts(root, "s:url/s:loc") == [ONE, "https://example.test/about/"]
    assert texts(root, "s:url/s:lastmod") == [TIME]
    assert texts(root, "s:url/image:image/image:loc") == [picture]


def test_namespaces_stand_there_only_where_they_are_used() -> None:
    plain = sitemap_xml(Sitemap(urls=(SitemapUrl(ONE, TIME),)))

    assert plain.count(b"xmlns") == 1


def test_an_index_is_as_the_protocol_has_it() -> None:
    found = checked(sitemap_xml(SitemapIndex(sitemaps=(SitemapUrl(f"{ONE}a.xml", TIME), SitemapUrl(ONE, "")))))

    assert texts(found, "s:sitemap/s:loc") == [f"{ONE}a.xml", ONE]


@pytest.mark.parametrize("items", [(), (news("A"), news("B", "zh-tw"))])
def test_a_sitemap_of_news_is_valid_also_when_it_is_empty(items: tuple[NewsItem, ...]) -> None:
    root = checked(sitemap_xml(NewsSitemap(items=items)))

    assert texts(root, "s:url/news:news/news:title") == [item.title for item in items]


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ('</script><b> & "it\'s" ]]>', '</script><b> & "it\'s" ]]>'),
        ("A\x00\x0b\x1f\ufffe\ud800B", "AB"),
        ("A\u2028B \u202eC\u202c 😀", "A\u2028B \u202eC\u202c 😀"),
        ("x" * 500, "x" * 500),
    ],
)
def test_hostile_titles_stay_texts(title: str, shown: str) -> None:
    root = checked(sitemap_xml(NewsSitemap(items=(news(title),))))

    assert texts(root, "s:url/news:news/news:title") == [shown]


@given(st.text(st.characters(exclude_characters="%#"), min_size=1))
def test_no_path_makes_a_sitemap_invalid(path: str) -> None:
    """Addresses come with their own `%` escaped."""
    address = sitemap_address(f"https://example.test/{path.encode(errors='ignore').decode()}/")

    checked(sitemap_xml(Sitemap(urls=(SitemapUrl(address[:2000], TIME),))))


def test_equal_sitemaps_are_equal_bytes() -> None:
    renderer = SitemapRenderer()

    assert renderer.render(NewsSitemap(items=())) == renderer.render(NewsSitemap(items=()))
    assert renderer.version("") == renderer.version("")
