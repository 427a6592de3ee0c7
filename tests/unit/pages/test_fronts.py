from plugins.newsroom.pages import AuthorPage, CategoryPage, TagPage
from plugins.pages.fronts import front_pages
from plugins.pages.settings import PagesSettings
from tests.values import ARI, MEDIA, MEI, article, material, story


def test_every_category_and_author_has_a_front_even_without_articles() -> None:
    paths = [page.path for page in front_pages(material(story(article())))]

    assert paths == [
        "social/index.html",
        "media/index.html",
        "tags/video/index.html",
        "authors/ari/index.html",
        "authors/mei/index.html",
    ]


def test_a_tag_that_no_article_carries_has_no_front() -> None:
    pages = list(front_pages(material(story(article(tags=())))))

    assert not [page for page in pages if isinstance(page, TagPage)]


def test_the_newest_article_leads_the_first_page_only() -> None:
    stories = [story(article(f"a{day}", date=f"2023-11-0{day}T09:00")) for day in (5, 4, 3, 2, 1)]

    pages = [
        page
        for page in front_pages(material(*stories, settings=PagesSettings(front_size=2)))
        if isinstance(page, CategoryPage) and page.title == "Social"
    ]

    assert [page.path for page in pages] == [
        "social/index.html",
        "social/page/2/index.html",
        "social/page/3/index.html",
    ]
    assert [page.lead.title if page.lead else None for page in pages] == ["A5", None, None]
    assert [[card.title for card in page.cards] for page in pages] == [["A4"], ["A3", "A2"], ["A1"]]


def test_a_shared_byline_counts_for_each_author() -> None:
    pages = list(front_pages(material(story(article(authors=(MEI, ARI), category=MEDIA)))))

    authors = [page for page in pages if isinstance(page, AuthorPage)]
    assert [page.lead.title if page.lead else None for page in authors] == ["One", "One"]


def test_a_front_has_its_own_feed() -> None:
    page = next(iter(front_pages(material())))

    assert [feed.url for feed in page.head.feeds] == ["/social/feed.xml", "/feed.xml"]
