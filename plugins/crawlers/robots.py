"""`robots.txt` (RFC 9309): groups of rules for crawlers by name, and the index of sitemaps.

Every crawler that obeys it has a name. So there are no signals by purpose (Content-Signal), which few crawlers read and
some checkers count as mistakes.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from plugins.crawlers.known_crawlers import KNOWN_CRAWLERS
from plugins.crawlers.settings import CrawlersSettings
from plugins.newsroom.urls import absolute_url, site_prefix

ROBOTS_PATH = "robots.txt"
SITEMAP_LINE = re.compile(r"^\s*sitemap\s*:", re.IGNORECASE | re.MULTILINE)
_ALL = "*"


def robots_txt(settings: CrawlersSettings, site_url: str, sitemap: str) -> str:
    """Return the file; `sitemap` is the path of the index, empty where there is none."""
    prefix = site_prefix(site_url)
    paths = [f"Disallow: {prefix}{path}" for path in settings.disallow] or ["Disallow:"]
    refused, allowed = _named(settings)
    closed = [f"Disallow: {prefix}/"]  # the host may have others' pages beside the publication
    parts = [_group(refused, closed)] if refused else []
    parts += [_group(allowed, paths)] if allowed else []
    parts.append(_group([_ALL], closed if _is_closed(settings) else paths))
    if sitemap:
        parts.append([f"Sitemap: {absolute_url(site_url, sitemap)}"])
    if prefix:
        parts.insert(0, list(_elsewhere(site_url, prefix)))
    return "\n\n".join("\n".join(part) for part in parts) + "\n"


def _named(settings: CrawlersSettings) -> tuple[list[str], list[str]]:
    """Return the names of crawlers that may read nothing, and of those that need a rule to read; each in order."""
    purposes = {"search": settings.search, "ai_search": settings.ai_search, "ai_training": settings.ai_training}
    own = {name.lower(): may for name, may in settings.agents.items()}
    known = {crawler.name.lower() for crawler in KNOWN_CRAWLERS}
    others = [name for name in settings.agents if name != _ALL and name.lower() not in known]
    may_read = {crawler.name: own.get(crawler.name.lower(), purposes[crawler.purpose]) for crawler in KNOWN_CRAWLERS}
    may_read |= {name: settings.agents[name] for name in others}
    if _is_closed(settings):
        return [], [name for name in may_read if own.get(name.lower(), False)]
    refused = [name for name, may in may_read.items() if not may]
    beginnings = tuple(name.lower() for name in refused)
    # Some readers take a rule for `Applebot` for one of `Applebot-Extended` too, unless that has one of its own.
    return refused, [name for name, may in may_read.items() if may and name.lower().startswith(beginnings)]


def _is_closed(settings: CrawlersSettings) -> bool:
    """Tell if nobody may read it but those that the settings name."""
    return not settings.agents.get(_ALL, True)


def _group(names: Iterable[str], rules: Sequence[str]) -> list[str]:
    return [*(f"User-agent: {name}" for name in names), *rules]


def _elsewhere(site_url: str, prefix: str) -> Iterator[str]:
    host = site_url.rstrip("/").removesuffix(prefix)
    yield f"# Crawlers ask for {host}/{ROBOTS_PATH} alone: these rules count when they stand there."
