"""Plain newsroom values for tests: each has every field filled, and a test names only what it is about."""

from collections.abc import Mapping
from dataclasses import fields as fields_of
from dataclasses import replace
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from markupsafe import Markup, escape

from plugins.newsroom.articles import Article, Author, Body, Category, Publication, Tag, TextPage
from plugins.newsroom.brand import Brand, Icon, Wordmark
from plugins.newsroom.choices import Agenda, Calls, Coverage, Related, ShareImage, ShareLinks
from plugins.newsroom.front_matter.schema import ArticleFields
from plugins.newsroom.listed_articles import ListedArticle, newest_first
from plugins.newsroom.page_models import Site
from plugins.newsroom.page_parts import Link
from plugins.newsroom.spaces import (
    AGENDA,
    ARTICLE,
    AUTHOR,
    BODY,
    CALLS,
    CATEGORY,
    COVERAGE,
    RELATED,
    SHARE,
    SHARE_CARD,
    SHOWN_PICTURES,
    TAG,
    TEXT_PAGE,
    WORDS,
)
from plugins.newsroom.syndication.feed_formats import USUAL_FORMATS
from plugins.newsroom.words.catalogues import english
from plugins.newsroom.words.phrases import Words
from plugins.newsroom.words.words_of import words_of
from plugins.pages.cards import make_named_card
from plugins.pages.material import CARD, SHARED, Material, SharedByPages
from plugins.pages.settings import PagesSettings
from plugins.stet.facts import View
from plugins.stet.offers import Offers
from plugins.stet.space import Space, Value

RESOLVED = frozenset(field.name for field in fields_of(Article))
"""Keys of front matter that an article has values of its own for."""
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
NOTHING_RELATED = Related(dont_miss=None, articles=())
EMPTY_AGENDA = Agenda(now=datetime(2023, 11, 24, 12, tzinfo=ZONE), errors=0, lists=())
NOTHING_COVERED = Coverage(articles=0, shown=0, unshown=(), most=(), bare=0, bare_articles=())


def at(text: str) -> datetime:
    """Return the time that `text` (ISO, without offset) names in the publication's zone."""
    return datetime.fromisoformat(text).replace(tzinfo=ZONE)


def paragraphs(*texts: str) -> tuple[Markup, ...]:
    return tuple(Markup("<p>{}</p>").format(text) for text in texts)


def article(slug: str = "one", **changes: Any) -> Article:
    """Return an article; `changes` are of its fields or of its own, `date` a time as `at` takes it."""
    date = changes.pop("date", "2023-11-01T09:00")
    own = {name: changes.pop(name) for name in [*changes] if name in ArticleFields.model_fields.keys() - RESOLVED}
    fields = ArticleFields.model_construct(**{"title": slug.capitalize(), "summary": "What happened.", **own})
    standard = Article(
        fields=fields,
        typeset={text: escape(text) for text in fields.typeset_texts},
        source=f"articles/2023/11/{slug}.md",
        slug=slug,
        url=f"/{date[:4]}/{date[5:7]}/{slug}/",
        lang="en",
        category=SOCIAL,
        tags=(VIDEO,),
        authors=(MEI,),
        date=at(date),
        is_draft=False,
        embargo=None,
        over_since=None,
        retracted_since=None,
        picture=None,
        sponsor=None,
    )
    return replace(standard, **changes)


def body(**changes: Any) -> Body:
    standard = Body(blocks=paragraphs("First.", "Second.", "Third."), dont_miss_after=None, words=3)
    return replace(standard, **changes)


def listed_article(of: Article, **changes: Any) -> ListedArticle:
    """Return the line of an article for which nobody chose what to read next."""
    standard = ListedArticle(
        slug=of.slug,
        source=of.source,
        url=of.url,
        date=int(of.date.timestamp()),
        month=(of.date.year, of.date.month),
        category=of.category.slug,
        tags=tuple(tag.slug for tag in of.tags),
        authors=tuple(author.slug for author in of.authors),
        is_public=of.is_public,
        is_over=of.over_since is not None,
        is_retracted=of.retracted_since is not None,
        is_sponsored=of.sponsor is not None,
        has_picture=of.picture is not None,
        related=(),
        dont_miss=None,
        has_mark=False,
        lang=of.lang,
        story=of.slug,
        changed=int(of.changed.timestamp()) if of.changed else None,
    )
    return standard._replace(**changes)


def publication(*articles: Article, **changes: Any) -> Publication:
    standard = Publication(
        articles=tuple(newest_first([listed_article(each) for each in articles])),
        categories=(SOCIAL, MEDIA),
        authors=(ARI, MEI),
        tags=(VIDEO,),
        sponsors=(),
        promos=(),
        text_pages=(),
        pictures=(),
        shows_drafts=False,
    )
    return replace(standard, **changes)


WORDMARK = Wordmark(name="The Test", length="short", drawing_html=Markup(""))
BRAND = Brand(
    wordmark=WORDMARK,
    footer_wordmark=WORDMARK,
    icons=(Icon(rel="icon", type="image/svg+xml", url="/assets/favicon.svg"),),
    papers=("#fbf9f4", "#161512"),
)


def site(**changes: Any) -> Site:
    standard = Site(
        name="The Test",
        tagline="News of tests",
        lang="en",
        dir="ltr",
        home_url="/",
        wordmark=BRAND.wordmark,
        footer_wordmark=BRAND.footer_wordmark,
        icons=BRAND.icons,
        light_paper=BRAND.papers[0],
        dark_paper=BRAND.papers[1],
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
        blocks=(Markup("<p>Text.</p>"),),
    )
    return replace(standard, **changes)


def offer_named(offers: Offers, space: Space[Value], values: Mapping[str, Value]) -> None:
    """Offer facts whose values are these by name."""
    offers.offer_facts(space, lambda _, name: values[name], {})


def offer_publication(
    offers: Offers,
    *articles: Article,
    bodies: Mapping[str, Body] | None = None,
    of: Publication | None = None,
    words: Words | None = None,
) -> None:
    """Offer the facts of a publication: articles, each with the usual body or that of its slug; words in English."""
    known = of or publication()
    offers.offer_facts(WORDS, lambda _, lang: words_of({}, lang) if lang else words or english(), {})
    offer_named(offers, ARTICLE, {each.slug: each for each in articles})
    offer_named(offers, BODY, {each.slug: body() for each in articles} | dict(bodies or {}))
    offers.offer_facts(SHOWN_PICTURES, lambda _, slug: (), {})
    offer_named(offers, CATEGORY, {category.slug: category for category in known.categories})
    offer_named(offers, TAG, {tag.slug: tag for tag in known.tags})
    offer_named(offers, AUTHOR, {author.slug: author for author in known.authors})
    offer_named(offers, TEXT_PAGE, {page.slug: page for page in known.text_pages})


def view(
    *articles: Article,
    bodies: Mapping[str, Body] | None = None,
    related: Mapping[str, Related] | None = None,
    of: Publication | None = None,
    calls: Calls = NO_CALLS,
    coverage: Coverage = NOTHING_COVERED,
    agenda: Agenda = EMPTY_AGENDA,
    share_cards: Mapping[str, ShareImage] | None = None,
    words: Words | None = None,
    **changes: Any,
) -> View:
    """Return a view of articles and of what makers of pages read beside them; `changes` are of the SharedByPages.

    For articles that are not in `related` nothing was chosen; without `share_cards` there is no plugin that draws them,
    without `words` they are English.
    """
    shared = replace(
        SharedByPages(
            site=site(),
            main_lang="en",
            languages=(),
            site_url="https://example.test",
            logo="/assets/logo.png",
            share_picture=None,
            promo=None,
            settings=PagesSettings(),
            x_handle="",
            feed_formats=USUAL_FORMATS,
        ),
        **changes,
    )
    offers = Offers()
    offer_publication(offers, *articles, bodies=bodies, of=of, words=words)
    in_languages = {each.lang: replace(shared, site=replace(shared.site, lang=each.lang)) for each in shared.languages}
    offer_named(offers, SHARED, {"": shared, **in_languages})
    offer_named(offers, RELATED, {each.slug: NOTHING_RELATED for each in articles} | dict(related or {}))
    offers.offer_constant(COVERAGE, coverage)
    offers.offer_constant(AGENDA, agenda)
    offers.offer_values(SHARE, _share_links)
    if share_cards is not None:
        offers.offer_facts(SHARE_CARD, lambda _, name: share_cards.get(name), {})
    offers.offer_values(CALLS, lambda *_: calls)
    offers.offer_values(CARD, make_named_card)
    return offers.view()


def material(*articles: Article, **changes: Any) -> Material:
    """Return the material of articles; `changes` as `view` takes them."""
    return Material(view(*articles, **changes))


def _share_links(view: View, slug: str) -> ShareLinks:
    article = view.read(ARTICLE, slug)
    return ShareLinks(url=f"https://example.test{article.url}", title=article.title, links=())
