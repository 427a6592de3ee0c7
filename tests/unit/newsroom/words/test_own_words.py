from pathlib import Path

import pytest

from plugins.newsroom.words.catalogues import catalogue, make_words
from plugins.newsroom.words.own_words import missing_words, read_own_words

PATH = Path("content/words.toml")


def read(text: str, tag: str = "en") -> tuple[dict[str, object], list[str]]:
    entries, problems = read_own_words(PATH, text, catalogue(tag))
    return entries, [str(problem).removeprefix("content/words.toml:") for problem in problems]


def test_a_phrase_of_the_publishers_own_takes_the_place_of_the_kits() -> None:
    assert read('dont_miss = "Read this next:"') == ({"dont_miss": "Read this next:"}, [])


def test_a_name_that_stands_twice_is_told_with_what_to_do() -> None:
    _, (problem,) = read_own_words(PATH, 'latest = "New"\nlatest = "Newest"\n', catalogue("en"))

    assert (problem.line, problem.remedy) == (2, "each name stands once; bring the two together in one place")


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (
            'latest = "New\\u0007"',
            "1:1: latest holds a line break or another character that cannot be seen, U+0007; "
            "write it on one line, without that",
        ),
        ('latset = "New"', "1:1: unknown phrase 'latset'; did you mean 'latest'?"),
        (
            '\n\nearlier_in = "Earlier"',
            "3:1: earlier_in: {section} is missing in 'Earlier'; write {section} where it belongs",
        ),
        ('earlier_in = "{sektion}"', "1:1: earlier_in: unknown place {sektion}; did you mean '{section}'?"),
        ('latest = "a {"', "1:1: latest: a brace that is not closed or opened: 'a {'; write {{ and }} for braces"),
        ('latest = " "', '1:1: latest has no words; write latest = "…"'),
        ("latest = 3", '1:1: latest has no words; write latest = "…"'),
        (
            'reading = { one = "a minute" }',
            '1:1: reading lacks the form \'other\'; write reading = { one = "…", other = "…" }',
        ),
        (
            'reading = { one = "a", other = "b" }',
            "1:1: reading.other: {n} is missing in 'b'; write {n} where",
        ),
        (
            'reading = { one = "a", few = "c", other = "{n}" }',
            "1:1: reading: this language has no form 'few'; known are: one, other",
        ),
        ("reading = 3", '1:1: reading needs words for each kind of number; write reading = { one = "…", other = "…" }'),
        ('months = ["Jan"]', "1:1: months is no list of 12 words; write 12 words in brackets"),
        ('plural = { one = "n in 1" }', "1:1: unknown phrase 'plural'; known are: "),
        ("group = 3", '1:1: group is no sign between digits; write group = ","; "" for none'),
        (
            "group_sizes = [0]",
            "1:1: group_sizes is no list of numbers of digits; write group_sizes = [3, 3]: of the last",
        ),
        ('group_from = "4"', "1:1: group_from is no whole number up to 999999; write group_from = 1000"),
        ("years_ahead = true", "1:1: years_ahead is no whole number up to 999999; write years_ahead = 0"),
        ('years_ahead = "543"', "1:1: years_ahead is no whole number"),
        ("group_from = -1", "1:1: group_from is no whole number"),
        ("years_ahead = 1000000", "1:1: years_ahead is no whole number"),
        (f"group_from = {'9' * 5_000}", "1:1: TOML that cannot be read: "),
        ("latest = " + "[" * 50_000, "1:1: TOML that cannot be read: "),
        ('time = "{h}:{mm}"', "1:1: time: unknown place {h}; did you mean"),
        ('date_time = "{date}"', "1:1: date_time: {time} is missing in '{date}'"),
        ('date = "{day}"', "1:1: date: unknown place {day}; known are: {d}, {m}, {month}, {y}"),
        ('latest = "{latest.__class__}"', "1:1: latest: unknown place {latest.__class__}; known are: none"),
        ("latest = ", "1:1: TOML that cannot be read: Invalid value"),
    ],
)
def test_a_mistake_is_told_at_its_line(text: str, problem: str) -> None:
    entries, problems = read(text)

    assert entries == {}
    assert problems[0].startswith(problem)


def test_one_text_may_serve_all_numbers() -> None:
    assert read('reading = "{n} min"') == ({"reading": {"other": "{n} min"}}, [])


def test_a_date_need_not_name_all_its_parts() -> None:
    assert read('short_date = "{d}/{m}"') == ({"short_date": "{d}/{m}"}, [])


def test_right_phrases_stay_beside_wrong_ones() -> None:
    entries, problems = read('latest = "New"\nlatset = "New"')

    assert entries == {"latest": "New"}
    assert len(problems) == 1


def test_a_language_without_a_catalogue_is_told_what_it_lacks() -> None:
    whole = {name: value for name, value in catalogue("en").items() if name != "latest"}

    assert str(missing_words(PATH, whole)) == (
        "content/words.toml:1:1: warning: a phrase is missing, and English: latest; "
        "add them, as en.toml and en.cldr.toml in plugins/newsroom/words/languages have them"
    )
    assert missing_words(PATH, catalogue("en")) is None


def test_the_figures_of_a_language_can_be_changed() -> None:
    own = 'group = ""\ngroup_sizes = [4]\nyears_ahead = -1911'

    assert read(own) == ({"group": "", "group_sizes": [4], "years_ahead": -1911}, [])


RUSSIAN = """
plural = { one = "n mod 10 in 1 and n mod 100 not in 11", few = "n mod 10 in 2..4 and n mod 100 not in 12..14" }
reading = { one = "{n} минута", few = "{n} минуты", other = "{n} минут" }
"""


def test_a_language_without_a_catalogue_brings_its_rules_for_plurals() -> None:
    entries, problems = read_own_words(PATH, RUSSIAN, catalogue("en"), is_whole=True)
    words = make_words("ru", {**catalogue("en"), **entries})

    assert problems == []
    assert [words.reading(number) for number in (1, 3, 11, 1_021)] == [
        "1 минута",
        "3 минуты",
        "11 минут",
        "1,021 минута",
    ]


@pytest.mark.parametrize(
    ("rules", "what"),
    [
        ('"n in 1"', "plural has no rules by form"),
        ('{ single = "n in 1" }', "plural: unknown form 'single'"),
        ('{ one = "n is 1" }', "plural.one cannot be read: 'n is 1'"),
        ('{ one = "n mod 0 in 1" }', "plural.one cannot be read: 'n mod 0 in 1'"),
        ('{ one = "n in 1..2..3" }', "plural.one cannot be read: 'n in 1..2..3'"),
    ],
)
def test_a_rule_for_plurals_that_cannot_be_read_is_told(rules: str, what: str) -> None:
    entries, (problem,) = read_own_words(PATH, f"plural = {rules}", catalogue("en"), is_whole=True)

    assert (entries, problem.what) == ({}, what)
