"""The kinds of pages: the function that makes the model of each, and the template that prints it."""

from collections.abc import Callable, Mapping

from plugins.newsroom.page_models import (
    THEME,
    AgendaPage,
    ArchivePage,
    ArticlePage,
    AuthorPage,
    CategoryPage,
    CoveragePage,
    DirectoryPage,
    HomePage,
    LanguagePage,
    MonthPage,
    NotFoundPage,
    Page,
    TagPage,
    TextPageModel,
)
from plugins.pages.agenda_page import agenda_page
from plugins.pages.archive_pages import archive_page, month_page
from plugins.pages.article_page import article_page
from plugins.pages.coverage_page import coverage_page
from plugins.pages.front_pages import author_page, category_page, language_page, tag_page
from plugins.pages.home_page import home_page
from plugins.pages.material import Material
from plugins.pages.other_pages import authors_page, not_found_page, tags_page, text_page
from plugins.stet.facts import View
from plugins.stet.outputs import Kind, Output

_MAKERS: Mapping[str, tuple[Callable[..., Page], type[Page]]] = {
    "article": (article_page, ArticlePage),
    "home": (home_page, HomePage),
    "language": (language_page, LanguagePage),
    "category": (category_page, CategoryPage),
    "tag": (tag_page, TagPage),
    "author": (author_page, AuthorPage),
    "coverage": (coverage_page, CoveragePage),
    "agenda": (agenda_page, AgendaPage),
    "archive": (archive_page, ArchivePage),
    "month": (month_page, MonthPage),
    "tags": (tags_page, DirectoryPage),
    "authors": (authors_page, DirectoryPage),
    "text page": (text_page, TextPageModel),
    "404": (not_found_page, NotFoundPage),
}
"""Function that makes the model of a page from its spec, and the class of the model; by the kind of the page."""


def page_kinds(*, has_coverage: bool, has_agenda: bool) -> dict[str, Kind]:
    """Return all kinds of pages as the engine takes them.

    Only a preview has an `agenda`, and only one with related articles `coverage`.
    """
    left_out = {name for name, is_there in (("coverage", has_coverage), ("agenda", has_agenda)) if not is_there}
    return {
        name: Kind(make=_maker(make), renderer=THEME, template=model.template)
        for name, (make, model) in _MAKERS.items()
        if name not in left_out
    }


def _maker(make: Callable[..., Page]) -> Callable[[View, Output], Page]:
    return lambda view, output: make(Material(view), *output.spec)
