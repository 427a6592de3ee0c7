"""The frame of a page and its head: title, description, canonical address, robots, feeds, Open Graph."""

import re
from collections.abc import Iterator
from typing import TypedDict

from plugins.newsroom.articles import Article
from plugins.newsroom.choices import Promo, ShareImage
from plugins.newsroom.language.language_tags import locale_of
from plugins.newsroom.markup import Html
from plugins.newsroom.page_models import Alternate, Head, Property, Site
from plugins.newsroom.page_parts import FeedLink, Link
from plugins.newsroom.urls import author_url, output_path
from plugins.pages.cards import state
from plugins.pages.head.share_images import article_share_image, image_properties, page_share_image
from plugins.pages.head.structured_data import article_data
from plugins.pages.language_versions import article_alternates
from plugins.pages.material import Material

INDEXED = "max-image-preview:large,max-snippet:-1,max-video-preview:-1"
HIDDEN = "noindex"
_ON_X = re.compile(r"https?://(?:(?:www|mobile)\.)?(?:x|twitter)\.com/@?(?P<handle>\w{1,15})/?(?:\?.*)?", re.ASCII)
"""The address of somebody's profile."""


class Frame(TypedDict):
    """The fields that pages of all kinds have."""

    path: str
    lang: str
    site: Site
    head: Head
    promo: Promo | None


def frame(material: Material, url: str, head: Head, lang: str = "") -> Frame:
    """Return the fields of the page at `url`, root-relative without prefix; in the site's language by default."""
    site = material.site
    return Frame(path=output_path(url), lang=lang or site.lang, site=site, head=head, promo=material.promo)


def head(
    material: Material,
    *,
    title: str,
    description: str,
    url: str,
    kind: str = "website",
    image: ShareImage | None = None,
    feeds: tuple[FeedLink, ...] = (),
    alternates: tuple[Alternate, ...] = (),
    podcast: Link | None = None,
    properties: tuple[Property, ...] = (),
    names: tuple[Property, ...] = (),
    structured_data: Html | None = None,
    robots: str = INDEXED,
    lang: str = "",
    twin: str = "",
) -> Head:
    """Return the head of the page at `url`, root-relative without prefix; an empty one has no canonical address.

    Without an `image` the page is shared with the home front's; it is in the publication's language by default.
    """
    site = material.site
    canonical, site_handle = material.absolute(url) if url else "", material.x_handle
    return Head(
        title=f"{title} | {site.name}" if title else _home_title(material),
        description=description,
        canonical=canonical,
        robots=robots,
        alternates=alternates,
        feeds=tuple(dict.fromkeys((*feeds, *material.home_feeds))),
        podcast=podcast,
        properties=(
            Property(name="og:site_name", content=site.name),
            Property(name="og:type", content=kind),
            Property(name="og:title", content=title or site.name),
            Property(name="og:description", content=description),
            *([Property(name="og:url", content=canonical)] if canonical else []),
            *image_properties(material, image or page_share_image(material)),
            *_locales(lang or site.lang, alternates),
            *properties,
        ),
        names=(*([Property(name="twitter:site", content=f"@{site_handle}")] if site_handle else []), *names),
        structured_data=structured_data,
        twin=twin,
    )


def article_head(material: Material, article: Article, words: int) -> Head:
    is_retracted = article.retracted_since is not None
    return head(
        material,
        title=material.words.retracted_title.format(title=article.title) if is_retracted else article.title,
        description=article.summary,
        url=article.url,
        kind="article",
        alternates=() if article.retracted_since else article_alternates(material, article),
        image=article_share_image(material, article),
        properties=_article_properties(material, article),
        names=_creators(article),
        structured_data=article_data(material, article, words),
        robots=HIDDEN if state(article) else INDEXED,
        lang=article.lang,
        twin=material.twin(article),
    )


def front_head(
    material: Material,
    *,
    title: str,
    description: str,
    url: str,
    kind: str,
    front_url: str,
    image: ShareImage | None,
    podcast: Link | None,
    alternates: tuple[Alternate, ...],
    structured_data: Html,
    properties: tuple[Property, ...] = (),
    og_type: str = "website",
) -> Head:
    """Return the head of a page of the front of a `kind` at `front_url`, whose feeds are its own."""
    feeds_title = material.words.two_titles.format(first=title, second=material.site.name)
    feeds = material.feeds(feeds_title, kind, front_url)
    return head(
        material,
        title=title,
        description=description,
        url=url,
        kind=og_type,
        alternates=alternates,
        feeds=feeds,
        podcast=podcast,
        image=image,
        structured_data=structured_data,
        properties=properties,
    )


def _home_title(material: Material) -> str:
    return str(material.words.two_titles.format(first=material.site.name, second=material.site.tagline))


def _locales(lang: str, alternates: tuple[Alternate, ...]) -> Iterator[Property]:
    """Yield the language of a page with a country, and those of its other versions."""
    yield Property(name="og:locale", content=locale_of(lang))
    for version in alternates:
        if version.lang not in (lang, "x-default"):
            yield Property(name="og:locale:alternate", content=locale_of(version.lang))


def _creators(article: Article) -> tuple[Property, ...]:
    """Return the authors by their names in the fediverse, all, and on X, which takes one."""
    handles = (author.fediverse for author in article.authors)
    found = [Property(name="fediverse:creator", content=handle) for handle in handles if handle]
    on_x = (_ON_X.fullmatch(link.url) for author in article.authors for link in author.links)
    if first := next(filter(None, on_x), None):
        found.append(Property(name="twitter:creator", content=f"@{first['handle']}"))
    return tuple(found)


def _article_properties(material: Material, article: Article) -> tuple[Property, ...]:
    pairs = [
        ("article:published_time", article.date.isoformat()),
        *([("article:modified_time", article.changed.isoformat())] if article.changed else []),
        *([("article:expiration_time", article.fields.expires.isoformat())] if article.fields.expires else []),
        ("article:section", article.category.name_in(material.site.lang)),
        *(("article:author", material.absolute(author_url(author.slug))) for author in article.authors),
        *(("article:tag", tag.name) for tag in article.tags),
    ]
    return tuple(Property(name=name, content=content) for name, content in pairs)
