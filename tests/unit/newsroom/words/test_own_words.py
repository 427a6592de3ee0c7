from pathlib import Path

import pytest

from plugins.newsroom.words.catalogues import catalogue
from plugins.newsroom.words.own_words import missing_words, read_own_words

PATH = Path("content/words.toml")


def read(text: str, tag: str = "en") -> tuple[dict[str, object], list[str]]:
    entries, problems = read_own_words(PATH, text, catalogue(tag))
    return entries, [str(problem).removeprefix("content/words.toml:") for problem in problems]


def test_a_phrase_of_the_publishers_own_takes_the_place_of_the_kits() -> None:
    assert read('dont_miss = "Read this next:"') == ({"dont_miss": "Read this next:"}, [])


@pytest.mark.parametrize(
    ("text", "problem"),
    [
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
    assert read('reading = "{n} min"') == ({"reading": "{n} min"}, [])


def test_a_date_need_not_name_all_its_parts() -> None:
    assert read('short_date = "{d}/{m}"') == ({"short_date": "{d}/{m}"}, [])


def test_right_phrases_stay_beside_wrong_ones() -> None:
    entries, problems = read('latest = "New"\nlatset = "New"')

    assert entries == {"latest": "New"}
    assert len(problems) == 1


def test_a_language_without_a_catalogue_is_told_what_it_lacks() -> None:
    whole = {name: value for name, value in catalogue("en").items() if name != "latest"}

    assert str(missing_words(PATH, whole)) == (
        "content/words.toml:1:1: warning: 1 phrases are not there, and stay English: latest; "
        "add them; docs/words.md lists all"
    )
    assert missing_words(PATH, catalogue("en")) is None
