"""Values that the plugins add to an article or to the publication: one type a plugin."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from plugins.newsroom.markup import Html


@dataclass(frozen=True, slots=True, kw_only=True)
class Related:
    """Articles to read next, as slugs, each at most once and never the article itself.

    Readers can open them by the time that they can open this one; for a public article, now.
    """

    dont_miss: str | None
    articles: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Showings:
    """Numbers of other public articles that show one, by the place in them."""

    slug: str
    related: int
    dont_miss: int
    links: int
    """In their texts."""

    @property
    def total(self) -> int:
        return self.related + self.dont_miss + self.links


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """Links between public articles. Lists are of slugs and may be cut; the numbers are of all."""

    articles: int
    """Number of public articles; nothing is said of others."""
    shown: int
    """Number of them that another one shows."""
    unshown: tuple[str, ...]
    """Those that none shows, newest first."""
    most: tuple[Showings, ...]
    """Those that are shown most often."""
    bare: int
    """Number of them without related articles."""
    bare_articles: tuple[str, ...]
    """These, newest first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaItem:
    """A file that something becomes of at a time, or that lacks something."""

    what: str
    """The event: `goes public`, `embargo ends`, `expires`, `is retracted`, `promo begins`, `promo ends`, `was to go
    public`, `has expired`, `was retracted`; empty in other lists."""
    time: datetime | None
    """In the publication's zone; of a draft the date that it has, if any."""
    path: str
    """The file, as problems name it."""
    url: str
    """Of its page in the preview, root-relative without prefix; empty if it has none."""
    title: str
    lang: str
    """Language of the title; empty for the publication's."""
    notes: tuple[str, ...]
    """Phrases in English that say what it lacks, or what is to be looked at."""


AGENDA_HEADINGS = {
    "overdue": "Overdue",
    "coming": "Coming up",
    "drafts": "Drafts",
    "without summary": "Without a summary",
    "without picture": "Without a picture",
}
"""Headings of the lists, in their order, by name."""
LONG_LISTS = frozenset(("without summary", "without picture"))
"""Those of articles that lack something, which nobody goes through to the end: the newest are shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaList:
    """A part of the agenda."""

    name: str
    """A key of `AGENDA_HEADINGS`."""
    items: tuple[AgendaItem, ...]
    count: int
    """Number of all; `items` may be cut."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Agenda:
    """All that is coming and all that is owed, by the files of the content folder."""

    now: datetime
    errors: int
    """Mistakes that stop every release now."""
    lists: tuple[AgendaList, ...]
    """Those that have something in them, the most urgent first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareLink:
    """One service to share on."""

    network: str
    """Short name, also of the icon: `x`, `facebook`, `linkedin`, `whatsapp`, `email`, …"""
    name: str
    """The service's name for readers: `X`, `WhatsApp`, `e-mail`."""
    label: str
    """The link for those who hear it: `Share on X (opens in new window)`."""
    url: str
    opens_window: bool
    """False for e-mail, whose program opens instead."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareLinks:
    """Every way to pass an article on; printed twice, above and below the body."""

    url: str
    """The canonical, absolute URL, for the copy button and the device's share sheet."""
    title: str
    links: tuple[ShareLink, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareImage:
    """The picture that services show beside a link to a page."""

    url: str
    """As pages print it: root-relative with the site's prefix."""
    width: int
    height: int
    alt: str


CardKind = Literal["article", "category", "tag", "author", "page", "home"]
"""Kinds of pages that have a share card of their own; all others take the home front's."""


def card_name(kind: CardKind, slug: str = "") -> str:
    """Return the name of a page's share card."""
    return f"{kind} {slug}"


@dataclass(frozen=True, slots=True, kw_only=True)
class TelegramCall:
    """'Follow us on Telegram'."""

    channel: str
    """The channel's public name, without @."""
    url: str
    text: str
    """A reason to follow, one sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FormField:
    """A hidden field that the provider expects."""

    name: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SignUpForm:
    """A provider's own sign-up form, posted without a script; the answer opens in a new window."""

    action: str
    email_field: str
    hidden: tuple[FormField, ...]
    trap: str | None
    """Name of a text field that people leave empty and bots fill in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewsletterCall:
    """The free newsletter: a form if the provider has one, else a link; both open a new window."""

    name: str
    promise: str
    """Contents and frequency, one sentence."""
    form: SignUpForm | None
    url: str
    """The provider's own page; the target of the link if there is no form."""
    consent_html: Html
    """Sender, frequency, way to leave, and the privacy page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Calls:
    """The calls to action at the end of an article."""

    telegram: TelegramCall | None
    newsletter: NewsletterCall | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Promo:
    """The promotion that runs now."""

    title: str
    text: str
    url: str
    advertiser: str
    """Owner of the promotion; empty for our own."""
    is_external: bool
    """True if the link leaves the publication."""
