"""The addresses that the publication has, each with the time that it is public from."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from plugins.desk.documents import Document, Folder
from plugins.desk.schema import ArticleFields, Fields
from plugins.desk.slugs import slugify
from plugins.newsroom import urls

_NUMBERED = re.compile(r"page/\d+/$")
_FILES = ("/pictures/", urls.asset_url(""))
"""Folders of files whose names change with their content or that belong to the theme."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """One address of the publication."""

    document: Document[Fields] | None
    """The file that is shown there, where it is a single one."""
    public_from: datetime | None
    """For a list: when the first of its articles is public; None while all are drafts."""
    is_front: bool = False
    """Whether it has a feed, and as many pages as it needs."""


def article_date(fields: ArticleFields, now: datetime) -> datetime:
    """Return when an article was or will be published; a draft without a date counts as of today."""
    return fields.published or now.replace(hour=0, minute=0, second=0, microsecond=0)


def url_of(document: Document[Fields], now: datetime) -> str:
    """Return the root-relative URL, without prefix, of a document that has a page of its own."""
    if isinstance(document.fields, ArticleFields):
        return urls.article_url(article_date(document.fields, now), document.slug)
    makers = {"pages": urls.text_page_url, "authors": urls.author_url, "categories": urls.category_url}
    return makers[document.kind](document.slug)


def is_file(path: str) -> bool:
    """Whether a path is that of a picture or of a file of the theme, which is left alone."""
    return path.startswith(_FILES)


def find_address(addresses: Mapping[str, Address], path: str) -> Address | None:
    """Return the address that `path`, root-relative and without prefix, leads to."""
    if path in addresses:
        return addresses[path]
    front = addresses.get(_NUMBERED.sub("", path)) or addresses.get(path.removesuffix(urls.feed_url("")))
    return front if front and front.is_front else None


def addresses_of(folder: Folder, now: datetime) -> dict[str, Address]:
    """Return all addresses but those of files, and of feeds and further pages of fronts: `find_address` adds these."""
    found = {url: Address(document=None, public_from=now) for url in _fixed_urls()}
    for document in folder.documents:
        if document.kind in ("pages", "authors", "categories"):
            is_front = document.kind != "pages"
            found[url_of(document, now)] = Address(document=document, public_from=now, is_front=is_front)
    for url, article, fields in _lists(folder, now):
        known, own = found.get(url), fields.public_from
        times = [time for time in (own, known.public_from if known else None) if time]
        is_front = url.startswith(urls.tags_url())
        found[url] = Address(document=None, public_from=min(times, default=None), is_front=is_front)
        found[url_of(article, now)] = Address(document=article, public_from=own)
    return found


def _fixed_urls() -> tuple[str, ...]:
    return ("/", urls.feed_url("/"), urls.archive_url(), urls.tags_url(), urls.authors_url(), "/404.html")


def _lists(folder: Folder, now: datetime) -> Iterator[tuple[str, Document[ArticleFields], ArticleFields]]:
    """Return every article under the address of its month and under those of its tags."""
    for article in folder.articles:
        if article.fields:
            date = article_date(article.fields, now)
            yield urls.month_url(date.year, date.month), article, article.fields
            for tag in article.fields.tags:
                yield urls.tag_url(slugify(tag)), article, article.fields
