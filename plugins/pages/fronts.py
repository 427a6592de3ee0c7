"""Fronts of categories, tags and authors, a few articles a page."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

from markupsafe import Markup, escape

from plugins.newsroom.articles import Article, Author, Category, Tag
from plugins.newsroom.pages import AuthorPage, CategoryPage, FrontPage, TagPage
from plugins.newsroom.parts import Link
from plugins.newsroom.urls import author_url, category_url, feed_url, numbered_url, output_path, tag_url
from plugins.pages.cards import card, cards, section_link
from plugins.pages.head import front_head
from plugins.pages.material import Material
from plugins.pages.pagination import page_count, pagination


def front_pages(material: Material) -> Iterator[FrontPage]:
    """Yield every page of every front: all categories and authors, and the tags that an article carries."""
    categories, tags, authors = _by_front(material)
    for category in material.desk.categories:
        yield from _category_pages(material, category, categories[category.slug])
    for tag in material.desk.tags:
        if tags[tag.slug]:
            yield from _tag_pages(material, tag, tags[tag.slug])
    for author in material.desk.authors:
        yield from _author_pages(material, author, authors[author.slug])


Lists = defaultdict[str, list[Article]]


def _by_front(material: Material) -> tuple[Lists, Lists, Lists]:
    """Return the articles of each category, tag and author, newest first, in one pass."""
    categories, tags, authors = Lists(list), Lists(list), Lists(list)
    for article in material.articles:
        categories[article.category.slug].append(article)
        for tag in article.tags:
            tags[tag.slug].append(article)
        for author in article.authors:
            authors[author.slug].append(article)
    return categories, tags, authors


def _category_pages(material: Material, category: Category, articles: list[Article]) -> Iterator[FrontPage]:
    section = section_link(material, category)
    for fields in _pages(material, category.name, category.summary, category_url(category.slug), articles):
        yield CategoryPage(**fields, introduction_html=category.introduction_html, section=section)


def _tag_pages(material: Material, tag: Tag, articles: list[Article]) -> Iterator[FrontPage]:
    summary = tag.summary or f"Everything that {material.site.name} has published on {tag.name}."
    introduction = tag.introduction_html or Markup("<p>{}</p>").format(escape(summary))
    for fields in _pages(material, tag.name, summary, tag_url(tag.slug), articles):
        yield TagPage(**fields, introduction_html=introduction)


def _author_pages(material: Material, author: Author, articles: list[Article]) -> Iterator[FrontPage]:
    summary = f"{author.name}, {author.role}: articles in {material.site.name}."
    for fields in _pages(material, author.name, summary, author_url(author.slug), articles):
        yield AuthorPage(
            **fields,
            introduction_html=author.biography_html,
            role=author.role,
            beat=author.beat,
            portrait=author.portrait,
            links=author.links,
        )


def _pages(
    material: Material, title: str, summary: str, front_url: str, articles: Sequence[Article]
) -> Iterator[dict[str, Any]]:
    """Yield the fields that all fronts have, a page of articles at a time; a front without articles has one page."""
    size = material.settings.front_size
    count = page_count(len(articles), size)
    for number in range(1, count + 1):
        url = numbered_url(front_url, number)
        on_page = articles[(number - 1) * size : number * size]
        leads = on_page[:1] if number == 1 else []
        numbered_title = title if number == 1 else f"{title}, page {number}"
        yield {
            "path": output_path(url),
            "lang": material.site.lang,
            "site": material.site,
            "head": front_head(material, title=numbered_title, description=summary, url=url, front_url=front_url),
            "promo": material.promo,
            "title": title,
            "feed": Link(text=f"{title} feed", url=material.href(feed_url(front_url))),
            "lead": card(material, leads[0]) if leads else None,
            "cards": cards(material, on_page[len(leads) :]),
            "pagination": pagination(material.href(front_url), number, count),
        }
