"""Page models: one frozen class a kind of page, and all that its template may read. Long because it has every kind.

Rendering is a pure function of one of these values and the theme, so two equal models give the same bytes.
"""

from dataclasses import dataclass
from typing import ClassVar, Literal

from plugins.newsroom.articles import ProfileLink
from plugins.newsroom.brand import Icon, Wordmark
from plugins.newsroom.choices import NewsletterCall, Promo, ShareLinks, TelegramCall
from plugins.newsroom.forms.shown_picture import Picture
from plugins.newsroom.language.language_tags import Direction
from plugins.newsroom.markup import Html
from plugins.newsroom.moments import Moment
from plugins.newsroom.page_parts import (
    AgendaSection,
    Band,
    BodyPart,
    Byline,
    Card,
    CorrectionNote,
    Day,
    DirectoryEntry,
    FeedLink,
    Figure,
    LanguageLink,
    Link,
    MonthLink,
    Neighbours,
    Pagination,
    Pattern,
    SectionLink,
    SponsorLabel,
    TallyRow,
    Year,
)

THEME = "theme"
"""Name of the engine's renderer that prints these models with the theme's templates; `plugins.press` offers it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """Frame of every page. Nothing here changes when an article does."""

    name: str
    tagline: str
    lang: str
    dir: Direction
    home_url: str
    """Root-relative, ends with a slash: `/`, or the prefix that the site lives under."""
    wordmark: Wordmark
    footer_wordmark: Wordmark
    """The same for its second place on the page."""
    icons: tuple[Icon, ...]
    light_paper: str
    """Colour of the light page, as `#rrggbb`."""
    dark_paper: str
    sections: tuple[SectionLink, ...]
    footer: tuple[Link, ...]
    archive: Link
    directories: tuple[Link, ...]
    """The lists of all tags and of all authors."""
    feed: Link | None
    """None for a publication without feeds."""
    manifest_url: str = ""
    """The web manifest; empty where there is none."""
    languages: tuple[LanguageLink, ...] = ()
    """The fronts of all languages; none where there is but one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Property:
    """An Open Graph property, or another fact by its name."""

    name: str
    content: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Alternate:
    """A version of a page, for search engines."""

    lang: str
    """Its language, or `x-default`: for everybody else."""
    url: str
    """Absolute."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """Head of a page, for machines."""

    title: str
    """The document's title: the page's own, then the publication's."""
    description: str
    canonical: str
    """Absolute; empty for a page that has no address of its own (404)."""
    robots: str
    alternates: tuple[Alternate, ...]
    """The same page in all its languages, itself included; none where it is in one only."""
    feeds: tuple[FeedLink, ...]
    podcast: Link | None
    properties: tuple[Property, ...]
    names: tuple[Property, ...]
    """Names of the publication and of authors on other services, as `meta` elements have them."""
    structured_data: Html | None
    """JSON-LD, escaped for a script element."""
    twin: str
    """Address of the page as Markdown, if there is one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """Base of all pages."""

    template: ClassVar[str]
    path: str
    """Path below the output folder."""
    lang: str
    site: Site
    head: Head
    promo: Promo | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticlePage(Page):
    """An article."""

    template: ClassVar[str] = "article.html"
    dir: Direction | Literal[""]
    """Of the page's own text; empty if it runs as the publication's does."""
    kicker: SectionLink
    title_html: Html
    standfirst_html: Html
    bylines: tuple[Byline, ...]
    published: Moment
    updated: Moment | None
    reading_minutes: int
    picture: Picture | None
    sponsor: SponsorLabel | None
    is_sample: bool
    state: Literal["", "draft", "embargoed"]
    embargo: Moment | None
    over_since: Moment | None
    """When it expired, if it has."""
    retracted_since: Moment | None
    """Since when its body is the reason why it was retracted."""
    versions: tuple[LanguageLink, ...]
    """The same article in other languages."""
    share: ShareLinks | None
    body: tuple[BodyPart, ...]
    related: tuple[Card, ...]
    telegram: TelegramCall | None
    newsletter: NewsletterCall | None
    tags: tuple[Link, ...]
    neighbours: Neighbours
    corrections: tuple[CorrectionNote, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class HomePage(Page):
    """The home front."""

    template: ClassVar[str] = "index.html"
    edition: Moment | None
    """When the newest article was published."""
    lead: Card | None
    seconds: tuple[Card, ...]
    latest: tuple[Card, ...]
    bands: tuple[Band, ...]
    telegram: TelegramCall | None
    newsletter: NewsletterCall | None


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontPage(Page):
    """Base of category, tag and author fronts: title, introduction, the newest article large, the rest as a list."""

    title: str
    introduction_html: Html
    feed: Link | None
    lead: Card | None
    """The newest article, on the first page only."""
    cards: tuple[Card, ...]
    pagination: Pagination


@dataclass(frozen=True, slots=True, kw_only=True)
class CategoryPage(FrontPage):
    """The front of a category."""

    template: ClassVar[str] = "category.html"
    podcast: Link | None
    """The feed of its podcast, if it has one."""
    section: SectionLink


@dataclass(frozen=True, slots=True, kw_only=True)
class TagPage(FrontPage):
    """The front of a tag."""

    template: ClassVar[str] = "tag.html"
    podcast: Link | None
    """The feed of its podcast, if it has one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguagePage(FrontPage):
    """The front of a language beside the publication's own."""

    template: ClassVar[str] = "language.html"


@dataclass(frozen=True, slots=True, kw_only=True)
class AuthorPage(FrontPage):
    """The front of an author."""

    template: ClassVar[str] = "author.html"
    role: str
    beat: str
    portrait: Picture | None
    links: tuple[ProfileLink, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ArchivePage(Page):
    """All years and months."""

    template: ClassVar[str] = "archives.html"
    years: tuple[Year, ...]
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthPage(Page):
    """Everything of one month, by day, newest first."""

    template: ClassVar[str] = "period_archives.html"
    title: str
    """`November 2023`."""
    days: tuple[Day, ...]
    older: MonthLink | None
    newer: MonthLink | None


@dataclass(frozen=True, slots=True, kw_only=True)
class DirectoryPage(Page):
    """All tags, or all authors."""

    template: ClassVar[str] = "directory.html"
    title: str
    summary: str
    entries: tuple[DirectoryEntry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TextPageModel(Page):
    """About, contact and the like."""

    template: ClassVar[str] = "page.html"
    dir: Direction | Literal[""]
    """Of the page's own text; empty if it runs as the publication's does."""
    state: Literal["", "draft"]
    title_html: Html
    summary: str
    body: tuple[BodyPart, ...]
    newsletter: NewsletterCall | None
    """On the newsletter's own page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NotFoundPage(Page):
    """The answer to an address that does not exist."""

    template: ClassVar[str] = "404.html"
    latest: tuple[Card, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CoveragePage(Page):
    """Table for editors of the articles that others show; only in the preview."""

    template: ClassVar[str] = "coverage.html"
    figures: tuple[Figure, ...]
    unshown: tuple[TallyRow, ...]
    """Articles that none shows, newest first."""
    unshown_more: int
    """Number of further ones."""
    most: tuple[TallyRow, ...]
    """Articles that are shown most often."""
    bare: tuple[TallyRow, ...]
    """Articles without related articles."""
    bare_more: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaPage(Page):
    """All that is coming and all that is owed; only in the preview."""

    template: ClassVar[str] = "agenda.html"
    figures: tuple[Figure, ...]
    sections: tuple[AgendaSection, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PatternsPage(Page):
    """Every component with every example; only in the preview."""

    template: ClassVar[str] = "patterns.html"
    patterns: tuple[Pattern, ...]
