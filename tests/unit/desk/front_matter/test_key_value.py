from plugins.desk.front_matter.key_value import parse_key_value
from plugins.desk.places import Place


def test_an_indented_line_continues_the_value() -> None:
    header, problems = parse_key_value(["Tags: one,", "  two"], 1, "a.md")

    assert (header.values, problems) == ({"tags": "one,\ntwo"}, [])


def test_numbers_between_dots_make_a_list() -> None:
    lines = ["Links.1.name: A", "Links.1.url: /a/", "Links.2.name: B", "Links.2.url: /b/"]

    header, problems = parse_key_value(lines, 1, "a.md")

    assert header.values == {"links": [{"name": "A", "url": "/a/"}, {"name": "B", "url": "/b/"}]}
    assert header.place_of("links", 1, "url") == Place(4, 14)
    assert problems == []


def test_more_than_nine_entries_keep_their_order() -> None:
    header, _ = parse_key_value([f"Links.{number}: {number}" for number in range(1, 12)], 1, "a.md")

    assert header.values == {"links": [str(number) for number in range(1, 12)]}


def test_mistakes_stand_at_their_lines() -> None:
    _, problems = parse_key_value(["Title: A", "title: B", "\tindented", "nothing"], 1, "a.md")

    assert [str(problem) for problem in problems] == [
        "a.md:2:1: key 'title' a second time; keep one of it and line 1",
        "a.md:3:1: a tab; indent with spaces",
        "a.md:4:1: a line of front matter without a key; "
        "write 'Key: value', indent a continued value, and leave an empty line before the text",
    ]


def test_a_key_and_a_group_of_the_same_name_do_not_raise() -> None:
    header, _ = parse_key_value(["Picture: a", "Picture.alt: b", "Links.1: a", "Links.x: b"], 1, "a.md")

    assert header.values["picture"] == "a"
