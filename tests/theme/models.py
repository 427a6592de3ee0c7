"""Page models with invented content: of every kind of page one with everything and one with as little as may be."""

from dataclasses import replace
from datetime import datetime, timedelta, timezone

from markupsafe import Markup, escape

from plugins.newsroom.articles import ProfileLink
from plugins.newsroom.brand import Icon, Wordmark
from plugins.newsroom.choices import (
    FormField,
    NewsletterCall,
    Promo,
    ShareLink,
    ShareLinks,
    SignUpForm,
    TelegramCall,
)
from plugins.newsroom.forms.form_parts import EmbedCard
from plugins.newsroom.forms.shown_picture import Candidate, Picture
from plugins.newsroom.moments import Moment, moment
from plugins.newsroom.page_models import (
    AgendaPage,
    Alternate,
    ArchivePage,
    ArticlePage,
    AuthorPage,
    CategoryPage,
    CoveragePage,
    DirectoryPage,
    Head,
    HomePage,
    LanguagePage,
    MonthPage,
    NotFoundPage,
    Page,
    PatternsPage,
    Property,
    Site,
    TagPage,
    TextPageModel,
)
from plugins.newsroom.page_parts import (
    AgendaRow,
    AgendaSection,
    Band,
    BodyPart,
    Byline,
    Card,
    CorrectionNote,
    Day,
    DirectoryEntry,
    DontMiss,
    FeedLink,
    Figure,
    LanguageLink,
    Link,
    MonthLink,
    Neighbour,
    Neighbours,
    PageLink,
    Pagination,
    Pattern,
    PatternExample,
    PatternParameter,
    Prose,
    SectionLink,
    SponsorLabel,
    TallyRow,
    Year,
)
from plugins.newsroom.words.catalogues import english
from plugins.newsroom.words.phrases import Words
from plugins.share import networks
from tests.theme import words

SINGAPORE = timezone(timedelta(hours=8))
SOCIAL = SectionLink(text="Social", url="/social/", colour="pink")
SECTIONS = (
    SOCIAL,
    SectionLink(text="E-commerce", url="/ecommerce/", colour="orange"),
    SectionLink(text="PR", url="/pr/", colour="violet"),
    SectionLink(text="Advertising", url="/advertising/", colour="red"),
    SectionLink(text="Media", url="/media/", colour="teal"),
    SectionLink(text="Martech", url="/martech/", colour="blue"),
)
WORDMARK = Wordmark(name="Lowdown", length="short", drawing_html=Markup(""))
SITE = Site(
    name="Lowdown",
    tagline="Daily marketing news from Asia",
    lang="en",
    dir="ltr",
    home_url="/",
    wordmark=WORDMARK,
    footer_wordmark=WORDMARK,
    icons=(Icon(rel="icon", type="image/svg+xml", url="/assets/favicon.svg"),),
    manifest_url="/site.webmanifest",
    light_paper="#fbf9f4",
    dark_paper="#161512",
    sections=SECTIONS,
    footer=tuple(
        Link(text=name, url=f"/{name.lower().replace(' ', '-')}/")
        for name in (
            "About",
            "Contact",
            "Newsletter",
            "Advertise",
            "Editorial standards",
            "Corrections",
            "Privacy",
        )
    ),
    archive=Link(text="Archive", url="/archive/"),
    directories=(Link(text="Tags", url="/tags/"), Link(text="Authors", url="/authors/")),
    feed=Link(text="Feed", url="/feed.xml"),
)
WULAN = Byline(name="Wulan Prameswari", url="/authors/wulan-prameswari/", role="Jakarta correspondent")
NICOLA = Byline(name="Nicola Devarajan", url="/authors/nicola-devarajan/", role="Editor")
NETWORKS = {key: network.name or "e-mail" for key, network in networks.NETWORKS.items()}
PROMO = Promo(
    title="Your first hundred days of first-party data",
    text="A free 40-minute webinar for marketers in Southeast Asia.",
    url="https://events.lowdown.example/first-party-data/",
    advertiser="Lowdown Events",
    is_external=True,
)
TELEGRAM = TelegramCall(
    channel="lowdown_example",
    url="https://t.me/lowdown_example",
    text="The stories as they run, and nothing else, in your Telegram.",
)
NEWSLETTER = NewsletterCall(
    name="The Daily Lowdown",
    promise="The marketing stories that matter in Asia, every working morning, in five minutes.",
    form=SignUpForm(
        action="https://lists.example/subscribe/post?u=1&id=2",
        email_field="EMAIL",
        hidden=(FormField(name="tag", value="daily"),),
        trap="b_1_2",
    ),
    url="https://lists.example/lowdown",
    consent_html=Markup(
        "Lowdown sends one e-mail every working day, advertising included. Unsubscribe any time. "
        'How we treat your address: <a href="/privacy/">privacy</a>.'
    ),
)
LINKED_NEWSLETTER = replace(NEWSLETTER, form=None)


EMBED = EmbedCard(
    site="YouTube",
    medium="video",
    shape="wide",
    url="https://www.youtube.com/watch?v=aaaaaaaaaaa",
    title_html=Markup("Inside the warehouse that prints its own labels"),
    is_titled=True,
    text_html=Markup("A tour, from the ramp to the roof."),
    author_html=Markup("Shelf Talk"),
    day="2023-11-20",
    date="20 November 2023",
    picture=None,
    frame_url="/embeds/youtube/aaaaaaaaaaa/",
    frame_title="YouTube: Inside the warehouse that prints its own labels",
)


def at(days: int, hour: int = 9, minute: int = 30, words: Words | None = None) -> Moment:
    """Return a time `days` before the day of the model article; in English by default."""
    day = datetime(2023, 11, 24, hour, minute, tzinfo=SINGAPORE)
    return moment(day - timedelta(days=days), words or english())


def picture(name: str = "basket", *, portrait: bool = False) -> Picture:
    width, height = (800, 1000) if portrait else (1200, 675)
    return Picture(
        url=f"/pictures/{name}-0a1b2c3d.webp",
        width=width,
        height=height,
        alt="Drawing of a wire basket lifted off the screen of a mobile phone.",
        caption="Shopping and social media were parted by a regulation of September.",
        credit="Illustration: Lowdown",
    )


def photograph(width: int = 4000, height: int = 3000, **changes: object) -> Picture:
    """Return a picture with files to choose among."""
    fields: dict[str, object] = {
        "url": "/pictures/stall-1200-0a1b2c3d4e5f.jpg",
        "width": width,
        "height": height,
        "alt": "A market stall at night.",
        "modern": tuple(Candidate(f"/pictures/stall-{one}-0a1b2c3d4e5f.avif", one) for one in (320, 480, 720, 1200)),
        "older": tuple(Candidate(f"/pictures/stall-{one}-0a1b2c3d4e5f.jpg", one) for one in (480, 1200)),
        "tone": 3,
    }
    return Picture(**(fields | changes))  # type: ignore[arg-type]


def card(number: int, *, days: int | None = None, **changes: object) -> Card:
    """Return the `number`th invented article as a card; every third has no picture."""
    title = words.TITLES[number % len(words.TITLES)]
    summary = words.SUMMARIES[number % len(words.SUMMARIES)]
    lang = "zh-Hant" if title[0] > "㐀" else ""
    fields: dict[str, object] = {
        "url": f"/2023/11/sample-{number}/",
        "title": title,
        "title_html": Markup(escape(title)),
        "summary": summary,
        "summary_html": Markup(escape(summary)),
        "kicker": SECTIONS[number % len(SECTIONS)],
        "bylines": (WULAN,) if number % 2 else (WULAN, replace(NICOLA, before=" and ")),
        "published": at(number if days is None else days, 17 - number % 9, number * 7 % 60),
        "picture": None if number % 3 == 2 else picture(f"picture-{number % 10}"),
        "lang": lang,
        "dir": "",
        "label": "",
        "state": "",
    }
    return Card(**(fields | changes))  # type: ignore[arg-type]


def share_links() -> ShareLinks:
    address = "https%3A%2F%2Flowdown.example%2F2023%2F11%2Fsupermarket-shelf-screens%2F%3Fref%3Dshare"
    title = "A%20supermarket%20put%20screens%20on%204%2C000%20shelves"
    return ShareLinks(
        url="https://lowdown.example/2023/11/supermarket-shelf-screens/",
        title="A supermarket put screens on 4,000 shelves. Shoppers looked at the prices",
        links=tuple(
            ShareLink(
                network=network,
                name=name,
                label="Share by e-mail" if network == "email" else f"Share on {name} (opens in new window)",
                url=f"https://share.example/{network}?text={title}&url={address}",
                opens_window=network != "email",
            )
            for network, name in NETWORKS.items()
        ),
    )


def head(title: str = "Lowdown", path: str = "/") -> Head:
    return Head(
        title=title,
        description="Daily marketing news from Asia: social, e-commerce, PR, advertising, media and martech.",
        canonical=f"https://lowdown.example{path}",
        robots="max-image-preview:large,max-snippet:-1,max-video-preview:-1",
        feeds=(FeedLink(text="Feed", url="/feed.xml", media_type="application/atom+xml"),),
        alternates=(Alternate(lang="id", url="https://lowdown.example/a/"),),
        podcast=Link(text="The rate card podcast", url="/tags/the-rate-card/podcast.xml"),
        properties=(
            Property(name="og:title", content=title),
            Property(name="og:type", content="website"),
            Property(name="og:url", content=f"https://lowdown.example{path}"),
        ),
        names=(Property(name="fediverse:creator", content="@mei@social.example"),),
        structured_data=Markup('{"@context":"https://schema.org","@type":"NewsArticle","headline":"A title"}'),
        twin=f"https://lowdown.example{path}index.md",
    )


PODCAST = Link(text="Social podcast", url="/social/podcast.xml")
BARE_SITE = replace(SITE, feed=None)
BARE_HEAD = replace(
    head(),
    canonical="",
    alternates=(),
    feeds=(),
    podcast=None,
    properties=(),
    names=(),
    structured_data=None,
    twin="",
)


def pages_of(number: int, count: int) -> Pagination:
    url = "/social/"
    numbers = [one if abs(one - number) < 2 or one in (1, count) else None for one in range(1, count + 1)]
    kept = [one for place, one in enumerate(numbers) if one or place == 0 or numbers[place - 1]]
    return Pagination(
        number=number,
        count=count,
        newer=f"{url}page/{number - 1}/" if number > 1 else None,
        older=f"{url}page/{number + 1}/" if number < count else None,
        pages=tuple(PageLink(number=n, url=f"{url}page/{n}/", is_current=n == number) if n else None for n in kept),
    )


def body() -> tuple[BodyPart, ...]:
    title = Markup(escape(words.TITLES[4]))
    reference = DontMiss(title_html=title, url="/2023/11/sample-4/", lang="", dir="", label="")
    return (Prose(html=Markup(words.BODY_START)), reference, Prose(html=Markup(words.BODY_END)))


def neighbour(number: int) -> Neighbour:
    title = Markup(escape(words.TITLES[number]))
    return Neighbour(title_html=title, url=f"/2023/11/sample-{number}/", lang="", dir="")


def article(**changes: object) -> ArticlePage:
    """Return an article with every block; `changes` replace fields."""
    fields: dict[str, object] = {
        "path": "2023/11/supermarket-shelf-screens/index.html",
        "lang": "en",
        "dir": "",
        "site": SITE,
        "head": head(f"{words.TITLES[0]} | Lowdown", "/2023/11/supermarket-shelf-screens/"),
        "promo": PROMO,
        "kicker": SECTIONS[1],
        "title_html": Markup(escape(words.TITLES[0])),
        "standfirst_html": Markup(escape(words.SUMMARIES[0])),
        "bylines": (WULAN, replace(NICOLA, before=" and ")),
        "published": at(0),
        "updated": at(0, 16, 45),
        "reading_minutes": 3,
        "picture": picture("picture-0"),
        "sponsor": None,
        "is_sample": True,
        "state": "",
        "embargo": None,
        "over_since": None,
        "retracted_since": None,
        "versions": (LanguageLink(text="Bahasa Indonesia", url="/2023/11/a/", lang="id"),),
        "share": share_links(),
        "body": body(),
        "related": (card(1), card(2), card(3)),
        "telegram": TELEGRAM,
        "newsletter": NEWSLETTER,
        "tags": tuple(
            Link(text=name, url=f"/tags/{name.lower().replace(' ', '-')}/")
            for name in ("Retail media", "Measurement", "Indonesia", "Marketplaces")
        ),
        "neighbours": Neighbours(
            previous=neighbour(6),
            next=neighbour(7),
        ),
        "corrections": (
            CorrectionNote(
                date=at(-1, 11),
                text_html=Markup("<p>An earlier version gave the number of shops as 83; it is 38.</p>"),
            ),
        ),
    }
    return ArticlePage(**(fields | changes))  # type: ignore[arg-type]


def sponsored_article() -> ArticlePage:
    """Return an article that says everything there is to say before the headline."""
    sponsor = SponsorLabel(
        text="Sponsored by Pohon Data",
        name="Pohon Data",
        url="https://pohon-data.example/",
        disclosure_html=Markup("<p>Pohon Data paid for this article and read it before it was published.</p>"),
    )
    ended = {"state": "embargoed", "embargo": at(-30), "over_since": at(-40)}
    return article(sponsor=sponsor, newsletter=LINKED_NEWSLETTER, **ended)


def brief_article() -> ArticlePage:
    """Return an article of one line, the reason why it was retracted."""
    return article(
        retracted_since=at(-2),
        promo=None,
        updated=None,
        picture=None,
        is_sample=False,
        body=(Prose(html=Markup("<p>The agency has not closed.</p>")),),
        related=(),
        telegram=None,
        newsletter=None,
        tags=(),
        neighbours=Neighbours(previous=None, next=None),
        corrections=(),
        versions=(),
        head=BARE_HEAD,
        site=BARE_SITE,
        share=None,
    )


def home() -> HomePage:
    bands = tuple(
        Band(
            section=section,
            lead=card(number * 6 + 3),
            rest=(card(number + 8), card(number + 14), card(number + 20)),
        )
        for number, section in enumerate(SECTIONS)
    )
    return HomePage(
        path="index.html",
        lang="en",
        site=SITE,
        head=head("Lowdown: daily marketing news from Asia"),
        promo=PROMO,
        edition=at(0),
        lead=card(0, days=0),
        seconds=(card(1, days=0), card(2, days=0, label="Sponsored")),
        latest=tuple(card(number, days=number // 3) for number in range(3, 10)),
        bands=bands,
        telegram=TELEGRAM,
        newsletter=NEWSLETTER,
    )


def patterns() -> PatternsPage:
    return PatternsPage(
        path="patterns/index.html",
        lang="en",
        site=SITE,
        head=head(),
        promo=PROMO,
        patterns=(
            Pattern(
                name="card",
                description="An article in a list.",
                parameters=(PatternParameter(name="card", type="Card", description="The article."),),
                examples=(PatternExample(name="plain", html=Markup("<p>An example.</p>")),),
            ),
        ),
    )


def full_pages() -> dict[str, Page]:
    """Return a page of every kind with all that it can have, by a name for failures."""
    front = {"path": "x/index.html", "lang": "en", "site": SITE, "head": head(), "promo": PROMO}
    listing = {
        "title": "Social",
        "introduction_html": Markup(
            "<p>Platforms change their rules on a Tuesday; creators find out on Wednesday.</p>"
        ),
        "feed": Link(text="Feed", url="/social/feed.xml"),
        "lead": card(0),
        "cards": tuple(card(number) for number in range(1, 13)),
        "pagination": pages_of(1, 7),
    }
    return {
        "article": article(),
        "sponsored article": sponsored_article(),
        "home": home(),
        "category": CategoryPage(**front, **listing, section=SOCIAL, podcast=PODCAST),
        "category, page 3": CategoryPage(
            **front, **(listing | {"lead": None, "pagination": pages_of(3, 7)}), section=SOCIAL, podcast=None
        ),
        "tag": TagPage(**front, **(listing | {"title": "Retail media"}), podcast=PODCAST),
        "language": LanguagePage(**front, **(listing | {"title": "Bahasa Indonesia"})),
        "author": AuthorPage(
            **front,
            **(listing | {"title": "Farid Zulhilmi", "introduction_html": Markup(words.BIOGRAPHY)}),
            role="Senior correspondent",
            beat="Public relations, policy and the law",
            portrait=picture("portrait", portrait=True),
            links=(ProfileLink(name="Profile", url="https://social.example/@farid"),),
        ),
        "archive": ArchivePage(**front, years=_years(), count=212),
        "month": MonthPage(
            **front,
            title="November 2023",
            days=tuple(Day(date=at(day), cards=(card(day), card(day + 5))) for day in range(5)),
            older=MonthLink(name="October", title="October 2023", url="/archive/2023/10/", count="9"),
            newer=MonthLink(name="December", title="December 2023", url="/archive/2023/12/", count="4"),
        ),
        "directory": DirectoryPage(
            **front,
            title="Tags",
            summary="Every subject that articles here carry.",
            entries=tuple(
                DirectoryEntry(text=name, url=f"/tags/{number}/", note=words.NOTES[number % 4], count=str(30 - number))
                for number, name in enumerate(words.TAGS)
            ),
        ),
        "text page": TextPageModel(
            **front,
            dir="",
            state="draft",
            title_html=Markup("Editorial standards"),
            summary="What we print, what we do not, and how to tell us that we were wrong.",
            body=(Prose(html=Markup(words.BODY_END)), EMBED),
            newsletter=NEWSLETTER,
        ),
        "not found": NotFoundPage(**front, latest=tuple(card(number) for number in range(5))),
        "agenda": AgendaPage(
            **front,
            figures=(Figure(value="2", text="overdue"),),
            sections=(
                AgendaSection(title="Overdue", rows=_agenda_rows(has_dates=True), more=0, is_urgent=True),
                AgendaSection(title="Drafts", rows=_agenda_rows(has_dates=False), more=1310, is_urgent=False),
            ),
        ),
        "coverage": CoveragePage(
            **front,
            figures=(Figure(value="94%", text="94 of 100 public articles are shown by another"),),
            unshown=tuple(TallyRow(card=card(number), count=None, note="") for number in range(12)),
            unshown_more=1310,
            most=tuple(TallyRow(card=card(number), count=1204 // number, note="9 related") for number in range(1, 9)),
            bare=(TallyRow(card=card(8), count=None, note=""),),
            bare_more=1,
        ),
        "patterns": patterns(),
    }


def minimal_pages() -> dict[str, Page]:
    """Return a page of every kind with nothing that it can do without."""
    front = {"path": "x/index.html", "lang": "en", "site": BARE_SITE, "head": BARE_HEAD, "promo": None}
    listing = {
        "title": "Social",
        "introduction_html": Markup(""),
        "feed": None,
        "lead": None,
        "cards": (),
        "pagination": Pagination(number=1, count=1, newer=None, older=None, pages=()),
    }
    return {
        "article": brief_article(),
        "home": HomePage(
            **front, edition=None, lead=None, seconds=(), latest=(), bands=(), telegram=None, newsletter=None
        ),
        "category": CategoryPage(**front, **listing, section=SOCIAL, podcast=None),
        "tag": TagPage(**front, **listing, podcast=None),
        "language": LanguagePage(**front, **listing),
        "author": AuthorPage(**front, **listing, role="Writer", beat="", portrait=None, links=()),
        "archive": ArchivePage(**front, years=(), count=0),
        "month": MonthPage(**front, title="May 2022", days=(), older=None, newer=None),
        "directory": DirectoryPage(**front, title="Authors", summary="", entries=()),
        "text page": TextPageModel(
            **front,
            dir="",
            state="",
            title_html=Markup("About"),
            summary="Who we are.",
            body=(Prose(html=Markup("<p>Us.</p>")),),
            newsletter=None,
        ),
        "not found": NotFoundPage(**front, latest=()),
        "agenda": AgendaPage(**front, figures=(), sections=()),
        "coverage": CoveragePage(**front, figures=(), unshown=(), unshown_more=0, most=(), bare=(), bare_more=0),
        "patterns": PatternsPage(**front, patterns=()),
    }


def _agenda_rows(*, has_dates: bool) -> tuple[AgendaRow, ...]:
    return tuple(
        AgendaRow(
            when=at(number) if has_dates else None,
            distance="in 3 days" if has_dates else "",
            what="was to go public" if has_dates else "",
            title=card(number).title,
            lang=card(number).lang or "en",
            url=card(number).url if number else "",
            path=f"content/articles/2023/11/{number}.md",
            notes=("without summary and picture", "2 mistakes to mend")[:number],
        )
        for number in range(4)
    )


def _years() -> tuple[Year, ...]:
    names = ("December", "November", "October", "September", "August", "July", "June", "May")
    return tuple(
        Year(
            year=year,
            months=tuple(
                MonthLink(
                    name=name,
                    title=f"{name} {year}",
                    url=f"/archive/{year}/{12 - number:02}/",
                    count=str(4 + number * 3),
                )
                for number, name in enumerate(names)
            ),
        )
        for year in (2023, 2022)
    )
