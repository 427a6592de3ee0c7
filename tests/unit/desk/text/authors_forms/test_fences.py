import pytest

from plugins.desk.text.authors_forms.fences import FENCE, FenceEnds, fenced_lines


@pytest.mark.parametrize(
    ("info", "language"),
    [
        ("python", "python"),
        (" python", "python"),
        ('python title="x.py"', "python"),
        ("{.python #id title='a b'}", "python"),
        ("{#id .python}", "python"),
        ("{r echo=FALSE}", "r"),
        ("c++ hl_lines=1", "c++"),
        ("objective-c", "objective-c"),
        ("js {1,3-5}", "js"),
        ("{1,3}", ""),
        ("js:src/a.js", "js"),
        ("", ""),
    ],
)
def test_of_what_stands_behind_a_fence_the_language_stays(info: str, language: str) -> None:
    fence = FENCE.match(f"```{info}")

    assert fence is not None
    assert fenced_lines(fence, ["a"], "", 0) == [f"```{language}", "a", "```"]


def test_the_lines_of_a_fence_move_with_it() -> None:
    fence = FENCE.match("  ~~~~")

    assert fence is not None
    assert fenced_lines(fence, ["  a", "    b", "c", ""], "    ", 2) == [
        *("    ~~~~", "    a", "      b", "    c", "", "    ~~~~"),
    ]


@pytest.mark.parametrize("line", ["`` a", "```a``` b", "~~ a", "a ```"])
def test_code_among_words_is_no_fence(line: str) -> None:
    assert FENCE.match(line) is None


@pytest.mark.parametrize(
    ("lines", "end"),
    [
        (["```", "a", "```"], 2),
        (["```", "a", "  `````", "```"], 2),
        (["```", "```a", "~~~", "```"], 3),
        (["````", "```"], None),
        (["```", "a"], None),
    ],
)
def test_a_fence_ends_at_one_of_its_kind_that_is_no_shorter(lines: list[str], end: int | None) -> None:
    fence = FENCE.match(lines[0])

    assert fence is not None
    assert FenceEnds(lines).find(fence, 1) == end
