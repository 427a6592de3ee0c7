"""The kinds of pages: the function that makes the model of each, and the template that prints it."""

from collections.abc import Callable, Mapping
from functools import cache
from importlib import import_module

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
from plugins.pages.material import Material
from plugins.stet.facts import View
from plugins.stet.outputs import Kind, Output

_MAKERS: Mapping[str, tuple[str, type[Page]]] = {
    "article": ("article_page.article_page", ArticlePage),
    "home": ("home_page.home_page", HomePage),
    "language": ("front_pages.language_page", LanguagePage),
    "category": ("front_pages.category_page", CategoryPage),
    "tag": ("front_pages.tag_page", TagPage),
    "author": ("front_pages.author_page", AuthorPage),
    "coverage": ("coverage_page.coverage_page", CoveragePage),
    "agenda": ("agenda_page.agenda_page", AgendaPage),
    "archive": ("archive_pages.archive_page", ArchivePage),
    "month": ("archive_pages.month_page", MonthPage),
    "tags": ("other_pages.tags_page", DirectoryPage),
    "authors": ("other_pages.authors_page", DirectoryPage),
    "text page": ("other_pages.text_page", TextPageModel),
    "404": ("other_pages.not_found_page", NotFoundPage),
}
"""Function that makes the model of a page from its spec, by module and name, and the class of the model; by the kind.

Modules are loaded with the first page of their kind: a build in which nothing has changed makes none.
"""


def page_kinds(*, has_coverage: bool, has_agenda: bool) -> dict[str, Kind]:
    """Return all kinds of pages as the engine takes them.

    Only a preview has an `agenda`, and only one with related articles `coverage`.
    """
    left_out = {name for name, is_there in (("coverage", has_coverage), ("agenda", has_agenda)) if not is_there}
    return {
        name: Kind(make=_maker(place), renderer=THEME, template=model.template)
        for name, (place, model) in _MAKERS.items()
        if name not in left_out
    }


def _maker(place: str) -> Callable[[View, Output], Page]:
    module, _, name = place.partition(".")

    @cache
    def make() -> Callable[..., Page]:
        found: Callable[..., Page] = getattr(import_module(f"plugins.pages.{module}"), name)
        return found

    return lambda view, output: make()(Material(view), *output.spec)
