"""Fronts of categories, tags and authors, a few articles a page."""

from collections.abc import Callable, Mapping
from typing import Literal

from markupsafe import Markup, escape

from plugins.newsroom.articles import Author
from plugins.newsroom.page_models import AuthorPage, CategoryPage, LanguagePage, Property, TagPage
from plugins.newsroom.page_parts import Card, Link, PageLink, Pagination
from plugins.newsroom.spaces import AUTHOR, CATEGORY, TAG
from plugins.newsroom.urls import author_url, category_url, language_url, numbered_url, tag_url
from plugins.pages.cards import section_link
from plugins.pages.head.page_head import Frame, frame, front_head
from plugins.pages.head.share_images import page_share_image
from plugins.pages.head.structured_data import author_data, front_data
from plugins.pages.language_versions import front_alternates
from plugins.pages.material import Material

_URLS: Mapping[str, Callable[[str], str]] = {
    "category": category_url,
    "tag": tag_url,
    "author": author_url,
    "language": language_url,
}


FrontKind = Literal["category", "tag", "author", "language"]


class FrontFields(Frame):
    """The fields that all fronts have, but for their introduction."""

    title: str
    feed: Link | None
    lead: Card | None
    cards: tuple[Card, ...]
    pagination: Pagination


def category_page(material: Material, slug: str, number: int, count: int, articles: tuple[str, ...]) -> CategoryPage:
    """Return page `number` of `count` of the front of a category; the articles on it by slug."""
    category = material.view.read(CATEGORY, slug)
    name, summary, podcast = category.name, category.summary, material.podcast(category.podcast, category_url(slug))
    fields = _fields(material, "category", slug, name, summary, number, count, articles, podcast)
    return CategoryPage(
        **fields,
        introduction_html=category.introduction_html,
        podcast=podcast,
        section=section_link(material, category),
    )


def tag_page(material: Material, slug: str, number: int, count: int, articles: tuple[str, ...]) -> TagPage:
    """Return page `number` of `count` of the front of a tag; the articles on it by slug."""
    tag = material.view.read(TAG, slug)
    podcast = material.podcast(tag.podcast, tag_url(slug))
    summary = tag.summary or material.words.tag_about.format(site=material.site.name, tag=tag.name)
    introduction = tag.introduction_html or Markup("<p>{}</p>").format(escape(summary))
    fields = _fields(material, "tag", slug, tag.name, summary, number, count, articles, podcast)
    return TagPage(**fields, introduction_html=introduction, podcast=podcast)


def language_page(material: Material, slug: str, number: int, count: int, articles: tuple[str, ...]) -> LanguagePage:
    """Return page `number` of `count` of the front of a language; the articles on it by slug."""
    language = next(each for each in material.languages if each.slug == slug)
    material = material.in_language(language.lang)
    title, summary = material.language_name(language.lang), language.tagline
    fields = _fields(material, "language", slug, title, summary or material.site.name, number, count, articles)
    return LanguagePage(**fields, introduction_html=Markup("<p>{}</p>").format(summary) if summary else Markup())


def author_page(material: Material, slug: str, number: int, count: int, articles: tuple[str, ...]) -> AuthorPage:
    """Return page `number` of `count` of the front of an author; the articles on it by slug."""
    author = material.view.read(AUTHOR, slug)
    words = material.words
    about = words.author_about if author.role else words.author_about_no_role
    summary = about.format(author=author.name, role=author.role, site=material.site.name)
    return AuthorPage(
        **_fields(material, "author", slug, author.name, summary, number, count, articles, author=author),
        introduction_html=author.biography_html,
        role=author.role,
        beat=author.beat,
        portrait=author.portrait,
        links=author.links,
    )


def _fields(
    material: Material,
    kind: FrontKind,
    slug: str,
    title: str,
    summary: str,
    number: int,
    count: int,
    articles: tuple[str, ...],
    podcast: Link | None = None,
    author: Author | None = None,
) -> FrontFields:
    front_url = _URLS[kind](slug)
    url = numbered_url(front_url, number)
    leads = articles[:1] if number == 1 else ()
    numbered_title = title if number == 1 else material.words.numbered_title.format(title=title, n=number)
    listed = [material.card(each).url for each in articles]
    data = (
        author_data(material, author, summary, url)
        if author
        else front_data(material, numbered_title, summary, url, listed, front_url)
    )
    page_head = front_head(
        material,
        title=numbered_title,
        description=summary,
        url=url,
        kind=kind,
        front_url=front_url,
        image=page_share_image(material, kind, slug) if kind != "language" else None,
        podcast=podcast,
        alternates=front_alternates(material) if kind == "language" and number == 1 else (),
        structured_data=data,
        properties=(Property(name="profile:username", content=slug),) if author else (),
        og_type="profile" if author else "website",
    )
    return {
        **frame(material, url, page_head),
        "title": title,
        "feed": next(iter(material.feeds(material.words.feed.format(title=title), kind, front_url)), None),
        "lead": material.card(leads[0]) if leads else None,
        "cards": material.cards(articles[len(leads) :]),
        "pagination": pagination(material.href(front_url), number, count),
    }


def pagination(front_href: str, number: int, count: int) -> Pagination:
    """Return the links of page `number` of `count`: first, last, this one and its neighbours; None for a gap."""
    shown = sorted({1, count, *range(max(1, number - 1), min(count, number + 1) + 1)})
    pages: list[PageLink | None] = []
    for previous, current in zip([0, *shown], shown, strict=False):
        if current - previous > 1:
            pages.append(None)
        pages.append(PageLink(number=current, url=numbered_url(front_href, current), is_current=current == number))
    return Pagination(
        number=number,
        count=count,
        newer=numbered_url(front_href, number - 1) if number > 1 else None,
        older=numbered_url(front_href, number + 1) if number < count else None,
        pages=tuple(pages),
    )
