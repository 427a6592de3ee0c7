"""All pages of the publication, in the order that they are written."""

from collections.abc import Iterator

from plugins.newsroom.pages import Page
from plugins.pages.archives import archive_pages
from plugins.pages.articles import article_pages
from plugins.pages.fronts import front_pages
from plugins.pages.home import home_page
from plugins.pages.material import Material
from plugins.pages.texts import directory_pages, not_found_page, text_pages


def assemble(material: Material) -> Iterator[Page]:
    """Yield a model for every page; equal material gives equal pages in the same order."""
    yield from article_pages(material)
    yield home_page(material)
    yield from front_pages(material)
    yield from archive_pages(material)
    yield from directory_pages(material)
    yield from text_pages(material)
    yield not_found_page(material)
