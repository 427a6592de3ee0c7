from typing import Any

import pytest

from tests.evaluation.headers import split


@pytest.mark.parametrize(
    ("text", "header"),
    [
        ("---\ntitle: A\nslug: 007\ndate: 2015-02-30\n---\n", {"title": "A", "slug": "007", "date": "2015-02-30"}),
        ("\n\n---  \nTitle: A\n...\n", {"title": "A"}),
        ("---\ntags: [a, b]\nauthors:\n- name: Mei\n---\n", {"tags": ["a", "b"], "authors": [{"name": "Mei"}]}),
        ("---\nauthor: {name: Mei}\n---\n", {"author": {"name": "Mei"}}),
        ('+++\ntitle = "A"\n[taxonomies]\ntags = ["a"]\n+++\n', {"title": "A", "tags": ["a"]}),
        ("---\nparams:\n  tags: [a]\n  title: B\ntitle: A\n---\n", {"title": "A", "tags": ["a"]}),
        ("Title: A: b\nTags: a, b\n\n", {"title": "A: b", "tags": "a, b"}),
        ("---\n---\n", {}),
        ("---\n\n---\n", {}),
    ],
)
def test_front_matter_is_read_in_any_form(text: str, header: dict[str, Any]) -> None:
    found, body, odd = split(f"{text}Body\n")

    assert {key: value for key, value in found.items() if key not in ("taxonomies", "params")} == header
    assert (body.strip(), odd) == ("Body", "")


@pytest.mark.parametrize(
    ("text", "header"),
    [
        ("---\ntitle: A: b\ntags: [a, 'b']\n---\n", {"title": "A: b", "tags": ["a", "b"]}),
        (
            '---\ntitle: A: b\ntags:\n  - a\n  - "b"\nsummary: >\n  One\n  two\n---\n',
            {"title": "A: b", "tags": ["a", "b"], "summary": "One two"},
        ),
        ("---\ntitle: 'A\nslug: b\n---\n", {"title": "'A", "slug": "b"}),
        ("---\n\ttitle: A\nslug: b\n---\n", {"slug": "b"}),
        ("---\ntitle: @A\n---\n", {"title": "@A"}),
        ('+++\ntitle = "A"\ntags = [\n+++\n', {"title": "A", "tags": "["}),
    ],
)
def test_broken_front_matter_is_read_line_by_line(text: str, header: dict[str, Any]) -> None:
    found, body, odd = split(f"{text}Body\n")

    assert (found, body.strip()) == (header, "Body")
    assert odd.startswith("invalid ")


def test_front_matter_without_an_end_ends_before_the_first_empty_line() -> None:
    header, body, odd = split("---\ntitle: A\n\nBody\n")

    assert (header, body) == ({"title": "A"}, "Body\n")
    assert odd == "front matter without an end, which was taken to be before the first empty line"


@pytest.mark.parametrize("text", ["", "\n", "Body", "Note: this is a text\n\nBody", "# Title\n\n---\n\nBody", "- a\n"])
def test_a_text_without_front_matter_is_all_body(text: str) -> None:
    assert split(text) == ({}, text.lstrip("\n"), "")


@pytest.mark.parametrize(
    "header",
    ["- a\n- b", "just words", "[" * 5000, "{a: " * 5000, "a: &a [*a]", "? [a]\n: b", "a: !!python/name:x y", "\x00"],
)
def test_no_front_matter_is_too_odd(header: str) -> None:
    _, body, _ = split(f"---\n{header}\n---\nBody")

    assert body == "Body"
