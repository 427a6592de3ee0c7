import re
from datetime import datetime

import pytest

from plugins.desk.files.content_index import ContentIndex
from plugins.newsroom.site_pages import ALWAYS
from tests.unit.desk.conftest import NOW, SVG, ZONE, Load, article

PROMO = "---\ntitle: A\ntext: B\nurl: https://a.example/\nstart: 2024-01-02\nend: 2024-01-03\n---\n"
ONE = "articles/2023/11/one.md"


@pytest.fixture
def index(load_content: Load) -> ContentIndex:
    files = {
        ONE: article(
            keys="embargo: 2023-11-25 08:00\npicture: {file: a.svg, alt: A}\n",
            body="![B](../b.svg) [C](/pictures/c.svg) [D](https://d.example/d.svg) [E](one.md)",
        ),
        "pages/draft.md": "---\ntitle: D\nstatus: draft\n---\n",
        "promos/talk.md": PROMO,
        "pictures/c.svg": SVG,
        "pictures/damaged.webp": "RIFF",
    }
    return load_content(files).index


@pytest.mark.parametrize(
    ("source", "time"),
    [
        (ONE, datetime(2023, 11, 25, 8, tzinfo=ZONE).timestamp()),
        ("pages/draft.md", None),
        ("promos/talk.md", datetime(2024, 1, 2, tzinfo=ZONE).timestamp()),
        ("authors/ana-lim.md", ALWAYS),
    ],
)
def test_every_document_has_a_time_that_it_is_public_from(index: ContentIndex, source: str, time: float | None) -> None:
    entry = index.entries[source]

    assert entry.public_from == time
    assert index.is_public(entry) == (time is not None and time <= NOW.timestamp())


@pytest.mark.parametrize("name", ["social", "Social", "SOCIAL"])
def test_a_category_is_found_by_slug_and_by_name(index: ContentIndex, name: str) -> None:
    found = index.category_of(name)

    assert found is not None
    assert found.slug == "social"


def test_a_category_is_found_by_a_name_that_was_written_over_two_lines(load_content: Load) -> None:
    category = "---\nname: >\n  Out of\n  home\norder: 2\ncolour: blue\nsummary: S\n---\n"

    found = load_content({"categories/ooh.md": category}).index.category_of("Out of home")

    assert found is not None
    assert found.slug == "ooh"


def test_pictures_are_those_shown_and_those_linked_to(index: ContentIndex) -> None:
    assert index.entries[ONE].pictures == ["articles/2023/11/a.svg", "articles/2023/b.svg", "pictures/c.svg"]


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("pictures/damaged.webp", "is a text, no picture"),
        ("pictures/none.svg", "does not exist"),
        ("../secret.png", "lies outside the content folder"),
    ],
)
def test_a_picture_that_cannot_be_shown_says_why(index: ContentIndex, source: str, words: str) -> None:
    assert str(index.picture(source)) == words


def test_of_two_files_with_one_address_the_first_counts(load_content: Load) -> None:
    files = {"articles/a/one.md": article(title="A"), "articles/b/one.md": article(title="B")}

    index = load_content(files).index

    assert {index.name_of(entry) for entry in index.kinds["articles"]} == {"one"}
    assert index.articles["one"].source == "articles/a/one.md"


NAMESAKES = {
    "articles/2023/11/report.md": article(title="November"),
    "articles/2022/03/report.md": article(title="March").replace("2023-11-24", "2022-03-24"),
    "articles/2023/11/one.md": article(),
}


@pytest.mark.parametrize(
    ("source", "name", "also"),
    [
        ("articles/2023/11/one.md", "one", "2023/11/one"),
        ("articles/2023/11/report.md", "2023/11/report", "/2023/11/report/"),
        ("articles/2022/03/report.md", "2022/03/report", "2022/03/report/"),
    ],
)
def test_an_article_is_called_by_its_slug_or_if_others_have_that_with_the_month(
    load_content: Load, source: str, name: str, also: str
) -> None:
    index = load_content(NAMESAKES).index
    entry = index.entries[source]

    assert index.name_of(entry) == name
    assert (index.article(name), index.article(also)) == (entry, entry)
    assert index.article("report") is None


def test_a_draft_leaves_the_slug_to_the_public_article_that_has_it(load_content: Load) -> None:
    files = {"articles/2023/11/one.md": article(), "articles/one.md": "---\ntitle: D\nstatus: draft\n---\n"}
    index = load_content(files).index

    assert index.name_of(index.entries["articles/2023/11/one.md"]) == "one"
    assert index.name_of(index.entries["articles/one.md"]) == "2023/12/one"
    assert index.article("one") == index.entries["articles/2023/11/one.md"]


def test_a_draft_without_a_date_is_called_by_the_month_that_it_is(load_content: Load) -> None:
    index = load_content(NAMESAKES | {"articles/report.md": "---\ntitle: D\nstatus: draft\n---\n"}).index

    assert index.name_of(index.entries["articles/report.md"]) == "2023/12/report"


def test_nothing_is_asked_of_drafts_and_of_files_with_mistakes(load_content: Load) -> None:
    files = {
        "articles/draft.md": "---\ntitle: D\nstatus: draft\n---\n",
        "articles/broken.md": article(keys="embrago: 2024-02-01\n"),
        "articles/one.md": article(),
        "articles/later.md": article(title="Later", keys="embargo: 2024-02-01\n"),
    }
    index = load_content(files).index
    later = index.articles["later"].public_from

    assert {slug: index.is_public_with(later, entry) for slug, entry in index.articles.items()} == {
        "broken": True,
        "draft": True,
        "later": True,
        "one": False,
    }
    assert not index.is_public_with(None, index.articles["later"])


BROKEN = "related: [none]\n"
"""A mistake that a page can be made without."""
UNREADABLE = "sponsor: none\n"
DRAFT = "---\ntitle: D\nstatus: draft\n{}---\n[a](/none/)"
PLACES = {
    "public": ("articles/2023/11/x.md", article(keys=BROKEN + UNREADABLE), {"error"}),
    "draft": ("articles/2023/11/x.md", DRAFT.format(BROKEN + UNREADABLE), {"warning"}),
    "unreadable draft": ("articles/2023/11/x.md", "---\ntitle: A: b: c\nstatus: draft\n---\n", {"warning"}),
    "empty draft": ("articles/2023/11/x.md", "---\nstatus: draft\n---\n", {"warning"}),
    "embargoed": ("articles/2023/11/x.md", article(keys=f"embargo: 2023-12-02\n{BROKEN}{UNREADABLE}"), {"warning"}),
    "embargo over": ("articles/2023/11/x.md", article(keys=f"embargo: 2023-11-30\n{BROKEN}{UNREADABLE}"), {"error"}),
    "draft page": ("pages/x.md", "---\ntitle: D\nstatus: draft\ncolour: red\n---\n", {"warning"}),
    "public page": ("pages/x.md", "---\ntitle: D\nsummary: S\ncolour: red\n---\n", {"error"}),
    "archive": ("articles/2010/x.md", article(keys=BROKEN, body="[a](/none/) ![A](b.svg)"), {"warning"}),
    **{
        f"archive, {keys.partition(':')[0]}": ("articles/2010/x.md", article(keys=f"{keys}\n"), {"warning"})
        for keys in (
            "lang: english",
            "cta: false",
            "picture: a.jpg",
            "picture: {file: a.svg}",
            "picture: {file: https://x.example/a.jpg, alt: A}",
            "related: [a, b, c, d]",
            "tags: [a, '!!!']",
            "updated: 1999-01-01",
            "autors: [a]",
        )
    },
    "archive, no words": ("articles/2010/x.md", re.sub(r"summary:.*\n", "", article(body="![A](b.svg)")), {"warning"}),
    "archive, sponsor": ("articles/2010/x.md", article(keys="sponser: a\n"), {"error"}),
    "archive, nothing to show": ("articles/2010/x.md", article(keys=UNREADABLE), {"error"}),
    "beside the archive": ("articles/2010-2/x.md", article(keys=BROKEN), {"error"}),
}


@pytest.mark.parametrize("place", PLACES)
def test_a_problem_weighs_by_where_it_is(load_content: Load, place: str) -> None:
    path, text, severities = PLACES[place]

    found = load_content({path: text}, archive=("articles/2010", "articles/1999")).problems

    assert {problem.severity.word for problem in found} == severities
    assert {problem.archive for problem in found} == {"content/articles/2010" if "articles/2010/" in path else ""}


def test_nothing_is_asked_of_others_on_account_of_a_broken_draft(load_content: Load) -> None:
    files = {
        "articles/2023/11/a.md": "---\ntitle: A: b: c\nstatus: draft\nslug: one\n---\n",
        "articles/2023/11/one.md": article(),
        "articles/2023/11/b.md": "---\ntitle: B\nstatus: draft\nslug: two\n---\n",
        "articles/2023/11/two.md": article(title="Two", body="[a](/social/) [b](one.md) [c](/2023/11/one/)"),
        "articles/2023/11/c.md": article(title="C", keys="related: [one, two]\n"),
        "pages/social.md": "---\ntitle: S\nstatus: draft\n---\n",
    }

    found = load_content(files).problems

    assert {problem.path for problem in found} <= {
        f"content/{name}" for name in list(files) if "---\ntitle" in files[name]
    }
    assert {problem.severity.word for problem in found} == {"warning"}


def test_a_link_to_a_broken_draft_is_one_to_a_draft(load_content: Load) -> None:
    files = {
        "articles/2023/11/draft.md": "---\nstatus: draft\n---\n",
        "articles/2023/11/one.md": article(keys="related: [draft]\n", body="[b](draft.md) [c](/2023/12/draft/)"),
    }

    errors = [problem.what for problem in load_content(files).problems if problem.severity.word == "error"]

    assert [what.rpartition("' ")[2] for what in errors] == ["is a draft"] * 3
