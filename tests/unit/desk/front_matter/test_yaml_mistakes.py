import pytest

from plugins.desk.front_matter.yaml import parse_yaml

TITLES = [
    'Is 5: a "number"? [yes]',
    '"Is 5: a "number"?"',
    '"Big" is the new small',
    "'It's over'",
    "'Big' is the new small",
    "The '90s: it's \"back\"",
    '"It\'s" a "thing"',
    r'"C:\Users\new"',
    "[Update] New",
    "{braces} in front",
    "What: a “title”",
    "“Smart” title: with a colon",
    "Trailing colon:",
    "@someone",
    "`code` in front",
    "& so on",
    "We are # 1 in Asia",
]


def in_quotes(title: str, remedy: str) -> str:
    """Return the value in the quotes that a remedy asks for, in place of those round it."""
    if title[0] == title[-1] and title[0] in "\"'":
        title = title[1:-1]
    if "twice" in remedy:
        title = title.replace("'", "''")
    return f"'{title}'" if "'…'" in remedy else f'"{title}"'


@pytest.mark.parametrize("title", TITLES)
def test_a_title_in_the_quotes_that_the_remedy_names_is_read(title: str) -> None:
    problems = parse_yaml(f"title: {title}\n", 2, "a.md")[1]
    assert len(problems) == 1 and problems[0].line == 2

    header, after = parse_yaml(f"title: {in_quotes(title, problems[0].remedy)}\n", 2, "a.md")

    assert after == []
    assert str(header.values["title"]).strip("\"'") == title.strip("\"'")


@pytest.mark.parametrize("text", ["title:Words\ndate: 2023-11-24\n", "date: 2023-11-24\ntitle:Words\n"])
def test_a_key_without_its_space_is_told_in_its_own_line(text: str) -> None:
    (problem,) = parse_yaml(text, 1, "a.md")[1]

    line = 1 + text[: text.index("title")].count("\n")
    assert str(problem) == f"a.md:{line}:1: no space behind 'title:'; write 'title: …'"


@pytest.mark.parametrize("key", ["title", "summary"])
def test_words_behind_a_number_sign_are_told(key: str) -> None:
    (problem,) = parse_yaml(f"{key}: We are # 1\n", 1, "a.md")[1]

    assert problem.severity.word == "warning" and "'#'" in problem.what


def test_a_comment_behind_other_values_is_one() -> None:
    assert parse_yaml("status: draft # until Monday\n", 1, "a.md")[1] == []
