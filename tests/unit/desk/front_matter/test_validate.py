from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.desk.front_matter.header import Header
from plugins.desk.front_matter.split import split_file
from plugins.desk.front_matter.validate import check_header
from plugins.newsroom.front_matter.schema import KINDS, ArticleFields, Fields
from tests.unit.desk.conftest import ZONE


def problems(header: str, model: type[Fields] = ArticleFields) -> list[str]:
    source = split_file(f"---\n{header}\n---\n".encode(), "a.md")
    assert source.problems == ()
    return [str(problem) for problem in check_header(model, source.header, ZONE, "a.md")[1]]


def test_a_draft_needs_only_a_title() -> None:
    assert problems("title: A\nstatus: draft") == []


def test_everything_that_a_published_article_lacks_is_named() -> None:
    assert problems("title: A\nsummary:") == [
        "a.md:1:1: 'date' is missing; add a line 'date: …'",
        "a.md:1:1: 'category' is missing; add a line 'category: …'",
        "a.md:1:1: 'authors' is missing; add a line 'authors: …'",
    ]


@pytest.mark.parametrize(
    ("path", "remedy"),
    [
        ("content/articles/2023-11-24-a-text.md", "add a line 'date: 2023-11-24'"),
        ("2023-11-24_a.md", "add a line 'date: 2023-11-24'"),
        ("content/2023-11-24/a.md", "add a line 'date: …'"),
        ("content/articles/12023-11-24-a.md", "add a line 'date: …'"),
    ],
)
def test_the_day_in_a_files_name_is_the_remedy_for_a_missing_date(path: str, remedy: str) -> None:
    header = Header(values={"title": "A", "category": "a", "authors": "b"})

    assert [problem.remedy for problem in check_header(ArticleFields, header, ZONE, path)[1]] == [remedy]


def test_the_key_of_another_system_beside_ours_is_to_go() -> None:
    assert problems("title: A\nstatus: draft\ntags: [a]\nkeywords: b\nsection: c") == [
        "a.md:5:1: unknown key 'keywords'; take it away: 'tags' is there",
        "a.md:6:1: unknown key 'section'; did you mean 'category'?",
    ]


@pytest.mark.parametrize("written", ["", ' ""', " ~"])
@pytest.mark.parametrize("key", ["embargo", "expires", "retracted"])
def test_a_key_that_holds_something_back_is_not_left_empty(key: str, written: str) -> None:
    told = problems(f"title: A\ndate: 2023-11-24\ncategory: a\nauthors: [b]\n{key}:{written}")

    assert len(told) == 1
    assert told[0].startswith("a.md:6:")


def test_other_keys_may_be_left_empty() -> None:
    assert problems("title: A\ndate: 2023-11-24\ncategory: a\nauthors: [b]\nupdated:\ntags:\nsponsor:") == []


@pytest.mark.parametrize(("key", "has_rendering"), [("category", True), ("authors", True), ("date", False)])
def test_a_page_can_be_made_without_category_and_authors(key: str, has_rendering: bool) -> None:
    values = {"title": "A", "date": "2023-11-24", "category": "a", "authors": "b"}
    header = Header(values={name: value for name, value in values.items() if name != key})

    assert [problem.has_rendering for problem in check_header(ArticleFields, header, ZONE, "a.md")[1]] == [
        has_rendering
    ]


def test_a_misspelt_key_is_not_missing_as_well() -> None:
    assert problems("title: A\ndaet: 2023-01-01\ncategory: a\nauthors: b\nsumary: c") == [
        "a.md:3:1: unknown key 'daet'; did you mean 'date'?",
        "a.md:6:1: unknown key 'sumary'; did you mean 'summary'?",
    ]


def test_a_misspelt_key_of_a_group_is_not_missing_as_well() -> None:
    assert problems("title: A\nstatus: draft\npicture:\n  file: a.svg\n  alk: A") == [
        "a.md:6:3: unknown key 'picture.alk'; did you mean 'alt'?"
    ]


def test_a_wrong_value_excuses_no_missing_key() -> None:
    assert problems("title: A\ncategory: a\nauthors: b\nstatus: publishd\nsummary: " + "c" * 40) == [
        "a.md:1:1: 'date' is missing; add a line 'date: …'",
        "a.md:5:9: status cannot be 'publishd'; did you mean 'published'?",
    ]


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        ("2023-11-24 09:30", "2023-11-24T09:30:00+08:00"),
        ("2023-11-24", "2023-11-24T00:00:00+08:00"),
        ("2023-11-24T09:30:15", "2023-11-24T09:30:15+08:00"),
        ("2023-11-24T09:30Z", "2023-11-24T17:30:00+08:00"),
        ("2023-11-24 09:30 +01:00", "2023-11-24T16:30:00+08:00"),
        ("2023-11-24 09:30-0500", "2023-11-24T22:30:00+08:00"),
        ("2023-11-24T09:30:00.000Z", "2023-11-24T17:30:00+08:00"),
    ],
)
def test_times_are_in_the_publications_zone(written: str, iso: str) -> None:
    header = split_file(f"---\ntitle: A\nstatus: draft\ndate: {written}\n---".encode(), "a.md").header

    fields, _ = check_header(ArticleFields, header, ZONE, "a.md")

    assert fields is not None
    assert fields.date is not None
    assert fields.date.isoformat() == iso


def test_other_times_are_a_problem() -> None:
    assert problems("title: A\nstatus: draft\ndate: 24.11.2023") == [
        "a.md:4:7: date: '24.11.2023' is no time; write it as 2023-11-24"
    ]


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("draft: true", "unknown key 'draft'; write 'status: draft' in its place"),
        ("published: false", "unknown key 'published'; write 'status: draft' in its place"),
        ("layout: post", "unknown key 'layout'; take it away: how pages look is the theme's"),
        ("lastmod: 2023-11-24", "unknown key 'lastmod'; did you mean 'updated'?"),
        ("zzz: 1", "unknown key 'zzz'; known are: title, date, category"),
        (f"{'z' * 300}: 1", f"unknown key '{'z' * 59}…'; known are: title, date"),
        ("category: [Social, Media]", "category is a list; write one line of text: 'Social'"),
        ("tags: {a: b}", "tags is a group of keys; write a list, every entry on its own line after '- '"),
        (
            "picture: a.webp",
            "picture is a single value; indent these keys under it: file, alt, caption, credit, focus, crop",
        ),
        ("updated: " + "y" * 300, f"updated: '{'y' * 59}…' is no time; write year"),
        ("summary: Too short.", "summary: 10 characters are too few; write at least 40"),
        (
            "summary: 太短了",
            "summary: 3 characters are too few; write at least 40, or 20 Chinese, Japanese or Korean ones",
        ),
        ("summary: " + "字" * 161, "summary: 161 characters are too many; write at most 320, or 160 Chinese"),
    ],
)
def test_a_line_that_is_wrong_has_one_clear_problem(line: str, problem: str) -> None:
    found = problems(f"title: A\nstatus: draft\n{line}")

    assert [said.partition(": ")[2][: len(problem)] for said in found] == [problem]


@pytest.mark.parametrize(
    ("line", "status"),
    [
        ("draft: true", "draft"),
        ("draft: yes", "draft"),
        ("Draft: true", "draft"),
        ("published: false", "draft"),
        ("private: true", "draft"),
        ("status: drfat", "draft"),
        ("status: Drafted", "draft"),
        ("status: pending", "draft"),
        ("draft: false", "published"),
        ("published: true", "published"),
        ("status: publish", "published"),
        ("status: scheduled", "published"),
        ("draft: true\nstatus: published", "published"),
    ],
)
def test_what_says_draft_in_other_words_holds_an_article_back_and_is_told(line: str, status: str) -> None:
    source = split_file(f"---\ntitle: A\n{line}\n---\n".encode(), "a.md")

    fields, found = check_header(ArticleFields, source.header, ZONE, "a.md")

    assert fields is not None
    assert fields.status == status
    assert any(word in problem.what for problem in found for word in ("unknown key", "status cannot be"))
    assert any("'date' is missing" in problem.what for problem in found) == (status == "published")


@pytest.mark.parametrize("status", ["private", "hidden", "future"])
def test_a_state_of_another_system_is_told_what_to_be(status: str) -> None:
    found = problems(f"title: A\nstatus: {status}")

    assert f"a.md:3:9: status cannot be '{status}'; write draft; what only waits" in found[-1]


@pytest.mark.parametrize(
    ("line", "has_rendering"),
    [
        ("layout: post", True),
        ("description: A", True),
        ("zzz: 1", True),
        ("draft: false", True),
        ("draft: true", False),
        ("embrago: 2023-11-24", False),
        ("summary: Too short.", True),
        ("picture: a.jpg", True),
        ("picture: {file: a.jpg}", True),
        ("picture: {file: a.jpg, alk: A}", True),
        ("cta: false", True),
        ("lang: english", True),
        ("sumary: A", True),
        ("date: tomorrow", False),
        ("sponser: a", False),
        ("corections: [a]", False),
        ("corrections: [{date: x, text: y}]", False),
        ('title: ""', False),
    ],
)
def test_a_page_is_never_made_without_what_may_hold_it_back(line: str, has_rendering: bool) -> None:
    header = split_file(f"---\n{line}\nstatus: draft\n---\n".encode(), "a.md").header
    given = replace(header, values={"title": "A", **header.values})

    _, found = check_header(ArticleFields, given, ZONE, "a.md")

    assert [problem.has_rendering for problem in found] == [has_rendering]


def test_a_text_that_is_only_too_long_or_too_short_is_kept_as_far_as_it_may_be() -> None:
    header = Header(values={"title": "word " * 40, "summary": "Short.", "status": "draft"})

    fields, found = check_header(ArticleFields, header, ZONE, "a.md")

    assert fields is not None
    assert (fields.title, fields.summary) == ("word " * 31 + "word…", "Short.")
    assert [problem.what for problem in found] == [
        "title: 199 characters are too many",
        "summary: 6 characters are too few",
    ]


VALUES = st.recursive(
    st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner, max_size=3),
)


def test_what_is_right_is_kept_beside_what_is_wrong() -> None:
    header = split_file(b"---\ntitle:\nstatus: draft\nrelated: [a]\ndaet: b\nlang: '!'\n---", "a.md").header

    fields, found = check_header(ArticleFields, header, ZONE, "a.md")

    assert fields is not None
    assert (fields.related, fields.lang, len(found)) == (("a",), None, 3)


@given(st.sampled_from(sorted(KINDS)), st.data())
def test_no_value_raises_and_every_refusal_has_a_reason(kind: str, data: st.DataObject) -> None:
    keys = st.sampled_from([*KINDS[kind].model_fields, "other"])
    values = data.draw(st.dictionaries(keys, VALUES, max_size=6))

    fields, found = check_header(KINDS[kind], Header(values=values), ZONE, "a.md")

    assert fields is not None or found
