import pytest

from plugins.newsroom.problems import Severity
from tests.unit.desk.conftest import SVG, Load, article

ONE = "articles/2023/11/one.md"
SUMMARY = "summary: A summary that is long enough to stand under a headline.\n"
LONG = "The first paragraph says what happened, and to whom it did."


def without_summary(body: str, keys: str = "") -> dict[str, str]:
    return {ONE: article(keys=keys, body=body).replace(SUMMARY, ""), "articles/2023/11/a.svg": SVG}


@pytest.mark.parametrize(
    ("body", "summary"),
    [
        (LONG, LONG),
        (f"{LONG}\n\nMore.", LONG),
        (f"![A](a.svg)\n\n## Before\n\n{LONG}", LONG),
        (f"SINGAPORE\n\n{LONG}", LONG),
        ("Short.\n\nShort too.", "Short."),
        ("*It* `is` [said](https://a.example/)[^1] **so**.\n\n[^1]: By many.", "It is said so."),
        ("One  \nline & <abbr title='x'>more</abbr>.", "One line & more."),
        ("字" * 20, "字" * 20),
        ("[dont-miss: two]\n\nShort.", "Short."),
        (
            "A sentence of some length is at the beginning. " + "word " * 90,
            "A sentence of some length is at the beginning.",
        ),
        ("word " * 90, "word " * 63 + "word…"),
        ('"Yes," he said.', "“Yes,” he said."),
    ],
)
def test_the_first_paragraph_serves_as_the_summary(load_content: Load, body: str, summary: str) -> None:
    files = {**without_summary(body), "articles/2023/11/two.md": article("Two", day=23)}

    loaded = load_content(files)

    assert loaded.article("one").summary == summary
    assert not loaded.article("one").fields.has_own_summary
    assert [(str(problem), problem.severity) for problem in loaded.problems] == [
        (
            f"content/{ONE}:1:1: notice: no summary: the first paragraph serves as one; add a line 'summary: …'",
            Severity.NOTICE,
        )
    ]


@pytest.mark.parametrize("body", ["- A list.", "![A](a.svg)", "## A heading"])
def test_without_a_paragraph_a_summary_is_missing(load_content: Load, body: str) -> None:
    assert [str(problem) for problem in load_content(without_summary(body)).problems] == [
        f"content/{ONE}:1:1: 'summary' is missing; add a line 'summary: …'"
    ]


@pytest.mark.parametrize("body", [LONG, "- A list.", ""])
def test_nothing_is_asked_of_a_draft(load_content: Load, body: str) -> None:
    assert load_content(without_summary(body, "status: draft\n")).problems == ()


def test_the_authors_own_words_come_first(load_content: Load) -> None:
    loaded = load_content({ONE: article(body=LONG)})

    assert loaded.article("one").summary == "A summary that is long enough to stand under a headline."
    assert loaded.article("one").fields.has_own_summary


def test_a_summary_that_is_the_first_paragraph_is_another_thing_than_none(load_content: Load) -> None:
    before = load_content(without_summary(LONG))

    after = load_content({ONE: article(body=LONG).replace(SUMMARY, f"summary: {LONG}\n")})

    assert ("head", "one") in before.changes(after)
