"""Pages beside the news: own texts, the lists of tags and authors, and the answer to a wrong address."""

from plugins.newsroom.page_models import DirectoryPage, NotFoundPage, TextPageModel
from plugins.newsroom.page_parts import DirectoryEntry
from plugins.newsroom.spaces import AUTHOR, TAG, TEXT_PAGE
from plugins.newsroom.urls import AUTHORS_URL, TAGS_URL, author_url, tag_url
from plugins.pages.cards import foreign_dir
from plugins.pages.material import Material
from plugins.pages.page_head import HIDDEN, INDEXED, frame, head
from plugins.pages.share_images import page_share_image

Counts = tuple[tuple[str, int], ...]
"""Slugs, each with its number of articles."""


def text_page(material: Material, slug: str) -> TextPageModel:
    """Return a page of the publication's own text."""
    page = material.view.read(TEXT_PAGE, slug)
    robots = HIDDEN if page.is_draft else INDEXED
    image = page_share_image(material, "page", slug)
    page_head = head(material, title=page.title, description=page.summary, url=page.url, robots=robots, image=image)
    return TextPageModel(
        **frame(material, page.url, page_head, page.lang),
        dir=foreign_dir(material, page.lang),
        state="draft" if page.is_draft else "",
        title_html=page.title_html,
        summary=page.summary,
        body_html=page.body_html,
        newsletter=material.calls().newsletter if slug == material.settings.newsletter_page else None,
    )


def tags_page(material: Material, counts: Counts) -> DirectoryPage:
    """Return the list of all tags that an article carries."""
    entries = tuple(
        DirectoryEntry(text=tag.name, url=material.href(tag_url(slug)), note=tag.summary, count=count)
        for slug, count in counts
        for tag in [material.view.read(TAG, slug)]
    )
    return _directory(material, "Tags", "What we write about, from A to Z.", TAGS_URL, entries)


def authors_page(material: Material, counts: Counts) -> DirectoryPage:
    """Return the list of all authors."""
    entries = tuple(
        DirectoryEntry(text=author.name, url=material.href(author_url(slug)), note=author.role, count=count)
        for slug, count in counts
        for author in [material.view.read(AUTHOR, slug)]
    )
    return _directory(material, "Authors", f"Who writes {material.site.name}.", AUTHORS_URL, entries)


def _directory(
    material: Material, title: str, summary: str, url: str, entries: tuple[DirectoryEntry, ...]
) -> DirectoryPage:
    return DirectoryPage(
        **frame(material, url, head(material, title=title, description=summary, url=url)),
        title=title,
        summary=summary,
        entries=entries,
    )


def not_found_page(material: Material, latest: tuple[str, ...]) -> NotFoundPage:
    """Return the answer to a wrong address, with the latest articles."""
    page_head = head(material, title="Page not found", description="This address leads nowhere.", url="", robots=HIDDEN)
    return NotFoundPage(
        **frame(material, "/404.html", page_head),
        latest=material.cards(latest),
    )
