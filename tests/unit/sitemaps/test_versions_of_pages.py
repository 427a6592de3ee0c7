from plugins.newsroom.language.site_languages import SiteLanguage
from plugins.newsroom.listed_articles import ListedArticle
from plugins.sitemaps.versions_of_pages import StoryVersions, front_versions
from tests.values import article, listed_article


def line(slug: str, lang: str, **changes: object) -> ListedArticle:
    return listed_article(article(slug), lang=lang, story="one", **changes)


ONE, BAHASA, CHINESE = line("one", "en"), line("satu", "id"), line("yi", "zh-Hant")
LINKS = (("en", "/2023/11/one/"), ("id", "/2023/11/satu/"), ("zh-Hant", "/2023/11/yi/"))


def test_every_version_names_all_and_that_for_everybody_else() -> None:
    versions = StoryVersions((CHINESE, BAHASA, ONE), "en")

    assert versions.of(ONE) == versions.of(BAHASA) == versions.of(CHINESE) == (*LINKS, ("x-default", "/2023/11/one/"))


def test_the_publication_s_language_is_for_everybody_else() -> None:
    assert StoryVersions((ONE, BAHASA), "id").of(ONE)[-1] == ("x-default", "/2023/11/satu/")


def test_an_article_in_one_language_has_no_versions() -> None:
    assert StoryVersions((ONE,), "en").of(ONE) == ()


def test_versions_that_readers_cannot_open_are_not_named() -> None:
    held, gone = line("satu", "id", is_public=False), line("yi", "zh-Hant", is_retracted=True)
    versions = StoryVersions((ONE, held, gone), "en")

    assert versions.of(ONE) == versions.of(gone) == ()


def test_an_article_that_is_over_names_itself_and_nobody_names_it() -> None:
    over = line("satu", "id", is_over=True)
    versions = StoryVersions((ONE, over), "en")

    assert versions.of(ONE) == ()
    assert versions.of(over) == (*LINKS[:2], ("x-default", "/2023/11/one/"))


def test_fronts_name_each_other_where_there_are_languages() -> None:
    assert front_versions((), "en") == ()
    assert front_versions((SiteLanguage("zh-Hant", "zh-hant", ""),), "en") == (
        ("en", "/"),
        ("zh-Hant", "/zh-hant/"),
        ("x-default", "/"),
    )
