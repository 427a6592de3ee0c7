import pytest

from plugins.desk.front_matter.invisible import ordinary_lines

NO_BREAK, IDEOGRAPHIC, ZERO_WIDTH, MARK, JOINER = "\u00a0", "\u3000", "\u200b", "\ufeff", "\u200d"
SPACE = "before a key or a value, which counts as an ordinary one; write ordinary spaces there"
LEFT_OUT = "which is left out; delete it"
NOT_ENDED, BEHIND = "that nothing ends, so it is left out; write", "behind the words that it is for, or delete it"


@pytest.mark.parametrize(
    ("written", "ordinary", "said"),
    [
        (f"{NO_BREAK}{NO_BREAK}- a", "  - a", f"4:1: notice: a no-break space (U+00A0) {SPACE}"),
        (f"  -{NO_BREAK}a", "  - a", f"4:4: notice: a no-break space (U+00A0) {SPACE}"),
        (f"{IDEOGRAPHIC}file: a", " file: a", f"4:1: notice: an ideographic space (U+3000) {SPACE}"),
        (f"title:{NO_BREAK}A", "title: A", f"4:7: notice: a no-break space (U+00A0) {SPACE}"),
        (f"title{NO_BREAK}: A", "title : A", f"4:6: notice: a no-break space (U+00A0) {SPACE}"),
        ("title:\tA", "title: A", f"4:7: notice: a tab {SPACE}"),
        ("\u2003file: a", " file: a", f"4:1: notice: an odd space (U+2003) {SPACE}"),
        (f"ti{ZERO_WIDTH}tle: A", "title: A", f"4:3: notice: an invisible character, U+200B, {LEFT_OUT}"),
        (f"{MARK}title: A", "title: A", f"4:1: notice: an invisible character, U+FEFF, {LEFT_OUT}"),
        (
            "title: \u202efdp.exe\u202c",
            "title: fdp.exe\u202c",
            f"4:8: notice: an invisible character, U+202E, {LEFT_OUT}",
        ),
        ("title: a \u2067b", "title: a b", f"4:10: notice: a mark of direction, U+2067, {NOT_ENDED} U+2069 {BEHIND}"),
        (
            "title: \u202ba\u2069",
            "title: a\u2069",
            f"4:8: notice: a mark of direction, U+202B, {NOT_ENDED} U+202C {BEHIND}",
        ),
        (f"tags: [b{ZERO_WIDTH}]", "tags: [b]", f"4:9: notice: an invisible character, U+200B, {LEFT_OUT}"),
    ],
)
def test_what_nobody_sees_is_taken_as_it_was_meant(written: str, ordinary: str, said: str) -> None:
    lines, problems = ordinary_lines(["title: A", written], 3, "a.md")

    assert lines == ["title: A", ordinary]
    assert [str(problem) for problem in problems] == [f"a.md:{said}"]


@pytest.mark.parametrize(
    "line",
    [
        f"title: 10{NO_BREAK}km",
        f"title: می{JOINER}خواهم",
        f"  Note{NO_BREAK}: of a text in several lines",
        "title: a \u2067b \u202ac\u202c\u2069 d\u200f",
        "\tfile: a",
        "title: a\tb",
        "",
    ],
)
def test_what_belongs_to_a_text_is_left(line: str) -> None:
    assert ordinary_lines([line], 2, "a.md") == ([line], [])


def test_each_kind_is_told_once() -> None:
    lines = [f"{NO_BREAK}- a{ZERO_WIDTH}"] * 20

    assert len(ordinary_lines(lines, 2, "a.md")[1]) == 2
