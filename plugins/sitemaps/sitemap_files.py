"""Sitemaps as values: all that their files say, every address in full and as sitemaps write it."""

from dataclasses import dataclass
from typing import NamedTuple
from urllib.parse import quote

from plugins.newsroom.urls import SITEMAP_URL

INDEX_PATH = SITEMAP_URL[1:]
NEWS_PATH = "sitemaps/news.xml"
_LEFT = "/%:@!$&'()*+,;=~-._?#"
"""Characters that an address may have as they are."""


class SitemapVersion(NamedTuple):
    """The address of a page in a language, or `x-default`."""

    lang: str
    url: str


class SitemapUrl(NamedTuple):
    """One page."""

    url: str
    changed: str
    """Date and time in ISO 8601; empty where nobody knows it."""
    pictures: tuple[str, ...] = ()
    versions: tuple[SitemapVersion, ...] = ()
    """All versions of the page, itself among them; nothing where there is only one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sitemap:
    """A list of pages."""

    urls: tuple[SitemapUrl, ...]


class NewsItem(NamedTuple):
    """An article of the last two days."""

    url: str
    name: str
    lang: str
    """As `news_language` has it."""
    published: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NewsSitemap:
    """The articles of the last two days, newest first."""

    items: tuple[NewsItem, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SitemapIndex:
    """The list of all sitemaps, each with its newest change."""

    sitemaps: tuple[SitemapUrl, ...]


AnySitemap = Sitemap | NewsSitemap | SitemapIndex


def sitemap_address(address: str) -> str:
    """Return a full address with every character escaped that an address may not have as it is."""
    return quote(address, safe=_LEFT)


def news_language(lang: str) -> str:
    """Return a language as Google News has it: two or three letters, but for Chinese `zh-cn` and `zh-tw`."""
    language, *subtags = lang.lower().split("-")
    if language != "zh":
        return language
    return "zh-tw" if {"hant", "tw", "hk", "mo"}.intersection(subtags) else "zh-cn"
