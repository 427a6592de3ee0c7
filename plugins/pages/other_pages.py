"""Pages beside the news: own texts, the lists of tags and authors, and the answer to a wrong address."""

from markupsafe import Markup

from plugins.newsroom.page_models import DirectoryPage, NotFoundPage, TextPageModel
from plugins.newsroom.page_parts import DirectoryEntry, Prose
from plugins.newsroom.spaces import AUTHOR, TAG, TEXT_PAGE
from plugins.newsroom.urls import AUTHORS_URL, TAGS_URL, author_url, tag_url
from plugins.newsroom.words.phrases import number
from plugins.pages.cards import foreign_dir
from plugins.pages.dont_miss import text_body
from plugins.pages.head.page_head import HIDDEN, INDEXED, frame, head
from plugins.pages.head.share_images import page_share_image
from plugins.pages.head.structured_data import front_data, text_page_data
from plugins.pages.material import Material

Counts = tuple[tuple[str, int], ...]
"""Slugs, each with its number of articles."""


def text_page(material: Material, slug: str) -> TextPageModel:
    """Return a page of the publication's own text."""
    page = material.view.read(TEXT_PAGE, slug)
    material = material.in_language(page.lang)
    robots = HIDDEN if page.is_draft else INDEXED
    image = page_share_image(material, "page", slug)
    page_head = head(
        material,
        title=page.title,
        description=page.summary,
        url=page.url,
        robots=robots,
        image=image,
        lang=page.lang,
        structured_data=text_page_data(material, slug, page.title, page.summary, page.url, page.lang),
    )
    return TextPageModel(
        **frame(material, page.url, page_head, page.lang),
        dir=foreign_dir(material, page.lang),
        state="draft" if page.is_draft else "",
        title_html=page.title_html,
        summary=page.summary,
        body=text_body(page.blocks) or (Prose(html=Markup()),),
        newsletter=material.calls().newsletter if slug == material.settings.newsletter_page else None,
    )


def tags_page(material: Material, counts: Counts) -> DirectoryPage:
    """Return the list of all tags that an article carries."""
    words = material.words
    entries = tuple(
        DirectoryEntry(text=tag.name, url=material.href(tag_url(slug)), note=tag.summary, count=number(count, words))
        for slug, count in counts
        for tag in [material.view.read(TAG, slug)]
    )
    return _directory(material, words.tags, words.tags_about, TAGS_URL, entries)


def authors_page(material: Material, counts: Counts) -> DirectoryPage:
    """Return the list of all authors."""
    words = material.words
    entries = tuple(
        DirectoryEntry(
            text=author.name, url=material.href(author_url(slug)), note=author.role, count=number(count, words)
        )
        for slug, count in counts
        for author in [material.view.read(AUTHOR, slug)]
    )
    return _directory(
        material, words.authors, words.authors_about.format(site=material.site.name), AUTHORS_URL, entries
    )


def _directory(
    material: Material, title: str, summary: str, url: str, entries: tuple[DirectoryEntry, ...]
) -> DirectoryPage:
    data = front_data(material, title, summary, url, [entry.url for entry in entries])
    return DirectoryPage(
        **frame(material, url, head(material, title=title, description=summary, url=url, structured_data=data)),
        title=title,
        summary=summary,
        entries=entries,
    )


def not_found_page(material: Material, latest: tuple[str, ...]) -> NotFoundPage:
    """Return the answer to a wrong address, with the latest articles."""
    words = material.words
    page_head = head(material, title=words.missing_page, description=words.missing_about, url="", robots=HIDDEN)
    return NotFoundPage(
        **frame(material, "/404.html", page_head),
        latest=material.cards(latest),
    )
