"""Pages beside the news: own texts, the lists of tags and authors, and the answer to a wrong address."""

from collections import Counter
from collections.abc import Iterator

from plugins.newsroom.articles import TextPage
from plugins.newsroom.pages import DirectoryPage, NotFoundPage, TextPageModel
from plugins.newsroom.parts import DirectoryEntry
from plugins.newsroom.urls import author_url, authors_url, output_path, tag_url, tags_url
from plugins.pages.cards import cards
from plugins.pages.head import HIDDEN, INDEXED, head
from plugins.pages.material import Material


def text_pages(material: Material) -> Iterator[TextPageModel]:
    for page in material.text_pages:
        yield _text_page(material, page)


def _text_page(material: Material, page: TextPage) -> TextPageModel:
    return TextPageModel(
        path=output_path(page.url),
        lang=page.lang,
        site=material.site,
        head=head(
            material,
            title=page.title,
            description=page.summary,
            url=page.url,
            robots=HIDDEN if page.is_draft else INDEXED,
        ),
        promo=material.promo,
        state="draft" if page.is_draft else "",
        title_html=page.title_html,
        summary=page.summary,
        body_html=page.body_html,
        newsletter=material.cta.newsletter if page.slug == material.settings.newsletter_page else None,
    )


def directory_pages(material: Material) -> Iterator[DirectoryPage]:
    """Yield the list of all tags that an article carries, and the list of all authors."""
    carried = Counter(tag.slug for article in material.articles for tag in article.tags)
    tags = tuple(
        DirectoryEntry(text=tag.name, url=material.href(tag_url(tag.slug)), note=tag.summary, count=carried[tag.slug])
        for tag in material.desk.tags
        if carried[tag.slug]
    )
    yield _directory(material, "Tags", "What we write about, from A to Z.", tags_url(), tags)
    written = Counter(author.slug for article in material.articles for author in article.authors)
    authors = tuple(
        DirectoryEntry(
            text=author.name, url=material.href(author_url(author.slug)), note=author.role, count=written[author.slug]
        )
        for author in material.desk.authors
    )
    yield _directory(material, "Authors", f"Who writes {material.site.name}.", authors_url(), authors)


def _directory(
    material: Material, title: str, summary: str, url: str, entries: tuple[DirectoryEntry, ...]
) -> DirectoryPage:
    return DirectoryPage(
        path=output_path(url),
        lang=material.site.lang,
        site=material.site,
        head=head(material, title=title, description=summary, url=url),
        promo=material.promo,
        title=title,
        summary=summary,
        entries=entries,
    )


def not_found_page(material: Material) -> NotFoundPage:
    return NotFoundPage(
        path="404.html",
        lang=material.site.lang,
        site=material.site,
        head=head(material, title="Page not found", description="This address leads nowhere.", url="", robots=HIDDEN),
        promo=material.promo,
        latest=cards(material, material.articles[:5]),
    )
