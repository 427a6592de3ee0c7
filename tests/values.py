"""Plain newsroom values for tests: each has every field filled, and a test names only what it is about."""

from dataclasses import replace
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from markupsafe import Markup, escape

from plugins.newsroom.articles import Article, Author, Category, CtaSwitches, Desk, Tag, TextPage
from plugins.newsroom.choices import Calls, Related, ShareLinks
from plugins.newsroom.pages import Site
from plugins.newsroom.parts import Link
from plugins.pages.material import Material, Story
from plugins.pages.settings import PagesSettings

ZONE = ZoneInfo("Asia/Singapore")
SOCIAL = Category(
    slug="social", name="Social", order=1, colour="violet", summary="Feeds.", introduction_html=Markup("<p>Feeds.</p>")
)
MEDIA = Category(
    slug="media", name="Media", order=2, colour="blue", summary="Screens.", introduction_html=Markup("<p>Screens.</p>")
)
MEI = Author(
    slug="mei",
    name="Mei Tan",
    is_team=False,
    role="Editor",
    beat="Media",
    portrait=None,
    links=(),
    biography_html=Markup(),
)
ARI = Author(
    slug="ari",
    name="Ari Wibowo",
    is_team=False,
    role="Writer",
    beat="Shops",
    portrait=None,
    links=(),
    biography_html=Markup(),
)
VIDEO = Tag(slug="video", name="Video", summary="", introduction_html=Markup())
NO_CALLS = Calls(telegram=None, newsletter=None)


def at(text: str) -> datetime:
    """Return the time that `text` (ISO, without offset) names in the publication's zone."""
    return datetime.fromisoformat(text).replace(tzinfo=ZONE)


def paragraphs(*texts: str) -> tuple[Markup, ...]:
    return tuple(Markup("<p>{}</p>").format(text) for text in texts)


def article(slug: str = "one", **changes: Any) -> Article:
    title = changes.pop("title", slug.capitalize())
    date = changes.pop("date", "2023-11-01T09:00")
    standard = Article(
        source=f"articles/2023/11/{slug}.md",
        slug=slug,
        url=f"/{date[:4]}/{date[5:7]}/{slug}/",
        lang="en",
        title=title,
        title_html=escape(title),
        summary="What happened.",
        summary_html=Markup("What happened."),
        category=SOCIAL,
        tags=(VIDEO,),
        authors=(MEI,),
        date=at(date),
        updated=None,
        is_draft=False,
        embargo=None,
        picture=None,
        sponsor=None,
        is_sample=False,
        corrections=(),
        related=(),
        dont_miss=None,
        cta=CtaSwitches(),
        blocks=paragraphs("First.", "Second.", "Third."),
        dont_miss_after=None,
        words=3,
        text="First. Second. Third.",
    )
    return replace(standard, **changes)


def story(of: Article, **changes: Any) -> Story:
    standard = Story(
        article=of,
        related=Related(dont_miss=None, articles=()),
        share=ShareLinks(url=f"https://example.test{of.url}", title=of.title, links=()),
        cta=NO_CALLS,
    )
    return replace(standard, **changes)


def desk(**changes: Any) -> Desk:
    standard = Desk(
        categories=(SOCIAL, MEDIA),
        authors=(ARI, MEI),
        tags=(VIDEO,),
        sponsors=(),
        promos=(),
        page_slugs=(),
        picture_files=(),
    )
    return replace(standard, **changes)


def site(**changes: Any) -> Site:
    standard = Site(
        name="The Test",
        tagline="News of tests",
        lang="en",
        home_url="/",
        assets_url="/assets/",
        sections=(),
        footer=(),
        archive=Link(text="Archive", url="/archive/"),
        directories=(),
        feed=Link(text="The Test feed", url="/feed.xml"),
    )
    return replace(standard, **changes)


def text_page(slug: str = "about", **changes: Any) -> TextPage:
    standard = TextPage(
        source=f"pages/{slug}.md",
        slug=slug,
        url=f"/{slug}/",
        lang="en",
        title=slug.capitalize(),
        title_html=escape(slug.capitalize()),
        summary="What this is.",
        order=1,
        is_draft=False,
        body_html=Markup("<p>Text.</p>"),
    )
    return replace(standard, **changes)


def material(*stories: Story, **changes: Any) -> Material:
    """Return material of `stories`, which come newest first."""
    standard = Material(
        site=site(),
        site_url="https://example.test",
        desk=desk(),
        stories=stories,
        text_pages=(),
        cta=NO_CALLS,
        promo=None,
        settings=PagesSettings(),
    )
    return replace(standard, **changes)
