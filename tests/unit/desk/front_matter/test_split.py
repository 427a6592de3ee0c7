import pytest

from plugins.desk.front_matter.split import split_file
from plugins.desk.places import Place
from plugins.newsroom.problems import Severity


@pytest.mark.parametrize(
    "data",
    [
        b"---\ntitle: A\n---\nText",
        b"\xef\xbb\xbf---\ntitle: A\n---\nText",
        b"---\r\ntitle: A\r\n---\r\nText",
        b"\n---\ntitle: A\n---  \nText",
        b"---\ntitle: A\n...\nText",
        b"Title: A\n\nText",
        b'+++\ntitle = "A"\n+++\nText',
        b" ---\ntitle: A\n---\nText",
        "\ufeff\ufeff---\ntitle: A\n---\u200b\nText".encode(),
        "\u00a0\n---\ntitle: A\n---\u00a0\nText".encode(),
    ],
)
def test_front_matter_and_text_are_told_apart(data: bytes) -> None:
    source = split_file(data, "a.md")

    assert (source.problems, source.header.values, source.body.strip()) == ((), {"title": "A"}, "Text")


def test_the_line_of_the_text_is_that_in_the_file() -> None:
    source = split_file(b"---\ntitle: A\n---\nText", "a.md")

    assert (source.body_line, source.body) == (4, "Text")


def test_a_rule_in_the_text_does_not_end_the_front_matter() -> None:
    source = split_file(b"---\ntitle: A\n---\nOne\n\n---\n\nTwo", "a.md")

    assert source.body == "One\n\n---\n\nTwo"


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"", "a.md:1:1: an empty file; begin the file with"),
        (b" \n\n", "a.md:1:1: an empty file; begin the file with"),
        (b"Just text, no keys.", "a.md:1:1: no front matter; begin the file with"),
        (b"----\ntitle: A\n----\n", "a.md:1:1: '----' in place of '---'; write a line of three hyphens: '---'"),
        ("———\ntitle: A\n———\n".encode(), "a.md:1:1: '———' in place of '---'; write a line of three hyphens: '---'"),
        ("---\ntitle: A\n—-\n".encode(), "a.md:3:1: '—-' at the end of the front matter; write a line '---'"),
        (b'{"title": "A"}\n\nText', "a.md:1:1: front matter in JSON, which nothing here reads; begin the file with"),
        (b"---toml\n---\n", "a.md:1:1: '---toml' in place of '---'; write a line '---' alone"),
        (b'+++\ntitle = "A"\n', "a.md:1:1: front matter without an end; put a line '+++' between"),
        (b"---\ntitle: A\n\nText", "a.md:1:1: front matter without an end; put a line '---'"),
        (b"---\ntitle: Caf\xe9\n---\n", "a.md:2:11: text that is not UTF-8; save the file as UTF-8"),
        (b"\xff\xfeT\x00", "a.md:1:1: text that is not UTF-8; save the file as UTF-8"),
    ],
)
def test_a_broken_file_is_a_problem_at_its_place(data: bytes, problem: str) -> None:
    source = split_file(data, "a.md")

    assert [str(found)[: len(problem)] for found in source.problems] == [problem]


def test_both_forms_of_front_matter_give_the_same_values() -> None:
    yaml = split_file(b"---\ntitle: 2023\npicture:\n  file: a.svg\n  alt: no\n---\n", "a.md")
    key_value = split_file(b"Title: 2023\nPicture.File: a.svg\npicture.alt: no\n\n", "a.md")

    assert yaml.header.values == key_value.header.values == {"title": "2023", "picture": {"file": "a.svg", "alt": "no"}}


def test_places_are_those_of_the_file() -> None:
    header = split_file(b"---\ntitle: A\nrelated:\n  - one\n  - two\n---\n", "a.md").header

    assert header.place_of("related", 1) == Place(5, 5)
    assert header.place_of_key("related") == Place(3, 1)
    assert header.place_of("nothing") == Place(1, 1)


@pytest.mark.parametrize("data", [b"Ti\xe2\x80\x8btle: A\n\n", b"---\nti\xe2\x80\x8btle: A\n---\n"])
def test_what_was_taken_otherwise_is_told_and_read(data: bytes) -> None:
    source = split_file(data, "a.md")

    assert source.header.values == {"title": "A"}
    assert [problem.severity for problem in source.problems] == [Severity.NOTICE]


def test_control_characters_are_told_by_place_and_stand_in_nobodys_way() -> None:
    source = split_file(b"---\r\ntitle: A\x0b\tB\r\n---\r\nOne.\n\x00Two \xef\xbf\xbe.\x1b\n", "a.md")

    assert [str(problem).partition("; ")[0] for problem in source.problems] == [
        "a.md:2:9: an invisible control character, U+000B",
        "a.md:5:1: an invisible control character, U+0000",
        "a.md:5:6: an invisible control character, U+FFFE",
        "a.md:5:8: an invisible control character, U+001B",
    ]
    assert source.header.values == {"title": "A \tB"}
    assert source.body == "One.\n Two  . \n"


def test_what_slots_are_made_of_is_an_authors_mistake() -> None:
    source = split_file("---\ntitle: A\n---\n[B](\ufdd0lc.md\ufdd1) \ufdef\n".encode(), "a.md")

    assert [str(problem) for problem in source.problems] == [
        "a.md:4:5: an invisible control character, U+FDD0; delete it",
        "a.md:4:11: an invisible control character, U+FDD1; delete it",
        "a.md:4:14: an invisible control character, U+FDEF; delete it",
    ]
    assert source.body == "[B]( lc.md )  \n"
