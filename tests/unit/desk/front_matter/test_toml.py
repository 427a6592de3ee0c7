import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.desk.front_matter.toml import parse_toml
from plugins.desk.places import Place

TOML = """title = "A: b"
date = 2023-11-24T09:30:00Z
tags = ["C#",
  "b"]
sample = true
summary = ""
[picture]
file = "a.webp"
[[corrections]]
date = 2023-11-25
text = 'One'
[[corrections]]
date = 2023-11-26
"""


def test_all_values_are_text() -> None:
    header, problems = parse_toml(TOML, 2, "a.md")

    assert problems == []
    assert header.values == {
        "title": "A: b",
        "date": "2023-11-24 09:30:00+00:00",
        "tags": ["C#", "b"],
        "sample": "true",
        "picture": {"file": "a.webp"},
        "corrections": [{"date": "2023-11-25", "text": "One"}, {"date": "2023-11-26"}],
    }


@pytest.mark.parametrize(
    ("keys", "value", "key"),
    [
        (("title",), Place(2, 9), Place(2, 1)),
        (("tags", 1), Place(4, 8), Place(4, 1)),
        (("picture", "file"), Place(9, 8), Place(9, 1)),
        (("picture", "alt"), Place(8, 1), Place(8, 1)),
        (("corrections", 1, "date"), Place(14, 8), Place(14, 1)),
    ],
)
def test_places_are_those_of_the_file(keys: tuple[str | int, ...], value: Place, key: Place) -> None:
    header, _ = parse_toml(TOML, 2, "a.md")

    assert (header.place_of(*keys), header.place_of_key(*keys)) == (value, key)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("title: A", "a.md:2:6: a ':' between key and value; write '=' between '+++', or put '---' in place of '+++'"),
        ('a = "1"\ntitle = A', "a.md:3:9: front matter that cannot be read as TOML ('Invalid value'); write 'key = "),
        ('title = "A', "a.md:2:"),
        ('a = "1"\na = "2"', "a.md:3:1: a key a second time; keep one of the two lines"),
        ("a = " + "[" * 5000, "a.md:2:1: lists in lists"),
    ],
)
def test_a_mistake_is_told_at_its_place(text: str, problem: str) -> None:
    header, problems = parse_toml(text, 2, "a.md")

    assert header.values == {}
    assert [str(found)[: len(problem)] for found in problems] == [problem]


@given(st.text(st.sampled_from("abc=\"'[]{}.,#\n 1:-"), max_size=60))
def test_no_text_raises(text: str) -> None:
    parse_toml(text, 2, "a.md")
