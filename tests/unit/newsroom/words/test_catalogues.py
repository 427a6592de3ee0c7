import pytest

from plugins.newsroom.words.catalogues import catalogue, catalogue_tag, english, languages, make_words


@pytest.mark.parametrize(
    ("lang", "tag"),
    [
        ("en", "en"),
        ("en-SG", "en"),
        ("pt-BR", "pt"),
        ("PT-br", "pt"),
        ("zh", "zh-Hans"),
        ("zh-TW", "zh-Hant"),
        ("zh-Hant-HK", "zh-Hant"),
        ("in", "id"),
        ("zh-Xant", None),
        ("ms-Arab-MY", None),
        ("xx", None),
    ],
)
def test_a_language_finds_its_catalogue(lang: str, tag: str | None) -> None:
    assert catalogue_tag(lang) == tag


@pytest.mark.parametrize("tag", languages())
def test_every_catalogue_makes_words(tag: str) -> None:
    words = make_words(tag, catalogue(tag))

    assert set(words) == set(english())
