import pytest

from plugins.sitemaps.sitemap_files import news_language, sitemap_address


@pytest.mark.parametrize(
    ("lang", "known"),
    [
        *(("en", "en"), ("pt-BR", "pt"), ("fil", "fil"), ("zh", "zh-cn"), ("zh-Hans-SG", "zh-cn")),
        *(("zh-Hant", "zh-tw"), ("zh-TW", "zh-tw"), ("zh-HK", "zh-tw"), ("id", "id")),
    ],
)
def test_languages_are_named_as_google_news_has_them(lang: str, known: str) -> None:
    assert news_language(lang) == known


@pytest.mark.parametrize(
    ("address", "written"),
    [
        ("https://a.example/b/", "https://a.example/b/"),
        ("https://a.example/é b/", "https://a.example/%C3%A9%20b/"),
        ("https://a.example/%C3%A9/ü/", "https://a.example/%C3%A9/%C3%BC/"),
    ],
)
def test_addresses_are_escaped_once(address: str, written: str) -> None:
    assert sitemap_address(address) == written
