import pytest

from plugins.newsroom.language.site_languages import (
    SiteLanguage,
    Translation,
    declared_language,
    preferred_version,
    site_languages,
)

DECLARED = (SiteLanguage("id", "id", "Berita"), SiteLanguage("zh-Hant", "zh-hant", ""))


def test_settings_declare_languages_and_mistakes_are_left_to_their_check() -> None:
    assert site_languages({"DESK": {"languages": {"id": {"tagline": "Berita"}, "zh-Hant": {}}}}) == DECLARED
    assert site_languages({}) == site_languages({"DESK": "x"}) == site_languages({"DESK": {"languages": ["id"]}}) == ()


@pytest.mark.parametrize(("lang", "found"), [("ID", "id"), ("zh-hant", "zh-Hant"), ("zh", ""), ("en", "")])
def test_text_belongs_to_the_language_that_is_declared(lang: str, found: str) -> None:
    assert declared_language(lang, DECLARED) == found


def test_readers_get_the_version_in_their_language_else_the_original() -> None:
    versions = (Translation("zh-Hant", "a", "/a/"), Translation("en", "b", "/b/"))

    assert preferred_version(versions, "EN") == versions[1]
    assert preferred_version(versions, "id") == versions[0]
    assert preferred_version((), "id") is None
