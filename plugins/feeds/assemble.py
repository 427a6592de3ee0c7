"""Feeds made of written entries, and the entries of articles in each format."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import partial

from markupsafe import Markup

from plugins.feeds.atom import atom, write_atom_entry
from plugins.feeds.feed_entry import FEED_ENTRY, FeedEntry
from plugins.feeds.feed_header import HEADER
from plugins.feeds.json_feed import json_feed, write_json_entry
from plugins.feeds.plan_feeds import FEED, PARTNER, FeedSpec
from plugins.feeds.rss import rss, write_rss_entry
from plugins.feeds.settings import FeedText
from plugins.feeds.written_feed import Feed, FeedLinks, WrittenEntry
from plugins.newsroom.spaces import AUTHOR, CATEGORY, TAG, WORDS
from plugins.newsroom.syndication.feed_formats import FeedFormat
from plugins.newsroom.urls import absolute_url, feed_url
from plugins.stet.facts import View
from plugins.stet.offers import Offers
from plugins.stet.outputs import Output
from plugins.stet.space import Space

WRITTEN: Mapping[FeedFormat, Space[WrittenEntry]] = {
    "atom": Space("Atom entry"),
    "rss": Space("RSS entry"),
    "json": Space("JSON entry"),
}
"""The entry of each article as it is written in a format, by slug."""
SUMMARISED: Mapping[FeedFormat, Space[WrittenEntry]] = {
    form: Space(f"{space.name} without text") for form, space in WRITTEN.items()
}
"""The same with the summary alone."""

PARTNER_BYTES = 1_990_000
"""Bytes of entries in the feed of a partner: Google News reads 2 MB (support.google.com/news/publisher-center)."""

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


def offer_entries(offers: Offers, keep: int) -> None:
    """Offer the entries of articles as they are written, of which `keep` stay in memory."""
    for form in WRITTEN:
        offers.offer_values(WRITTEN[form], partial(_write_entry, form, "full"), keep=keep)
        offers.offer_values(SUMMARISED[form], partial(_write_entry, form, "summary"), keep=keep)


def _write_entry(form: FeedFormat, text: FeedText, view: View, slug: str) -> WrittenEntry:
    entry = view.read(FEED_ENTRY, slug)
    return _ENTRY_WRITERS[form](entry if text == "full" else replace(entry, html=Markup(), text_images=()))


def make_feed(view: View, output: Output) -> Feed:
    """Return the feed of a front, or an archive of it, by its `FeedSpec`."""
    spec = FeedSpec._make(output.spec)
    header = view.read(HEADER)
    title, subtitle = _titles(view, spec.kind, spec.front)
    language = next((each for each in header.languages if spec.kind == "language" and each.slug == spec.front), None)
    two_titles = view.read(WORDS, language.lang).two_titles if language else header.two_titles
    url = absolute_url(header.url, f"/{output.path}")
    is_partner = spec.kind == PARTNER
    front_url = f"{header.url}/" if is_partner else url.removesuffix(feed_url("", spec.form, spec.archive))
    written = WRITTEN if spec.text == "full" else SUMMARISED
    entries = (view.read(written[spec.form], each) for each in spec.articles)
    return Feed(
        path=output.path,
        format=spec.form,
        title=two_titles.format(first=title, second=header.name) if title else header.name,
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
        entries=tuple(_within(entries, PARTNER_BYTES) if is_partner else entries),
    )


def make_former_feed(view: View, output: Output) -> Feed:
    """Return the feed that has moved, as it is at its new path: the first of the arguments."""
    path, *spec = output.spec
    return make_feed(view, Output(path, FEED, tuple(spec)))


def _within(entries: Iterable[WrittenEntry], limit: int) -> Iterator[WrittenEntry]:
    """Yield the first entries that have no more than `limit` bytes together."""
    for entry in entries:
        limit -= len(entry.data)
        if limit < 0:
            return
        yield entry


def _titles(view: View, kind: str, slug: str) -> tuple[str, str]:
    """Return title and subtitle of the front that a feed follows; the home front's title is empty."""
    match kind:
        case "home" | "partner":
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
