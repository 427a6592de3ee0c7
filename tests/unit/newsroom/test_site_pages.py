from collections.abc import Iterable

import pytest

from plugins.newsroom.listed_articles import ListedArticle
from plugins.newsroom.site_pages import (
    ALWAYS,
    SitePage,
    find_page,
    numbered_pages,
    pages_of,
    reserved_slugs,
)
from tests.values import MEDIA, article, publication, text_page

Page = SitePage[ListedArticle]


def pages(*articles: object, **changes: object) -> dict[str, Page]:
    return {page.url: page for page in pages_of(publication(*articles, **changes))}


def slugs(articles: Iterable[ListedArticle]) -> list[str]:
    return [each.slug for each in articles]


def test_every_page_has_its_kind_and_its_articles() -> None:
    one, two = article("one", date="2023-11-02T09:00"), article("two", date="2023-10-01T09:00", category=MEDIA, tags=())

    found = pages(one, two, text_pages=(text_page(),))

    assert {url: (page.kind, slugs(page.articles)) for url, page in found.items()} == {
        "/2023/11/one/": ("article", ["one"]),
        "/2023/10/two/": ("article", ["two"]),
        "/": ("home", ["one", "two"]),
        "/social/": ("category", ["one"]),
        "/media/": ("category", ["two"]),
        "/tags/video/": ("tag", ["one"]),
        "/authors/ari/": ("author", []),
        "/authors/mei/": ("author", ["one", "two"]),
        "/archive/": ("archive", ["one", "two"]),
        "/archive/2023/11/": ("month", ["one"]),
        "/archive/2023/10/": ("month", ["two"]),
        "/tags/": ("tags", []),
        "/authors/": ("authors", []),
        "/about/": ("text page", []),
        "/404.html": ("404", ["one", "two"]),
    }


def test_a_tag_that_no_article_carries_has_no_page() -> None:
    assert "/tags/video/" not in pages(article(tags=()))


def test_only_the_preview_has_pages_for_editors() -> None:
    assert pages(shows_drafts=True).keys() - pages().keys() == {"/coverage/", "/coverage/agenda/"}


def test_a_page_of_articles_is_public_with_the_first_of_them() -> None:
    early, late = article("early", date="2023-11-01T09:00"), article("late", date="2023-11-02T09:00")

    found = pages(late, early, article("draft", date="2023-12-01T09:00", is_draft=True))

    assert found["/archive/2023/11/"].public_from == early.date.timestamp()
    assert found["/2023/11/late/"].public_from == late.date.timestamp()
    assert found["/archive/2023/12/"].public_from is None
    assert found["/authors/ari/"].public_from == ALWAYS


@pytest.mark.parametrize(
    ("articles", "expected"),
    [
        (0, [("/social/", 1, 1, 0)]),
        (2, [("/social/", 1, 1, 2)]),
        (3, [("/social/", 1, 2, 2), ("/social/page/2/", 2, 2, 1)]),
    ],
)
def test_a_front_has_as_many_pages_as_its_articles_fill(
    articles: int, expected: list[tuple[str, int, int, int]]
) -> None:
    front = pages(*(article(f"a{number}") for number in range(articles)))["/social/"]

    found = [(page.url, page.number, page.last, len(page.articles)) for page in numbered_pages(front, 2)]

    assert found == expected


@pytest.mark.parametrize(
    ("path", "url"),
    [
        ("/about/", "/about/"),
        ("/social/page/2/", "/social/"),
        ("/tags/video/feed.xml", "/tags/video/"),
        ("/tags/video/podcast.xml", "/tags/video/"),
        ("/authors/ari/podcast.xml", None),
        ("/podcast.xml", None),
        ("/feed.xml", "/"),
        ("/rss.xml", "/"),
        ("/feed.json", "/"),
        ("/page/2/", None),
        ("/about/feed.xml", None),
        ("/about/page/2/", None),
        ("/social/page/2/feed.xml", None),
    ],
)
def test_feeds_and_further_pages_belong_to_their_front(path: str, url: str | None) -> None:
    found = pages(article(), text_pages=(text_page(),))

    assert find_page(found.get, path) == (found[url] if url else None)


def test_slugs_are_reserved_for_everything_that_the_publication_has_itself() -> None:
    assert reserved_slugs() == {
        "404", "archive", "assets", "authors", "coverage", "embeds", "feeds",
        "files", "page", "patterns", "pictures", "tags",
    }  # fmt: skip
