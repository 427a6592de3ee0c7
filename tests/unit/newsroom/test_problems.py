from plugins.newsroom.problems import Problem, near_miss, report


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
