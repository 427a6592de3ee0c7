"""Versions of pages in several languages, as `plugins/pages/versions.py` has them for heads, from lists alone."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from plugins.newsroom.language.site_languages import SiteLanguage, Translation, preferred_version
from plugins.newsroom.listed_articles import ListedArticle
from plugins.newsroom.urls import language_url

PageVersions = tuple[tuple[str, str], ...]
"""Language and address, root-relative without prefix, of each; the last is `x-default`."""


class StoryVersions:
    """The versions of all stories that readers can open."""

    def __init__(self, articles: Iterable[ListedArticle], main_lang: str) -> None:
        self.main_lang = main_lang
        self.stories: defaultdict[str, list[ListedArticle]] = defaultdict(list)
        for line in articles:
            if line.is_public and line.is_current:
                self.stories[line.story].append(line)

    def of(self, line: ListedArticle) -> PageVersions:
        """Return all versions of an article, itself among them; none of a retracted one, or of one without others."""
        lines = {each.slug: each for each in (*self.stories.get(line.story, ()), line)}
        if len(lines) == 1 or line.is_retracted:
            return ()
        ordered = sorted(lines.values(), key=lambda each: (each.story != each.slug, each.lang, each.slug))
        versions = [Translation(each.lang, each.slug, each.url) for each in ordered]
        general = preferred_version(versions, self.main_lang) or versions[0]
        return (*((each.lang, each.url) for each in versions), ("x-default", general.url))


def front_versions(languages: Sequence[SiteLanguage], main_lang: str) -> PageVersions:
    """Return the fronts of all languages; none where there is but one."""
    if not languages:
        return ()
    return ((main_lang, "/"), *((each.lang, language_url(each.slug)) for each in languages), ("x-default", "/"))
