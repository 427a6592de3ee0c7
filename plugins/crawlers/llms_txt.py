"""`llms.txt` (llmstxt.org): the publication in one page of Markdown, with links to the newest articles as Markdown."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from plugins.newsroom.articles import Publication
from plugins.newsroom.language.site_languages import SiteLanguage, declared_language
from plugins.newsroom.spaces import ARTICLE, CATEGORY, TEXT_PAGE, WORDS
from plugins.newsroom.urls import ARCHIVE_URL, absolute_url, category_url, text_page_url
from plugins.stet.facts import View

LLMS_PATH = "llms.txt"
MOST_LISTED = 100
"""Articles that it names; the file is read whole. Judgement."""
_SPECIAL = re.compile(r"([\\`*_\[\]<>#])")


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicationNames:
    """The publication, as `llms.txt` names it."""

    name: str
    tagline: str
    site_url: str
    languages: tuple[SiteLanguage, ...] = ()
    """Those that have words of their own."""


def twin_url(article_url: str) -> str:
    """Return the address of an article as Markdown."""
    return f"{article_url}index.md"


def llms_spec(publication: Publication) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """Return the slugs of the newest articles that readers are led to, of categories and of pages."""
    articles = [line.slug for line in publication.articles if line.is_offered][:MOST_LISTED]
    pages = tuple(page.slug for page in publication.text_pages if not page.is_draft)
    return tuple(articles), tuple(category.slug for category in publication.categories), pages


def llms_txt(view: View, names: PublicationNames, spec: tuple[tuple[str, ...], ...]) -> str:
    """Return the file."""
    articles, categories, pages = spec
    parts = [f"# {_escaped(names.name)}\n"]
    if names.tagline:
        parts.append(f"> {_escaped(names.tagline)}\n")
    parts += _section("Articles", (_article(view, names, slug) for slug in articles))
    parts += _section("Sections", _categories(view, names, categories))
    parts += _section("About", _pages(view, names, pages))
    parts += _section(
        "Optional", [_line("Archive", absolute_url(names.site_url, ARCHIVE_URL), "all articles by month")]
    )
    return "\n".join(parts)


def _article(view: View, names: PublicationNames, slug: str) -> str:
    article = view.read(ARTICLE, slug)
    said = f"{article.sponsor.label}. " if article.sponsor else ""
    if article.fields.sample:
        said += f"{view.read(WORDS, declared_language(article.lang, names.languages)).sample}. "
    return _line(article.title, absolute_url(names.site_url, twin_url(article.url)), said + article.summary)


def _categories(view: View, names: PublicationNames, slugs: Iterable[str]) -> Iterator[str]:
    for slug in slugs:
        category = view.read(CATEGORY, slug)
        yield _line(category.name, absolute_url(names.site_url, category_url(slug)), category.summary)


def _pages(view: View, names: PublicationNames, slugs: Iterable[str]) -> Iterator[str]:
    for slug in slugs:
        page = view.read(TEXT_PAGE, slug)
        yield _line(page.title, absolute_url(names.site_url, text_page_url(slug)), page.summary)


def _section(heading: str, lines: Iterable[str]) -> list[str]:
    """Return a section; nothing for one without a line."""
    found = [*lines]
    return [f"## {heading}\n", *found, ""] if found else []


def _line(name: str, url: str, said: str) -> str:
    return f"- [{_escaped(name)}]({url})" + (f": {_escaped(said)}" if said.strip() else "")


def _escaped(text: str) -> str:
    """Return a text in one line, without anything that Markdown would take for markup."""
    return _SPECIAL.sub(r"\\\1", " ".join(text.split()))
