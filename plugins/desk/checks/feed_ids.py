"""Feed ids: no two articles that feed readers would take for one."""

from collections import defaultdict
from collections.abc import Iterator

from plugins.desk.files.content_index import ContentIndex
from plugins.desk.files.entry import Entry
from plugins.newsroom.problems import Problem, shortened


def check_feed_ids(index: ContentIndex) -> Iterator[Problem]:
    """Find articles that feed readers know by one address.

    Two that have it by an alias, or one that lives there, are found among the aliases.
    """
    found: defaultdict[str, list[Entry]] = defaultdict(list)
    for article in index.public_first("articles"):
        if feed_id := index.former.feed_id(article):
            found[feed_id].append(article)
    for feed_id, articles in found.items():
        page = index.pages.get(feed_id)
        if page and page.kind == "article" and index.former.feed_id(owner := page.articles[0].entry) is None:
            articles.append(owner)
        if len(articles) > 1 and any(article.feed_id for article in articles):
            for article in articles:
                other = next(each for each in articles if each is not article)
                what = f"feed readers know it as {shortened(feed_id)!r}, and {index.path_of(other.source)} too"
                remedy = f"write 'id: {_free_id(feed_id)}' into the one that was published last"
                place = article.at.id if article.feed_id else article.at.slug
                yield index.problem(article, place, what, remedy, has_rendering=True)


def _free_id(feed_id: str) -> str:
    """Return an id that no article has, like one of those that others have."""
    return f"{feed_id}2/" if feed_id.endswith("/") else f"{feed_id}-2"
