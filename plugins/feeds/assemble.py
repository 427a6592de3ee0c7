"""Feeds made of written entries, and the entries of articles in each format."""

from collections.abc import Callable, Iterable, Mapping
from functools import partial

from plugins.feeds.atom import atom, write_atom_entry
from plugins.feeds.feed_entry import FEED_ENTRY, FeedEntry
from plugins.feeds.feed_header import HEADER
from plugins.feeds.json_feed import json_feed, write_json_entry
from plugins.feeds.plan_feeds import FEED, FeedSpec
from plugins.feeds.rss import rss, write_rss_entry
from plugins.feeds.written_feed import Feed, FeedLinks, WrittenEntry
from plugins.newsroom.spaces import AUTHOR, CATEGORY, TAG, WORDS
from plugins.newsroom.syndication.feed_formats import FeedFormat
from plugins.newsroom.urls import absolute_url, feed_url
from plugins.stet.facts import View
from plugins.stet.outputs import Output
from plugins.stet.space import Space

WRITTEN: Mapping[FeedFormat, Space[WrittenEntry]] = {
    "atom": Space("Atom entry"),
    "rss": Space("RSS entry"),
    "json": Space("JSON entry"),
}
"""The entry of each article as it is written in a format, by slug."""

_ENTRY_WRITERS: Mapping[FeedFormat, Callable[[FeedEntry], WrittenEntry]] = {
    "atom": write_atom_entry,
    "rss": write_rss_entry,
    "json": write_json_entry,
}
_WRITERS: Mapping[FeedFormat, Callable[[Feed], bytes]] = {"atom": atom, "rss": rss, "json": json_feed}


class FeedRenderer:
    """Writes feeds for the engine."""

    def version(self, template: str) -> bytes:
        """Return a constant: feeds depend on nothing but their model and this code."""
        return b"feed"

    def prepare(self, templates: Iterable[str]) -> None:
        """Do nothing: there are no templates."""

    def render(self, model: Feed) -> bytes:
        return _WRITERS[model.format](model)


def entry_loaders() -> Mapping[FeedFormat, Callable[[View, str], WrittenEntry]]:
    """Return the functions that write the entry of an article, by format."""

    def write(form: FeedFormat, view: View, slug: str) -> WrittenEntry:
        return _ENTRY_WRITERS[form](view.read(FEED_ENTRY, slug))

    return {form: partial(write, form) for form in WRITTEN}


def make_feed(view: View, output: Output) -> Feed:
    """Return the feed of a front, or an archive of it, by its `FeedSpec`."""
    spec = FeedSpec._make(output.spec)
    header = view.read(HEADER)
    title, subtitle = _titles(view, spec.kind, spec.front)
    language = next((each for each in header.languages if spec.kind == "language" and each.slug == spec.front), None)
    url = absolute_url(header.url, f"/{output.path}")
    front_url = url.removesuffix(feed_url("", spec.form, spec.archive))
    return Feed(
        path=output.path,
        format=spec.form,
        title=header.two_titles.format(first=title, second=header.name) if title else header.name,
        subtitle=subtitle,
        lang=language.lang if language else header.lang,
        url=url,
        front_url=front_url,
        icon=header.icon,
        logo=header.logo,
        hub="" if spec.archive else header.hub,
        stylesheet=header.stylesheet,
        links=FeedLinks(
            current=feed_url(front_url, spec.form) if spec.archive else "",
            older=feed_url(front_url, spec.form, spec.older) if spec.older else "",
            newer=feed_url(front_url, spec.form, spec.newer) if spec.newer else "",
        ),
        entries=tuple(view.read(WRITTEN[spec.form], each) for each in spec.articles),
    )


def make_former_feed(view: View, output: Output) -> Feed:
    """Return the feed that has moved, as it is at its new path: the first of the arguments."""
    path, *spec = output.spec
    return make_feed(view, Output(path, FEED, tuple(spec)))


def _titles(view: View, kind: str, slug: str) -> tuple[str, str]:
    """Return title and subtitle of the front that a feed follows; the home front's title is empty."""
    match kind:
        case "home":
            return "", view.read(HEADER).tagline
        case "language":
            language = next(each for each in view.read(HEADER).languages if each.slug == slug)
            return str(view.read(WORDS, language.lang).language), language.tagline
        case "category":
            category = view.read(CATEGORY, slug)
            return category.name, category.summary
        case "author":
            author = view.read(AUTHOR, slug)
            return author.name, author.role
        case "tag":
            tag = view.read(TAG, slug)
            return tag.name, tag.summary
    raise LookupError(f"plugins/feeds/assemble.py has no title for the feeds of {kind!r}")
