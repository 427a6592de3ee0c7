"""Values that page models are made of, all read through the engine's view, which notes what a page depends on."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from plugins.newsroom.articles import Article
from plugins.newsroom.choices import Calls, Promo, Related, ShareImage, ShareLinks
from plugins.newsroom.language.site_languages import SiteLanguage, declared_language
from plugins.newsroom.page_models import Site
from plugins.newsroom.page_parts import Card, FeedLink, Link
from plugins.newsroom.spaces import ARTICLE, CALLS, RELATED, SHARE, TWIN_URL, WORDS
from plugins.newsroom.syndication.feed_formats import FeedFormat
from plugins.newsroom.syndication.podcast import Podcast
from plugins.newsroom.urls import absolute_url, language_url, podcast_url, site_prefix
from plugins.newsroom.words.phrases import Words
from plugins.pages.feed_links import feed_links
from plugins.pages.settings import PagesSettings
from plugins.stet.facts import View
from plugins.stet.space import Space

CARD = Space[Card]("card")
"""The card of each article, by slug; an article stands in about ten lists, always with the same card.

On pages in a declared language by that and the slug, with a tab between.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedByPages:
    """Values that all pages share."""

    site: Site
    main_lang: str
    """Language of the publication, whatever the page is in."""
    languages: tuple[SiteLanguage, ...]
    """Others that have fronts of their own."""
    site_url: str
    logo: str
    """Address of the publisher's logo as pages print it; may be empty."""
    share_picture: ShareImage | None
    promo: Promo | None
    settings: PagesSettings
    x_handle: str
    """The publication's on X, without `@`; may be empty."""
    search_url: str = ""
    """Full address that answers a search, with `{search_term_string}` in it; empty while there is no such page."""
    feed_formats: Mapping[str, Sequence[FeedFormat]]
    """Formats of the feeds of each kind of front; empty for a publication without feeds."""


NOTHING_RELATED = Related(dont_miss=None, articles=())

SHARED = Space[SharedByPages]("shared by pages")
"""By declared language; the publication's own by the empty name."""


class Material:
    """The publication as the maker of a page sees it; `view` has the values without a method here."""

    def __init__(self, view: View, language: str = "") -> None:
        """Take the declared language that the page is in; empty for the publication's own."""
        self.view = view
        self.language = language
        shared = view.read(SHARED, language)
        self.main_lang, self.languages = shared.main_lang, shared.languages
        self.site = shared.site
        self.site_url = shared.site_url
        self.logo = shared.logo
        self.share_picture = shared.share_picture
        self.promo = shared.promo
        self.settings = shared.settings
        self.x_handle = shared.x_handle
        self.search_url = shared.search_url
        self.feed_formats = shared.feed_formats
        self._prefix = site_prefix(shared.site_url)

    @property
    def words(self) -> Words:
        """The publication's words; a page whose maker asks for them depends on all of them."""
        return self.view.read(WORDS, self.language)

    def in_language(self, lang: str) -> "Material":
        """Return the publication for a page in `lang`: in its own language, unless that one is declared."""
        language = declared_language(lang, self.languages)
        return self if language == self.language else Material(self.view, language)

    def language_name(self, lang: str) -> str:
        """Return the name of a language in itself; its tag where nobody knows that."""
        if lang.lower() == self.main_lang.lower():
            return str(self.view.read(WORDS).language)
        declared = declared_language(lang, self.languages)
        return str(self.view.read(WORDS, declared).language) if declared else lang

    def article(self, slug: str) -> Article:
        return self.view.read(ARTICLE, slug)

    def version_of(self, slug: str) -> str:
        """Return the slug of an article's version in the language of the page, or its own where there is none."""
        if not self.language:
            return slug
        versions = self.article(slug).translations
        found = next((each for each in versions if each.lang.lower() == self.language.lower()), None)
        return found.slug if found else slug

    def related(self, slug: str) -> Related:
        """Return the choice for an article; an empty one where the plugin `related` is not in use."""
        return self.view.read(RELATED, slug) if self.view.offers(RELATED) else NOTHING_RELATED

    def share(self, slug: str) -> ShareLinks | None:
        return self.view.read(SHARE, slug) if self.view.offers(SHARE) else None

    def calls(self, slug: str = "") -> Calls:
        """Return the calls to action that an article shows; without a slug, all that there are."""
        name = slug or (f"{self.language}\t" if self.language else "")
        return self.view.read(CALLS, name) if self.view.offers(CALLS) else Calls(telegram=None, newsletter=None)

    def twin(self, article: Article) -> str:
        """Return the address of an article as Markdown, as the outside knows it; empty if there is none."""
        has_twin = article.is_public and self.view.offers(TWIN_URL)
        return self.absolute(self.view.read(TWIN_URL, article.slug)) if has_twin else ""

    def card(self, slug: str) -> Card:
        return self.view.read(CARD, f"{self.language}\t{slug}" if self.language else slug)

    def cards(self, slugs: Iterable[str]) -> tuple[Card, ...]:
        return tuple(map(self.card, slugs))

    @property
    def home_feeds(self) -> tuple[FeedLink, ...]:
        """The links to the feeds of everything, or of everything in the page's language, which all pages name."""
        if not self.site.feed:
            return ()
        if self.language:
            return self.feeds(self.site.feed.text, "language", language_url(self.language.lower()))
        return self.feeds(self.site.feed.text, "home", "/")

    def feeds(self, title: str, kind: str, front_url: str) -> tuple[FeedLink, ...]:
        """Return the links to the feeds of a front; none where the publication has no feeds."""
        return feed_links(title, self.href(front_url), self.feed_formats.get(kind, ()))

    def podcast(self, podcast: Podcast | None, front_url: str) -> Link | None:
        """Return the link to the podcast of a front, if it has one and the publication has feeds."""
        if podcast is None or not self.feed_formats:
            return None
        return Link(text=self.words.podcast.format(title=podcast.title), url=self.href(podcast_url(front_url)))

    def href(self, url: str) -> str:
        """Return `url` as pages of this publication link to it."""
        return self._prefix + url

    def absolute(self, url: str) -> str:
        """Return `url` as the outside knows it."""
        return absolute_url(self.site_url, url)
