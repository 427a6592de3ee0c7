"""Values that all feeds of a publication share, and the title of an article in them."""

from dataclasses import dataclass

from plugins.newsroom.articles import Article
from plugins.newsroom.language.site_languages import SiteLanguage, declared_language
from plugins.newsroom.spaces import WORDS
from plugins.newsroom.words.phrases import Words
from plugins.stet.facts import View
from plugins.stet.space import Space


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedHeader:
    """Values that all feeds of a publication share; addresses are in full, and may be empty."""

    name: str
    tagline: str
    lang: str
    url: str
    two_titles: str
    """Phrase for the title of a front's feed."""
    sponsored_title: str
    """Phrase for the title of an article that somebody paid for."""
    retracted_title: str
    """Phrase for the title of a retracted article."""
    languages: tuple[SiteLanguage, ...] = ()
    """Those that have feeds of their own, beside the publication's."""
    icon: str = ""
    logo: str = ""
    hub: str = ""
    """The WebSub hub that readers learn of changes from."""
    stylesheet: str = ""


HEADER = Space[FeedHeader]("feed header")
"""By the empty name."""


def title_phrases(view: View, article: Article) -> FeedHeader | Words:
    """Return the phrases for the title of an article, in its language where that is declared."""
    header = view.read(HEADER)
    language = declared_language(article.lang, header.languages)
    return view.read(WORDS, language) if language else header


def feed_title(phrases: FeedHeader | Words, article: Article) -> str:
    """Return the title of an article with what readers of feeds, who see no label, should know of it."""
    title = phrases.sponsored_title.format(title=article.title) if article.sponsor else article.title
    return str(phrases.retracted_title.format(title=title) if article.retracted_since else title)
