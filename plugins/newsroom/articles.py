"""Values that the desk makes of content, without defaults to guess at. Long because it has every kind of them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from markupsafe import Markup

from plugins.newsroom.addresses.address_forms import PageRedirect
from plugins.newsroom.forms.shown_picture import Picture
from plugins.newsroom.language.site_languages import SiteLanguage, Translation
from plugins.newsroom.listed_articles import ListedArticle
from plugins.newsroom.markup import Colour, Html, without_tags
from plugins.newsroom.syndication.podcast import Podcast

if TYPE_CHECKING:  # builds that read no file do without the schema, and forms may hold pictures
    from plugins.newsroom.forms.form_parts import FormPart
    from plugins.newsroom.front_matter.schema import ArticleFields


@dataclass(frozen=True, slots=True, kw_only=True)
class Category:
    """A section of the publication, from `content/categories/`."""

    slug: str
    name: str
    order: int
    colour: Colour
    summary: str
    introduction_html: Html
    podcast: Podcast | None = None
    names: tuple[tuple[str, str], ...] = ()
    """Its name in other languages, by their tags in small letters."""

    def name_in(self, lang: str) -> str:
        """Return its name for a page in a language."""
        return next((name for tag, name in self.names if tag == lang.lower()), self.name)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tag:
    """A tag that articles carry; introduction and summary from `content/tags/`, else empty."""

    slug: str
    name: str
    summary: str
    introduction_html: Html
    podcast: Podcast | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ProfileLink:
    """A link to another place where an author is found."""

    name: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Author:
    """An author, from `content/authors/`."""

    slug: str
    name: str
    is_team: bool
    """True if the byline is a desk's or a team's, not a person's."""
    role: str
    """May be empty."""
    beat: str
    portrait: Picture | None
    links: tuple[ProfileLink, ...]
    biography_html: Html
    fediverse: str = ""
    """`@name@host`; may be empty."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sponsor:
    """The payer of a sponsored article, from `content/sponsors/`."""

    slug: str
    name: str
    url: str
    label: str
    disclosure_html: Html


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One article without its text: its front matter, and the values that it names, found and made."""

    fields: "ArticleFields"
    """The front matter, checked for itself; a key that needs nothing else is read from here."""
    typeset: Mapping[str, Html]
    """The front matter's `typeset_texts` as markup, by plain text."""
    source: str
    """Path of the file below the content folder; the article's identity."""
    slug: str
    """As a listed article has it: a name of its own, which no other article has; the address is `url`."""
    url: str
    """Root-relative, without the site's path prefix."""
    lang: str
    category: Category
    tags: tuple[Tag, ...]
    authors: tuple[Author, ...]
    date: datetime
    """When it was published, aware, in the publication's zone."""
    is_draft: bool
    embargo: datetime | None
    """Until when it is held back, if that is still to come."""
    over_since: datetime | None
    """When it expired, if it has; None of a retracted one."""
    retracted_since: datetime | None
    """Since when the reason stands in the place of its text, if it does: `fields`, `typeset` and body hold no more."""
    picture: Picture | None
    sponsor: Sponsor | None
    cropped_picture: Picture | None = None
    """The part of the picture that its author wants on cards, if not all of it."""
    feed_id: str | None = None
    """The address by which feed readers know it, root-relative or full; None for its own."""
    translations: tuple[Translation, ...] = ()
    """All versions that readers can open, itself included, the original first; none where it is the only one."""

    @property
    def card_picture(self) -> Picture | None:
        return self.cropped_picture or self.picture

    @property
    def title(self) -> str:
        """The headline as plain text, with the quotes and dashes of its language."""
        return without_tags(self.title_html)

    @property
    def title_html(self) -> Html:
        return self.typeset[self.fields.title]

    @property
    def summary(self) -> str:
        """The summary as plain text; empty for a draft that has none."""
        return without_tags(self.summary_html)

    @property
    def summary_html(self) -> Html:
        return self.typeset[self.fields.summary or ""]

    @property
    def standfirst_html(self) -> Html:
        """The summary above the text; empty where the first paragraph of the text serves as one."""
        return self.summary_html if self.fields.has_own_summary else Markup()

    @property
    def changed(self) -> datetime | None:
        """When it last changed in a way that readers should know, a correction included; None if it has not."""
        corrected = (correction.date for correction in self.fields.corrections)
        return self.retracted_since or max(filter(None, (self.fields.updated, *corrected)), default=None)

    @property
    def is_public(self) -> bool:
        """True if readers may see it now; others are in the preview only."""
        return not self.is_draft and self.embargo is None


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """The text of an article."""

    blocks: tuple["Html | FormPart", ...]
    """A block element (paragraph, list, figure, …) an item, after Markdown and Typogrify; or a form, such as a box."""
    dont_miss_after: int | None
    """Number of blocks before the place that the author marked for the don't-miss line."""
    words: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TextPage:
    """A page of `content/pages/`: about, contact and the like."""

    source: str
    slug: str
    url: str
    lang: str
    title: str
    title_html: Html
    summary: str
    order: int
    is_draft: bool
    blocks: tuple["Html | FormPart", ...]
    """As of an article's body."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PromoNotice:
    """A promotion with the time that it runs, from `content/promos/`."""

    slug: str
    title: str
    text: str
    url: str
    advertiser: str
    start: datetime
    end: datetime
    priority: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    """Everything in the content folder that this build may show, articles as listed articles."""

    articles: tuple[ListedArticle, ...]
    """Newest first, those of one moment by slug."""
    categories: tuple[Category, ...]
    """By `order`, then slug."""
    authors: tuple[Author, ...]
    tags: tuple[Tag, ...]
    sponsors: tuple[Sponsor, ...]
    promos: tuple[PromoNotice, ...]
    text_pages: tuple[TextPage, ...]
    """By `order`, then slug."""
    pictures: tuple[str, ...]
    """Names of the pictures that public content shows, in the space `DEVELOPED`; nothing else is published."""
    shows_drafts: bool
    """True in the preview, which shows drafts and embargoed articles as well."""
    attachments: tuple[str, ...] = ()
    """Keys of the files that public content links, in the space `ATTACHMENT`; nothing else is published."""
    redirects: tuple[PageRedirect, ...] = ()
    """By address."""
    audio: tuple[str, ...] = ()
    """Slugs of the articles that have a player for audio, in order."""
    gone: tuple[str, ...] = ()
    """Addresses that shall answer that they are gone, in order."""
    languages: tuple[SiteLanguage, ...] = ()
    """Those that have fronts of their own, beside the publication's."""
    embeds: tuple[str, ...] = ()
    """Addresses of the embeds that articles and pages show, with the second that they begin at, sorted."""

    @property
    def page_slugs(self) -> tuple[str, ...]:
        """Slugs of the text pages, for settings that name one."""
        return tuple(sorted(page.slug for page in self.text_pages))
