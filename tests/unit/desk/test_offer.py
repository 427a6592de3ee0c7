import pytest

from plugins.desk.offer import problems_by_page
from plugins.desk.publication.article_maker import BODY_OF, HEAD_OF, SPONSOR
from plugins.desk.publication.linker import SITE_DEFAULTS
from plugins.newsroom.articles import Article, Author, Body, Category, Sponsor, Tag, TextPage
from plugins.newsroom.spaces import ARTICLE, AUTHOR, BODY, CATEGORY, TAG, TEXT_PAGE
from plugins.pictures.values import DEVELOPED
from tests.unit.desk.conftest import SVG, Load, Loaded, article

TAG_FILE = "---\nname: {0}\n---\n![A](/pictures/{0}.svg)\n"
FILES = {
    "articles/2023/11/one.md": article(keys="tags: [Seen]\nsponsor: seen\n"),
    "articles/2023/11/held.md": article(title="H", keys="embargo: 2099-01-01\ntags: [Held]\nsponsor: held\n"),
    **{f"tags/{name}.md": TAG_FILE.format(name) for name in ("seen", "held", "unused")},
    "sponsors/seen.md": "---\nname: S\nurl: https://s.example/\n---\n![A](/pictures/seen-sponsor.svg)\n",
    "sponsors/held.md": "---\nname: S\nurl: https://s.example/\n---\n![A](/pictures/held-sponsor.svg)\n",
    "pages/draft.md": "---\ntitle: D\nstatus: draft\n---\n![A](/pictures/draft.svg)\n",
    **{
        f"pictures/{name}.svg": SVG.replace("640", str(number))
        for number, name in enumerate(("seen", "held", "unused", "seen-sponsor", "held-sponsor", "draft"), 640)
    },
}


def pictures(loaded: Loaded) -> list[str]:
    assert loaded.problems == ()
    return [name.removeprefix("pictures/") for name in loaded.pictures]


def test_only_pictures_that_readers_meet_are_published(load_content: Load) -> None:
    assert pictures(load_content(FILES)) == ["seen-sponsor.svg", "seen.svg"]


def test_the_preview_has_those_of_all_that_it_shows(load_content: Load) -> None:
    assert pictures(load_content(FILES, drafts=True)) == [
        *("draft.svg", "held-sponsor.svg", "held.svg", "seen-sponsor.svg", "seen.svg"),
    ]


PAGE = "---\ntitle: {}\nsummary: S\norder: {}\n---\n"


def test_text_pages_come_in_their_order(load_content: Load) -> None:
    files = {f"pages/{slug}.md": PAGE.format(slug, order) for slug, order in (("a", 2), ("c", 1), ("b", 1))}

    desk = load_content(files).desk

    assert [page.slug for page in desk.text_pages] == ["b", "c", "a"]
    assert desk.page_slugs == ("a", "b", "c")


def test_articles_come_newest_first(load_content: Load) -> None:
    days = {"a": 20, "c": 24, "b": 24, "d": 21}
    files = {f"articles/{slug}.md": article(title=slug, day=day) for slug, day in days.items()}

    assert [line.slug for line in load_content(files).desk.articles] == ["b", "c", "d", "a"]


NAMESAKES = {
    "articles/2023/11/report.md": article(title="November"),
    "articles/2022/03/report.md": article(title="March").replace("2023-11-24", "2022-03-24"),
    "articles/2023/11/one.md": article(keys="related: [2023/11/report]\ndont_miss: /2022/03/report/\n"),
}


def test_articles_with_one_slug_are_shown_each_at_its_address_and_found_by_its_name(load_content: Load) -> None:
    loaded = load_content(NAMESAKES)

    assert loaded.problems == ()
    assert {line.slug: line.url for line in loaded.desk.articles} == {
        "one": "/2023/11/one/",
        "2023/11/report": "/2023/11/report/",
        "2022/03/report": "/2022/03/report/",
    }
    assert [(line.related, line.dont_miss) for line in loaded.desk.articles if line.slug == "one"] == [
        (("2023/11/report",), "2022/03/report")
    ]
    assert {loaded.article(line.slug).title for line in loaded.desk.articles} == {"One", "March", "November"}


def test_a_second_article_with_a_slug_changes_the_name_of_the_first_and_no_address(load_content: Load) -> None:
    march = "articles/2022/03/report.md"
    before = load_content({name: text for name, text in NAMESAKES.items() if "2022" not in name and "one" not in name})
    after = load_content({march: NAMESAKES[march]})

    assert [(line.slug, line.url) for line in before.desk.articles] == [("report", "/2023/11/report/")]
    assert after.desk.articles[0].slug == "2023/11/report"
    assert after.desk.articles[0].url == "/2023/11/report/"


def test_everything_shown_is_found_under_its_name(load_content: Load) -> None:
    files = {**FILES, "pages/about.md": PAGE.format("About", 1)}
    view = load_content(files).view

    found = [
        view.read(space, slug)
        for space, slug in (
            (ARTICLE, "one"),
            (BODY, "one"),
            (CATEGORY, "social"),
            (AUTHOR, "ana-lim"),
            (TAG, "seen"),
            (SPONSOR, "seen"),
            (TEXT_PAGE, "about"),
        )
    ]

    assert [type(value) for value in found] == [Article, Body, Category, Author, Tag, Sponsor, TextPage]


def test_what_is_not_shown_is_not_found(load_content: Load) -> None:
    view = load_content(FILES).view

    for space in (ARTICLE, BODY):
        with pytest.raises(KeyError):
            view.read(space, "held")


def test_an_article_depends_on_all_that_it_shows(load_content: Load) -> None:
    files = {
        "articles/2023/11/one.md": article(keys="tags: [Video]\nsponsor: a\npicture: {file: a.svg, alt: A}\n"),
        "articles/2023/11/a.svg": SVG,
        "sponsors/a.md": "---\nname: S\nurl: https://s.example/\n---\n",
    }
    loaded = load_content(files)

    with loaded.view.traced() as read:
        loaded.article("one")

    assert read == {
        (HEAD_OF.name, "one"),
        (SITE_DEFAULTS.name, ""),
        (CATEGORY.name, "social"),
        (AUTHOR.name, "ana-lim"),
        (TAG.name, "video"),
        (SPONSOR.name, "a"),
        (DEVELOPED.name, "articles/2023/11/a.svg"),
        (DEVELOPED.name, "articles/2023/11/a.svg\tratios 50 50"),
    }


@pytest.mark.parametrize(
    ("changed", "facts"),
    [
        ({"articles/2023/11/one.md": article(title="New", body="Text.")}, {(HEAD_OF.name, "one")}),
        ({"articles/2023/11/one.md": article(body="New.")}, {(BODY_OF.name, "one")}),
        ({"authors/ana-lim.md": "---\nname: Ana Lim\nrole: Editor\n---\n"}, {(AUTHOR.name, "ana-lim")}),
        ({"pages/about.md": PAGE.format("New", 1)}, {(TEXT_PAGE.name, "about")}),
        ({"articles/2023/11/two.md": article(title="Two", day=25)}, {(HEAD_OF.name, "two")}),
        (
            {"articles/2023/11/two.md": article(title="Two", keys="slug: three\n")},
            {
                *((space.name, slug) for space in (HEAD_OF, BODY_OF) for slug in ("two", "three")),
                ("url", "articles/2023/11/two.md"),
                ("address", "/2023/11/two/"),
                ("address", "/2023/11/three/"),
            },
        ),
        (
            {"articles/2023/11/two.md": article(title="Two", keys="embargo: 2023-12-01 09:00\n")},
            {
                (HEAD_OF.name, "two"),
                ("url", "articles/2023/11/two.md"),
                *(("address", url) for url in ("/2023/11/two/", "/2023/12/two/", "/archive/2023/12/")),
            },
        ),
    ],
)
def test_a_change_is_one_of_what_shows_it(
    load_content: Load, changed: dict[str, str], facts: set[tuple[str, str]]
) -> None:
    files = {
        "articles/2023/11/one.md": article(),
        "articles/2023/11/two.md": article(title="Two"),
        "pages/about.md": PAGE.format("About", 1),
    }
    before = load_content(files)
    assert before.desk.articles
    after = load_content({**files, **changed})
    assert after.desk.articles

    assert before.changes(after) == facts


def test_a_picture_that_is_drawn_anew_is_another_fact(load_content: Load) -> None:
    files = {"articles/2023/11/one.md": article(body="![A](a.svg)"), "articles/2023/11/a.svg": SVG}
    before = load_content(files)
    old = before.body("one")
    after = load_content({**files, "articles/2023/11/a.svg": SVG.replace("640", "641")})

    assert after.body("one") != old
    assert before.changes(after) == {("picture", "articles/2023/11/a.svg")}


BROKEN = """---
title: D
status: draft
authors: [none, ana-lim, ana-lim]
sponsor: none
tags: ['!!', Video]
---
[a](/none/)"""


def test_the_preview_knows_which_page_has_which_mistakes(load_content: Load) -> None:
    files = {
        "articles/2023/11/draft.md": BROKEN,
        "articles/2023/11/unreadable.md": "---\ntitle: A: b: c\nstatus: draft\n---\n",
        "pages/about.md": "---\ntitle: About\nstatus: draft\n---\n[a](/none/)",
    }
    loaded = load_content(files, drafts=True)

    found = problems_by_page(loaded.content, loaded.site)

    assert {url: {problem.path for problem in problems} for url, problems in found.items()} == {
        "/2023/12/draft/": {"content/articles/2023/11/draft.md"},
        "/about/": {"content/pages/about.md"},
    }


def test_a_draft_is_shown_without_the_names_that_there_are_not(load_content: Load) -> None:
    loaded = load_content({"articles/2023/11/draft.md": BROKEN}, drafts=True)

    found = loaded.article("draft")

    assert [author.slug for author in found.authors] == ["ana-lim"]
    assert (found.sponsor, [tag.slug for tag in found.tags]) == (None, ["video"])
    assert loaded.body("draft").blocks == ("<p>a</p>",)
    (line,) = loaded.desk.articles
    assert (line.authors, line.tags, line.is_sponsored) == (("ana-lim",), ("video",), False)


def test_of_two_that_want_one_address_the_public_one_is_shown(load_content: Load) -> None:
    files = {
        "articles/2023/11/a.md": "---\ntitle: A\nstatus: draft\nslug: one\ndate: 2023-11-03\n---\n",
        "articles/2023/11/one.md": article(),
        "pages/social.md": "---\ntitle: S\nstatus: draft\n---\n",
        "pages/tags.md": "---\ntitle: S\nstatus: draft\n---\n",
        "pages/b.md": "---\ntitle: S\nstatus: draft\nslug: ../b\n---\n",
    }

    desk = load_content(files, drafts=True).desk

    assert [line.source for line in desk.articles] == ["articles/2023/11/one.md"]
    assert desk.text_pages == ()
