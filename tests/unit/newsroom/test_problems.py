import pytest

from plugins.newsroom.problems import Problem, did_you_mean, near_miss, report


def test_a_problem_is_said_with_its_place_and_its_remedy() -> None:
    problem = Problem("content/a.md", 3, 1, "unknown key 'categroy'", "did you mean 'category'?")

    assert str(problem) == "content/a.md:3:1: unknown key 'categroy'; did you mean 'category'?"


def test_problems_are_reported_by_place_and_each_once() -> None:
    late = Problem("b.md", 10, 1, "what", "do")
    early = Problem("b.md", 9, 1, "what", "do")
    first = Problem("a.md", 20, 1, "what", "do")

    assert report([late, early, first, late]) == "\n".join(map(str, [first, early, late]))


def test_the_nearest_known_word_is_found_whatever_its_case() -> None:
    assert near_miss("socail", ["Media", "Social"]) == "Social"


def test_nothing_is_near_a_word_that_is_far_from_all() -> None:
    assert near_miss("zebra", ["Media", "Social"]) is None


@pytest.mark.parametrize(
    ("found", "known", "otherwise", "remedy"),
    [
        ("socail", ["Media", "Social"], None, "did you mean 'Social'?"),
        ("zebra", ["Media", "Social"], None, "known are: Media, Social"),
        ("zebra", [], None, "known are: none"),
        ("zebra", ["Media"], "see content/categories", "see content/categories"),
    ],
)
def test_a_name_that_there_is_not_is_told_with_the_nearest_or_all(
    found: str, known: list[str], otherwise: str | None, remedy: str
) -> None:
    assert did_you_mean(found, known, otherwise) == remedy


def test_names_are_shown_as_authors_write_them() -> None:
    assert did_you_mean("parts", ["part"], shown="#{}".format) == "did you mean '#part'?"
    assert did_you_mean("zebra", ["part", "end"], shown="#{}".format) == "known are: #part, #end"


def test_a_note_follows_the_near_miss_only() -> None:
    assert did_you_mean("socail", ["Social"], note=" (below content/)") == "did you mean 'Social' (below content/)?"
    assert did_you_mean("zebra", ["Social"], "none", note=" (below content/)") == "none"
