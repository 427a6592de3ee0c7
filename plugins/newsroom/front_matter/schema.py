"""The schema of front matter: every key of every kind of file. Long because each has its meaning and an example.

`docs/front-matter.md` is written from these classes. `plugins/desk/checks/` compares keys with other files.
"""

from datetime import datetime
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, JsonValue

from plugins.newsroom.front_matter.picture_areas import CropArea, Focus
from plugins.newsroom.front_matter.types import (
    Email,
    Fediverse,
    Label,
    Lang,
    Line,
    Lines,
    Name,
    Note,
    PodcastCategory,
    Sentence,
    Slug,
    Summary,
    Time,
    Title,
    Url,
)
from plugins.newsroom.markup import Colour

MOST_RELATED = 3
PUBLISHED_KEY: dict[str, JsonValue] = {"required": "unless draft"}


class Fields(BaseModel):
    """Base of all front matter: frozen, and an unknown key is a mistake."""

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)

    @property
    def typeset_texts(self) -> tuple[str, ...]:
        """Texts that pages show with the publication's typography."""
        return ()

    @property
    def own_lang(self) -> str | None:
        """The language of the text and of `typeset_texts`; None for the publication's."""
        return None

    @property
    def is_typeset(self) -> bool:
        """True if the text and `typeset_texts` get the publication's typography."""
        return True


class PortraitFields(Fields):
    """A picture of an author."""

    file: Line = Field(description="The file, beside this one or `/pictures/…`.", examples=["/pictures/ana.webp"])
    alt: Line = Field(description='What it shows; `""` if it only decorates.', examples=["Portrait of Ana Lim"])
    focus: Focus | None = Field(
        default=None,
        description="The place that crops keep, from the left and from the top; if not given the middle, of an upright "
        "picture below its top.",
        examples=["50% 30%"],
    )


class PictureFields(Fields):
    """A picture with its texts."""

    file: Line = Field(
        description="The file: beside the article, or `/pictures/…` for one in `content/pictures/`.",
        examples=["stall.webp"],
    )
    alt: Line = Field(
        description='What it shows, for those who do not see it; `""` if it only decorates.',
        examples=["A market stall with a phone on a tripod"],
    )
    caption: Line = Field(default="", description="The line under the picture.", examples=["Live selling in Bandung."])
    credit: Line = Field(default="", description="Who made it. Read from the file if not given.", examples=["Ana Lim"])
    focus: Focus | None = Field(
        default=None,
        description="The place that crops keep, from the left and from the top: a face. If not given the middle, of an "
        "upright picture below its top.",
        examples=["40% 20%"],
    )
    crop: CropArea | None = Field(
        default=None,
        description="The part that cards and share cards show: left, top, width, height. All of it if not given.",
        examples=["10% 0% 80% 60%"],
    )


class CorrectionFields(Fields):
    """A mistake of the article, and when it was put right."""

    date: Time = Field(description="When it was put right.", examples=["2023-11-25 11:00"])
    text: Sentence = Field(
        description="What was wrong and what is right; no markup.",
        examples=["An earlier version misspelt the minister's name."],
    )


class RetractionFields(Fields):
    """The end of an article that should not have been published."""

    date: Time = Field(description="From when on readers get the reason instead of it.", examples=["2023-11-26 10:00"])
    text: Sentence = Field(
        description="Why it was taken back; no markup.",
        examples=["The survey that this article reports was never made."],
    )


class CtaFields(Fields):
    """Calls to action under the article."""

    telegram: bool = Field(default=True, description="Whether it shows the Telegram call.", examples=["false"])
    newsletter: bool = Field(default=True, description="Whether it shows the newsletter sign-up.", examples=["false"])


class LinkFields(Fields):
    """A link with its text."""

    name: Name = Field(description="The text of the link.", examples=["Mastodon"])
    url: Url = Field(description="Where it goes.", examples=["https://social.example/@ana"])


class ArticleFields(Fields):
    """Front matter of an article, `content/articles/<yyyy>/<mm>/<slug>.md`."""

    title: Title = Field(description="The headline; no markup.", examples=["Indonesia shuts the shop in the feed"])
    date: Time | None = Field(
        default=None,
        description="When it is published; before that nobody sees it. It is in the dateline and in the address.",
        examples=["2023-11-24 09:30"],
        json_schema_extra=PUBLISHED_KEY,
    )
    category: Line = Field(
        default="",
        description="Name or slug of a file in `content/categories/`.",
        examples=["Social"],
        json_schema_extra=PUBLISHED_KEY,
    )
    authors: Lines = Field(
        default=(),
        description="Slugs of files in `content/authors/`, in the order of the byline.",
        examples=["[ana-lim, budi-hartono]"],
        json_schema_extra=PUBLISHED_KEY,
    )
    summary: Summary | None = Field(
        default=None,
        description="One or two sentences: standfirst, cards, search results. No markup. The first paragraph, on cards "
        "and in search results, if not given.",
        examples=["Shopping and scrolling part company in Indonesia; sellers look for new stalls."],
    )
    tags: Lines = Field(default=(), description="Names of tags.", examples=["[TikTok, Regulation]"])
    slug: Slug | None = Field(
        default=None,
        description="The last part of the address, unique in its month. The name of the file or folder if not given.",
        examples=["indonesia-shuts-the-shop"],
    )
    aliases: Lines = Field(
        default=(),
        description="Former addresses, which lead here: of this article, or of an earlier system. By the first of the "
        "form `/2023/10/old-slug/` feed readers know it.",
        examples=["[/2023/10/shop-in-the-feed-shut/, /archive/4711.html]"],
    )
    id: Line | None = Field(
        default=None,
        description="The address by which feed readers know it, where that is not its own and not an alias: rarely "
        "needed.",
        examples=["/2023/10/shop-in-the-feed-shut/"],
    )
    status: Literal["published", "draft"] = Field(
        default="published", description="`draft`: only the preview shows it.", examples=["draft"]
    )
    embargo: Time | None = Field(
        default=None,
        description="Nobody sees it before this time. Later than `date`, it is the date that readers see.",
        examples=["2023-11-27 08:00"],
    )
    updated: Time | None = Field(
        default=None,
        description="When it last changed in a way that readers should know.",
        examples=["2023-11-24 15:10"],
    )
    expires: Time | None = Field(
        default=None,
        description="When it is over: a call, an event, an offer. From then on its page says so, and no front, feed or "
        "related list leads to it.",
        examples=["2023-12-15 18:00"],
    )
    retracted: RetractionFields | None = Field(
        default=None, description="Since when, and why, its headline stands without its text."
    )
    picture: PictureFields | None = Field(default=None, description="The picture on top, and on cards.")
    related: Lines = Field(
        default=(),
        description="Slugs of up to three articles to read next; free places are filled by themselves. Where several "
        "articles have a slug, with the month: `2023/11/show-report`.",
        examples=["[tiktok-denies-blocking, tiktok-out-of-home]"],
    )
    dont_miss: Line | None = Field(
        default=None,
        description="Slug of the article in the line 'Don't miss'; chosen by itself if not given.",
        examples=["tiktok-closes-creator-fund"],
    )
    sponsor: Line | None = Field(
        default=None,
        description="Slug of a file in `content/sponsors/`: who paid for it.",
        examples=["tideline-screens"],
    )
    format: Literal["report", "opinion", "analysis", "review"] = Field(
        default="report",
        description="What kind of text it is, for search engines.",
        examples=["opinion"],
    )
    sample: bool = Field(default=False, description="Whether it is an invented sample, and says so.", examples=["true"])
    corrections: tuple[CorrectionFields, ...] = Field(default=(), description="What was corrected, oldest first.")
    cta: CtaFields = Field(default=CtaFields(), description="Which calls to action it shows.")
    lang: Lang | None = Field(
        default=None, description="Its language (BCP 47). The publication's if not given.", examples=["ms"]
    )
    translation_of: Line | None = Field(
        default=None,
        description="Slug of the article that this one is a translation of; `lang` says in which language it is.",
        examples=["indonesia-shuts-the-shop"],
    )
    typography: bool = Field(
        default=True,
        description="Whether quotes, dashes and the like are set as the publication has them.",
        examples=["false"],
    )

    @property
    def typeset_texts(self) -> tuple[str, ...]:
        caption = self.picture.caption if self.picture else ""
        reason = (self.retracted.text,) if self.retracted else ()
        return (self.title, self.summary or "", caption, *(each.text for each in self.corrections), *reason)

    @property
    def own_lang(self) -> str | None:
        return self.lang

    @property
    def is_typeset(self) -> bool:
        return self.typography

    @property
    def has_own_summary(self) -> bool:
        """True if its author wrote the summary; its first paragraph serves elsewhere than above the text itself."""
        return "summary" in self.model_fields_set

    @property
    def public_from(self) -> datetime | None:
        """When it goes public; None for a draft."""
        return None if self.status == "draft" or self.date is None else self.published

    @property
    def published(self) -> datetime | None:
        """The later one of `date` and `embargo`: the date in dateline, order and address. None if it has neither."""
        return max((time for time in (self.date, self.embargo) if time), default=None)


class PageFields(Fields):
    """Front matter of a page, `content/pages/<slug>.md`."""

    title: Title = Field(description="The page's title; no markup.", examples=["About us"])
    summary: Note = Field(
        default="",
        description="The line under the title; search engines show it too.",
        examples=["Who writes this, and why."],
        json_schema_extra=PUBLISHED_KEY,
    )
    slug: Slug | None = Field(
        default=None, description="The page's address. The name of the file if not given.", examples=["about"]
    )
    aliases: Lines = Field(default=(), description="Former addresses, which lead here.", examples=["[/about-us/]"])
    status: Literal["published", "draft"] = Field(
        default="published", description="`draft`: only the preview shows it.", examples=["draft"]
    )
    order: int = Field(default=0, description="Its place in lists; small numbers first.", examples=["2"])
    lang: Lang | None = Field(
        default=None, description="Its language (BCP 47). The publication's if not given.", examples=["ms"]
    )
    typography: bool = Field(
        default=True,
        description="Whether quotes, dashes and the like are set as the publication has them.",
        examples=["false"],
    )

    @property
    def typeset_texts(self) -> tuple[str, ...]:
        return (self.title, self.summary)

    @property
    def own_lang(self) -> str | None:
        return self.lang

    @property
    def is_typeset(self) -> bool:
        return self.typography


class AuthorFields(Fields):
    """Front matter of an author, `content/authors/<slug>.md`; the text is the biography."""

    name: Name = Field(description="The name as bylines print it.", examples=["Ana Lim"])
    role: Label = Field(default="", description="What they are here.", examples=["Senior reporter"])
    beat: Note = Field(default="", description="What they write about.", examples=["Platforms and regulation"])
    portrait: PortraitFields | None = Field(default=None, description="A picture of them.")
    links: tuple[LinkFields, ...] = Field(default=(), description="Where else they are found.")
    fediverse: Fediverse | None = Field(
        default=None,
        description="Their name in the fediverse, which Mastodon shows beside links to their articles. They must allow "
        "this site in their profile there.",
        examples=['"@ana@social.example"'],
    )
    team: bool = Field(default=False, description="Whether this is a desk or a team, not a person.", examples=["true"])
    aliases: Lines = Field(default=(), description="Former addresses, which lead here.", examples=["[/authors/ana-l/]"])

    @property
    def typeset_texts(self) -> tuple[str, ...]:
        return (self.beat,)


class PodcastFields(Fields):
    """A podcast of the articles of a category or tag that have a player for audio; `summary` describes it."""

    email: Email = Field(
        description="Where directories ask whether the podcast is yours; everybody can read it in the feed.",
        examples=["desk@kabar.example"],
    )
    category: PodcastCategory = Field(
        description="A category of Apple's list, which other directories use too.", examples=["Marketing"]
    )
    image: Line = Field(
        description="Its picture: JPEG or PNG, a square of 1400 to 3000 pixels. Beside this file or `/pictures/…`.",
        examples=["/pictures/rate-card-show.jpg"],
    )
    title: Label = Field(default="", description="Its name, if not that of this file.", examples=["The rate card"])
    author: Label = Field(
        default="", description="Who makes it; the publication if not given.", examples=["Ana Lim and Budi Hartono"]
    )
    explicit: bool = Field(default=False, description="Whether it is not for children.", examples=["true"])
    type: Literal["episodic", "serial"] = Field(
        default="episodic", description="`serial` if it is to be heard from its first episode on.", examples=["serial"]
    )
    link: Url | None = Field(
        default=None, description="Its own page, if that is not this front.", examples=["https://show.example/"]
    )


class CategoryFields(Fields):
    """Front matter of a category, `content/categories/<slug>.md`; the text is its front's introduction."""

    name: Name = Field(description="The name in navigation and kickers.", examples=["E-commerce"])
    names: dict[Lang, Name] = Field(
        default_factory=dict,
        description="Its name in other languages, for pages in these.",
        examples=["{id: Niaga elektronik}"],
    )
    order: int = Field(description="Its place in the navigation; small numbers first.", examples=["2"])
    colour: Colour = Field(description="The colour of its bar, and of its kicker on share cards.", examples=["teal"])
    summary: Sentence = Field(description="What search engines show.", examples=["Shops, carts and couriers."])
    aliases: Lines = Field(default=(), description="Former addresses, which lead here.", examples=["[/online-shops/]"])
    podcast: PodcastFields | None = Field(default=None, description="A podcast of its articles.")

    @property
    def typeset_texts(self) -> tuple[str, ...]:
        return (self.summary,)


class TagFields(Fields):
    """Front matter of a tag, `content/tags/<slug>.md`; the text is its front's introduction.

    A tag needs no file; one that has gets the file's name as its address.
    """

    name: Name = Field(description="The tag as it is printed.", examples=["TikTok"])
    summary: Note = Field(default="", description="What search engines show.", examples=["All about the platform."])
    aliases: Lines = Field(default=(), description="Former addresses, which lead here.", examples=["[/tags/tik-tok/]"])
    podcast: PodcastFields | None = Field(default=None, description="A podcast of the articles that carry it.")

    @property
    def typeset_texts(self) -> tuple[str, ...]:
        return (self.summary,)


class SponsorFields(Fields):
    """Front matter of a sponsor, `content/sponsors/<slug>.md`; the text is the disclosure."""

    name: Name = Field(description="Who pays.", examples=["Tideline Screens"])
    url: Url = Field(description="Their site.", examples=["https://tideline.example/"])
    label: Note = Field(
        default="",
        description="The label over the headline. `Sponsored by <name>` if not given.",
        examples=["Paid post"],
    )


class PromoFields(Fields):
    """Front matter of a promo, `content/promos/<slug>.md`: the banner on top while it runs."""

    title: Title = Field(description="The promotion in a few words.", examples=["Webinar: live selling"])
    text: Sentence = Field(description="One sentence more.", examples=["Forty minutes, free, on Zoom."])
    url: Url = Field(description="Where it goes.", examples=["https://events.example/live-selling"])
    start: Time = Field(description="When it begins to run.", examples=["2023-11-20 00:00"])
    end: Time = Field(description="When it stops running.", examples=["2023-12-05 18:00"])
    advertiser: Note = Field(
        default="", description="Whose promotion it is; nothing for our own.", examples=["Tideline"]
    )
    priority: int = Field(default=0, description="Of several that run at a time, the highest shows.", examples=["10"])

    @property
    def typeset_texts(self) -> tuple[str, ...]:
        return (self.title, self.text)


KINDS: dict[str, type[Fields]] = {
    "articles": ArticleFields,
    "pages": PageFields,
    "authors": AuthorFields,
    "categories": CategoryFields,
    "tags": TagFields,
    "sponsors": SponsorFields,
    "promos": PromoFields,
}
"""The folders of `content/`, and the schema of the files in each."""


def needs_unless_draft(model: type[BaseModel]) -> tuple[str, ...]:
    """Return the keys that only a draft may leave out."""
    fields: dict[str, Any] = dict(model.model_fields)
    return tuple(name for name, field in fields.items() if field.json_schema_extra == PUBLISHED_KEY)
