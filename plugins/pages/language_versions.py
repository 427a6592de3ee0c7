"""The same story, or the same front, in several languages: links for readers, and addresses for search engines."""

from collections.abc import Iterable

from plugins.newsroom.articles import Article
from plugins.newsroom.language.site_languages import preferred_version
from plugins.newsroom.page_models import Alternate
from plugins.newsroom.page_parts import LanguageLink
from plugins.newsroom.urls import language_url
from plugins.pages.material import Material


def article_versions(material: Material, article: Article) -> tuple[LanguageLink, ...]:
    """Return the links to the other versions of an article."""
    others = (each for each in article.translations if each.slug != article.slug)
    return tuple(
        LanguageLink(text=material.language_name(each.lang), url=material.href(each.url), lang=each.lang)
        for each in others
    )


def article_alternates(material: Material, article: Article) -> tuple[Alternate, ...]:
    """Return all versions for search engines, and which of them is for those whose language has none.

    What is over or retracted is none of them: the others do not name it, and it is not to be found.
    """
    if article.over_since or article.retracted_since:
        return ()
    found = [Alternate(lang=each.lang, url=material.absolute(each.url)) for each in article.translations]
    general = preferred_version(article.translations, material.main_lang)
    return with_default(found, material.absolute(general.url) if general else "")


def front_alternates(material: Material) -> tuple[Alternate, ...]:
    """Return the fronts of all languages for search engines; the home front is for those who have none."""
    if not material.languages:
        return ()
    fronts = [(material.main_lang, "/"), *((each.lang, language_url(each.slug)) for each in material.languages)]
    return with_default(
        [Alternate(lang=lang, url=material.absolute(url)) for lang, url in fronts], material.absolute("/")
    )


def with_default(versions: Iterable[Alternate], default: str) -> tuple[Alternate, ...]:
    """Return versions with the one for everybody else, `x-default`; none where there is none."""
    return (*versions, Alternate(lang="x-default", url=default)) if default else ()
