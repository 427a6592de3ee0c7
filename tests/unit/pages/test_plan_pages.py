from dataclasses import replace
from typing import Any

from plugins.newsroom.addresses.address_forms import PageRedirect
from plugins.newsroom.articles import Article, Publication
from plugins.newsroom.forms.shown_picture import Picture
from plugins.newsroom.language.site_languages import SiteLanguage
from plugins.newsroom.site_pages import pages_of
from plugins.newsroom.urls import output_path
from plugins.pages.plan_pages import plan_pages
from plugins.pages.settings import PagesSettings
from plugins.stet.outputs import Output
from tests.values import ARI, MEDIA, MEI, VIDEO, article, at, listed_article, publication, text_page

RADIO = replace(VIDEO, slug="radio", name="Radio")
PICTURE = Picture(url="/p.webp", width=4, height=3, alt="")


def plan(of: Publication, **settings: Any) -> list[Output]:
    return list(plan_pages(of, PagesSettings(**settings)))


def specs(outputs: list[Output], kind: str) -> list[tuple[Any, ...]]:
    return [output.spec for output in outputs if output.kind == kind]


def a_day_each(count: int, **changes: Any) -> list[Article]:
    """Return articles a1, a2, …, the last one newest."""
    return [article(f"a{day}", date=f"2023-11-0{day}T09:00", **changes) for day in range(1, count + 1)]


def test_every_page_of_the_site_is_planned() -> None:
    whole = publication(article(), text_pages=(text_page(),))

    assert [(output.path, output.kind) for output in plan(whole)] == [
        (output_path(page.url), page.kind) for page in pages_of(whole)
    ]


def test_the_pages_for_editors_have_their_places_in_the_preview_alone() -> None:
    production, preview = (plan(publication(article(), shows_drafts=is_preview)) for is_preview in (False, True))

    assert preview == [
        *production,
        Output("coverage/index.html", "coverage", ()),
        Output("coverage/agenda/index.html", "agenda", ()),
    ]


def test_the_same_publication_gives_the_same_plan() -> None:
    first, second = (plan(publication(*a_day_each(3), text_pages=(text_page(),))) for _ in range(2))

    assert first == second


def test_neighbours_are_the_public_articles_next_in_the_same_category() -> None:
    newest = article("newest", date="2023-11-05T09:00")
    draft = article("draft", date="2023-11-04T09:00", is_draft=True)
    middle = article("middle", date="2023-11-03T09:00")
    other = article("other", date="2023-11-02T09:00", category=MEDIA)
    oldest = article("oldest", date="2023-11-01T09:00")

    found = specs(plan(publication(newest, draft, middle, other, oldest)), "article")

    assert {slug: (older, newer) for slug, older, newer in found} == {
        "newest": ("middle", None),
        "draft": ("middle", "newest"),
        "middle": ("oldest", "newest"),
        "other": (None, None),
        "oldest": (None, "middle"),
    }


def test_a_publication_without_articles_has_its_fronts_all_the_same() -> None:
    outputs = plan(publication())

    assert specs(outputs, "home") == [(None, (), (), ())]
    assert specs(outputs, "category") == [("social", 1, 1, ()), ("media", 1, 1, ())]
    assert specs(outputs, "404") == [((),)]


def test_lead_seconds_and_latest_share_no_article() -> None:
    [(lead, seconds, latest, _)] = specs(plan(publication(*a_day_each(9)), seconds=2, latest=3), "home")

    assert (lead, seconds, latest) == ("a9", ("a8", "a7"), ("a6", "a5", "a4"))


def test_a_band_leaves_out_what_lead_and_seconds_show() -> None:
    [(*_, bands)] = specs(plan(publication(*a_day_each(9)), seconds=2, band_size=3), "home")

    assert bands == (("social", "a6", ("a5", "a4")),)


def test_a_band_is_led_by_its_newest_article_with_a_picture() -> None:
    lead = article("lead", date="2023-11-09T09:00")
    pictured = [article(f"p{day}", date=f"2023-11-0{day}T09:00", category=MEDIA, picture=PICTURE) for day in (1, 2)]
    plain = article("plain", date="2023-11-03T09:00", category=MEDIA)

    [(*_, bands)] = specs(plan(publication(lead, plain, *pictured), seconds=0), "home")

    assert bands == (("media", "p2", ("plain", "p1")),)


def test_a_band_without_pictures_is_led_by_its_newest_article() -> None:
    [(*_, bands)] = specs(plan(publication(*a_day_each(3)), seconds=0), "home")

    assert bands == (("social", "a2", ("a1",)),)


def test_only_what_fits_a_band_can_lead_it() -> None:
    pictured = article("pictured", date="2023-10-01T09:00", picture=PICTURE)

    [(*_, bands)] = specs(plan(publication(*a_day_each(3), pictured), seconds=0, band_size=2), "home")

    assert bands == (("social", "a2", ("a1",)),)


def test_bands_come_in_the_order_of_the_categories() -> None:
    articles = [article("m", category=MEDIA, date="2023-11-02T09:00"), article("s")]

    [(*_, bands)] = specs(plan(publication(*articles, article("lead", date="2023-11-03T09:00")), seconds=0), "home")

    assert [category for category, *_ in bands] == ["social", "media"]


def test_every_category_and_author_has_a_front_even_without_articles() -> None:
    outputs = plan(publication(article()))

    assert specs(outputs, "category") == [("social", 1, 1, ("one",)), ("media", 1, 1, ())]
    assert specs(outputs, "author") == [("ari", 1, 1, ()), ("mei", 1, 1, ("one",))]


def test_a_tag_that_no_article_carries_has_no_front_and_no_entry() -> None:
    outputs = plan(publication(article(tags=())))

    assert specs(outputs, "tag") == []
    assert specs(outputs, "tags") == [((),)]


def test_a_front_has_as_many_pages_as_its_articles_fill_newest_first() -> None:
    outputs = plan(publication(*a_day_each(5)), front_size=2)

    assert [(output.path, output.spec) for output in outputs if output.spec[0] == "social"] == [
        ("social/index.html", ("social", 1, 3, ("a5", "a4"))),
        ("social/page/2/index.html", ("social", 2, 3, ("a3", "a2"))),
        ("social/page/3/index.html", ("social", 3, 3, ("a1",))),
    ]


def test_a_shared_byline_counts_for_each_author() -> None:
    outputs = plan(publication(article(authors=(MEI, ARI), category=MEDIA)))

    assert specs(outputs, "author") == [("ari", 1, 1, ("one",)), ("mei", 1, 1, ("one",))]
    assert specs(outputs, "authors") == [((("ari", 1), ("mei", 1)),)]


def test_directories_count_articles_and_list_authors_who_have_none() -> None:
    outputs = plan(publication(article("one"), article("two", tags=())))

    assert specs(outputs, "tags") == [((("video", 1),),)]
    assert specs(outputs, "authors") == [((("ari", 0), ("mei", 2)),)]


def test_the_archive_has_every_month_that_has_articles_newest_first() -> None:
    dates = ["2023-11-02T10:00", "2023-11-01T09:00", "2022-06-09T09:00"]

    outputs = plan(publication(*(article(f"a{number}", date=date) for number, date in enumerate(dates))))

    november, june = (2023, 11, 2), (2022, 6, 1)
    assert specs(outputs, "archive") == [((november, june),)]
    assert specs(outputs, "month") == [(2023, 11, ("a0", "a1"), june, None), (2022, 6, ("a2",), None, november)]


def test_an_empty_archive_has_its_overview() -> None:
    outputs = plan(publication())

    assert specs(outputs, "archive") == [((),)]
    assert specs(outputs, "month") == []


def test_the_answer_to_a_wrong_address_shows_the_five_latest() -> None:
    assert specs(plan(publication(*a_day_each(6))), "404") == [(("a6", "a5", "a4", "a3", "a2"),)]


def test_fronts_and_neighbours_leave_out_what_is_over_and_the_archive_keeps_it() -> None:
    over = article("over", date="2023-11-05T09:00", over_since=at("2023-11-20T09:00"), tags=(RADIO,))
    retracted = article("retracted", date="2023-11-04T09:00", retracted_since=at("2023-11-20T09:00"))
    newest, oldest = article("newest", date="2023-11-06T09:00"), article("oldest", date="2023-11-01T09:00")

    outputs = plan(publication(newest, over, retracted, oldest, tags=(RADIO, VIDEO)), seconds=3)

    [(lead, seconds, latest, bands)] = specs(outputs, "home")
    assert (lead, seconds, latest, bands) == ("newest", ("oldest",), (), ())
    assert specs(outputs, "404") == [(("newest", "oldest"),)]
    assert specs(outputs, "category")[0] == ("social", 1, 1, ("newest", "oldest"))
    assert specs(outputs, "author")[-1] == ("mei", 1, 1, ("newest", "oldest"))
    assert specs(outputs, "tag") == [("radio", 1, 1, ()), ("video", 1, 1, ("newest", "oldest"))]
    assert specs(outputs, "tags") == [((("video", 2),),)]
    assert specs(outputs, "authors") == [((("ari", 0), ("mei", 2)),)]
    assert specs(outputs, "archive") == [(((2023, 11, 4),),)]
    assert specs(outputs, "month")[0][2] == ("newest", "over", "retracted", "oldest")
    assert {slug: (older, newer) for slug, older, newer in specs(outputs, "article")} == {
        "newest": ("oldest", None),
        "over": ("oldest", "newest"),
        "retracted": ("oldest", "newest"),
        "oldest": (None, "newest"),
    }


def test_the_further_pages_of_a_front_are_at_its_former_addresses_too() -> None:
    moved = (
        PageRedirect("/clips/", "/tags/video/"),
        PageRedirect("/clips/page/3/", "/about/"),
        PageRedirect("/media.html", "/media/"),
        PageRedirect("/old/", "/2023/11/a1/"),
    )

    over = [article(slug, over_since=at("2023-11-20T09:00")) for slug in ("over", "long-over")]
    outputs = plan(publication(*a_day_each(5), *over, redirects=moved), front_size=2)

    assert [output for output in outputs if output.kind == "redirect"] == [
        Output("clips/page/2/index.html", "redirect", ("/tags/video/page/2/",)),
    ]


def in_two_languages(**changes: Any) -> Publication:
    """Return a story in two languages, the original being the older, and an article of its own."""
    own, satu, one = article("own"), article("satu", date="2023-11-03T09:00", lang="id"), article("one")
    lines = [
        listed_article(satu, story="one", is_repeated=True),
        listed_article(one, date=at("2023-11-02T09:00").timestamp()),
        listed_article(own),
    ]
    return publication(articles=tuple(lines), languages=(SiteLanguage("id", "id", ""),), **changes)


def test_lists_have_a_story_once_and_the_front_of_a_language_its_version() -> None:
    outputs = plan(in_two_languages())

    assert specs(outputs, "home")[0][:2] == ("one", ("own",))
    assert specs(outputs, "category")[0] == ("social", 1, 1, ("one", "own"))
    assert specs(outputs, "language") == [("id", 1, 1, ("satu",))]
    assert specs(outputs, "month")[0][2] == ("satu", "one", "own")


def test_an_article_in_another_language_is_no_neighbour_of_itself() -> None:
    neighbours = {slug: near for slug, *near in specs(plan(in_two_languages()), "article")}

    assert neighbours == {"satu": ["own", None], "one": ["own", None], "own": [None, "one"]}


def test_a_front_shows_a_story_once_and_a_tag_of_a_translation_alone_shows_that() -> None:
    one, satu = article("one"), article("satu", lang="id", tags=(RADIO, VIDEO))
    whole = publication(one, satu, tags=(VIDEO, RADIO))
    told = tuple(line._replace(story="one", is_repeated=line.slug == "satu") for line in whole.articles)

    outputs = plan(replace(whole, articles=told))

    assert [spec[3] for spec in specs(outputs, "tag")] == [("one",), ("satu",)]
    assert specs(outputs, "tags") == [((("video", 1), ("radio", 1)),)]
