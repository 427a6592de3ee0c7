"""Feeds from articles: which feeds there are, the entry of every article, and the feeds made of entries."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from plugins.feeds.atom import Feed, WrittenEntry, write_entry
from plugins.feeds.feed_header import HEADER, feed_title
from plugins.newsroom.addresses.address_forms import PageRedirect, normal_address
from plugins.newsroom.articles import Publication
from plugins.newsroom.site_pages import FRONTS_WITH_FEED, pages_of
from plugins.newsroom.spaces import ARTICLE, AUTHOR, BODY, CATEGORY, TAG
from plugins.newsroom.urls import absolute_url, feed_url, output_path
from plugins.stet.facts import View
from plugins.stet.outputs import Output
from plugins.stet.space import Space

COPY = "former feed"
"""Kind of the files at the former addresses of feeds."""

ENTRY = Space[WrittenEntry]("feed entry")
"""The entry of each article, by slug."""


def plan_feeds(publication: Publication, size: int) -> Iterator[Output]:
    """Yield the feed of everything and those of all fronts, of the newest `size` articles each.

    Drafts and embargoed articles are in no feed, the preview's included, but their tags' fronts have one. What is over
    leaves them. What is retracted stays for its reason to reach those who have the text in their feed readers.
    """
    former = _former_feeds(publication.redirects)
    for page in pages_of(publication):
        if page.kind in FRONTS_WITH_FEED:
            public = islice((line.slug for line in page.articles if line.is_public and not line.is_over), size)
            path, spec = output_path(feed_url(page.url)), (page.kind, page.slug, tuple(public))
            yield Output(path, "feed", spec)
            for address in former.get(page.url, ()):
                yield Output(address, COPY, (path, *spec))


def _former_feeds(redirects: Sequence[PageRedirect]) -> Mapping[str, list[str]]:
    """Return the files at which the feed of a front was, by the front's address: readers of feeds follow no page."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    addresses = {redirect.address for redirect in redirects}
    for redirect in redirects:
        feed = feed_url(redirect.address)
        if redirect.is_of_feed:
            found[redirect.target.removesuffix(feed_url(""))].append(redirect.path)
        elif redirect.address.endswith("/") and normal_address(feed) not in addresses:
            found[redirect.target].append(output_path(feed))
    return found


def make_feed(view: View, output: Output) -> Feed:
    """Return the feed of a front: its kind, its slug, and the slugs of the articles in it, newest first."""
    kind, slug, articles = output.spec
    header = view.read(HEADER)
    title, subtitle = _titles(view, kind, slug)
    url = absolute_url(header.url, f"/{output.path}")
    return Feed(
        path=output.path,
        title=header.two_titles.format(first=title, second=header.name) if title else header.name,
        subtitle=subtitle,
        lang=header.lang,
        url=url,
        front_url=url.removesuffix(feed_url("")),
        entries=tuple(view.read(ENTRY, each) for each in articles),
    )


def make_former_feed(view: View, output: Output) -> Feed:
    """Return the feed that has moved, as it is at its new path: the first of the arguments."""
    path, *spec = output.spec
    return make_feed(view, Output(path, output.kind, tuple(spec)))


def make_feed_entry(view: View, slug: str) -> WrittenEntry:
    header, article = view.read(HEADER), view.read(ARTICLE, slug)
    return write_entry(header.url, article, view.read(BODY, slug), header.lang, feed_title(header, article))


def _titles(view: View, kind: str, slug: str) -> tuple[str, str]:
    """Return title and subtitle of the front that a feed follows; the home front's title is empty."""
    match kind:
        case "home":
            return "", view.read(HEADER).tagline
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
