"""Which feeds there are, and which articles stand in each: told from listed articles alone."""

from collections import defaultdict
from collections.abc import Iterator

from plugins.newsroom.articles import Publication
from plugins.newsroom.listed_articles import ListedArticle
from plugins.newsroom.urls import author_url, category_url, feed_url, output_path, tag_url
from plugins.stet.outputs import Output


def plan_feeds(desk: Publication, size: int) -> Iterator[Output]:
    """Yield the feed of everything and those of all fronts, of the newest `size` articles each.

    Drafts and embargoed articles are in no feed, the preview's included, but their tags' fronts have one.
    """
    lists: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for line in desk.articles:
        for front in _fronts(line):
            found = lists[front]
            if line.is_public and len(found) < size:
                found.append(line.slug)
    yield _feed("/", "home", "", lists)
    for category in desk.categories:
        yield _feed(category_url(category.slug), "category", category.slug, lists)
    for author in desk.authors:
        yield _feed(author_url(author.slug), "author", author.slug, lists)
    for tag in desk.tags:
        if ("tag", tag.slug) in lists:
            yield _feed(tag_url(tag.slug), "tag", tag.slug, lists)


def _fronts(line: ListedArticle) -> Iterator[tuple[str, str]]:
    """Yield kind and slug of the fronts that show an article."""
    yield "home", ""
    yield "category", line.category
    yield from (("tag", tag) for tag in line.tags)
    yield from (("author", author) for author in line.authors)


def _feed(front_url: str, kind: str, slug: str, lists: defaultdict[tuple[str, str], list[str]]) -> Output:
    return Output(output_path(feed_url(front_url)), "feed", (kind, slug, tuple(lists.get((kind, slug), ()))))
