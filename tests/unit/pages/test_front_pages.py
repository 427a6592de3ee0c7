from dataclasses import replace

import pytest

from plugins.newsroom.page_parts import Link
from plugins.newsroom.syndication.podcast import Podcast
from plugins.pages.front_pages import author_page, category_page, pagination, tag_page
from tests.values import ARI, VIDEO, article, material, paragraphs, publication

ARTICLES = [article(f"a{day}", date=f"2023-11-0{day}T09:00") for day in (3, 2, 1)]


def test_the_newest_article_leads_the_first_page_only() -> None:
    whole = material(*ARTICLES)

    first, second = category_page(whole, "social", 1, 2, ("a3", "a2")), category_page(whole, "social", 2, 2, ("a1",))

    assert [page.path for page in (first, second)] == ["social/index.html", "social/page/2/index.html"]
    assert [page.lead.title if page.lead else None for page in (first, second)] == ["A3", None]
    assert [[card.title for card in page.cards] for page in (first, second)] == [["A2"], ["A1"]]


def test_a_later_page_says_its_number_in_the_head_only() -> None:
    page = category_page(material(*ARTICLES), "social", 2, 2, ("a1",))

    assert (page.title, page.head.title) == ("Social", "Social, page 2 | The Test")


def test_a_front_without_articles_has_neither_lead_nor_list() -> None:
    page = author_page(material(), "ari", 1, 1, ())

    assert (page.path, page.title, page.lead, page.cards) == ("authors/ari/index.html", "Ari Wibowo", None, ())


def test_an_author_without_a_role_is_described_by_the_name_alone() -> None:
    with_role = author_page(material(), "ari", 1, 1, ())
    without = author_page(material(of=publication(authors=(replace(ARI, role=""),))), "ari", 1, 1, ())

    assert with_role.head.description == "Ari Wibowo, Writer: articles in The Test."
    assert (without.head.description, without.role) == ("Ari Wibowo: articles in The Test.", "")


def test_a_front_has_its_own_feed() -> None:
    page = category_page(material(), "social", 1, 1, ())

    assert [feed.url for feed in page.head.feeds] == ["/social/feed.xml", "/feed.xml", "/rss.xml", "/feed.json"]


def test_a_tag_that_nobody_wrote_about_is_introduced_all_the_same() -> None:
    page = tag_page(material(*ARTICLES), "video", 1, 1, ("a3",))

    assert page.introduction_html == "<p>Everything that The Test has published on Video.</p>"


def test_a_tag_is_introduced_in_its_own_words() -> None:
    own = replace(VIDEO, summary="Moving pictures.", introduction_html=paragraphs("All that moves.")[0])

    page = tag_page(material(*ARTICLES, of=publication(tags=(own,))), "video", 1, 1, ("a3",))

    assert (page.introduction_html, page.head.description) == ("<p>All that moves.</p>", "Moving pictures.")


@pytest.mark.parametrize(
    ("number", "count", "numbers"),
    [
        (1, 1, [1]),
        (1, 2, [1, 2]),
        (1, 9, [1, 2, None, 9]),
        (5, 9, [1, None, 4, 5, 6, None, 9]),
        (9, 9, [1, None, 8, 9]),
        (2, 4, [1, 2, 3, 4]),
    ],
)
def test_the_pages_around_the_current_one_are_linked(number: int, count: int, numbers: list[int | None]) -> None:
    pages = pagination("/social/", number, count).pages

    assert [page and page.number for page in pages] == numbers


def test_the_ends_of_a_front_lead_nowhere_further() -> None:
    first, last = pagination("/social/", 1, 2), pagination("/social/", 2, 2)

    assert (first.newer, first.older, last.newer, last.older) == (None, "/social/page/2/", "/social/", None)


def test_a_front_links_its_podcast_for_people_and_for_programs() -> None:
    podcast = Podcast(
        title="The rate card",
        author="",
        email="desk@kabar.example",
        category="Business",
        subcategory="",
        is_explicit=False,
        order="episodic",
        link="",
        image="",
    )
    of = publication(tags=(replace(VIDEO, podcast=podcast),))

    page, bare = (tag_page(material(of=each), "video", 1, 1, ()) for each in (of, publication()))

    link = Link(text="The rate card podcast", url="/tags/video/podcast.xml")
    assert (page.podcast, page.head.podcast) == (link, link)
    assert (bare.podcast, bare.head.podcast) == (None, None)
