import pytest

from plugins.newsroom.problems import Problem, Severity, did_you_mean, near_miss, report, shortened


def test_a_problem_is_said_with_its_place_and_its_remedy() -> None:
    problem = Problem("content/a.md", 3, 1, "unknown key 'categroy'", "did you mean 'category'?")

    assert str(problem) == "content/a.md:3:1: unknown key 'categroy'; did you mean 'category'?"


@pytest.mark.parametrize(
    ("severity", "weight"), [(Severity.ERROR, ""), (Severity.WARNING, "warning: "), (Severity.NOTICE, "notice: ")]
)
def test_a_problem_says_its_weight_where_it_is_no_error(severity: Severity, weight: str) -> None:
    assert str(Problem("a.md", 3, 1, "an id twice", "choose another", severity)) == (
        f"a.md:3:1: {weight}an id twice; choose another"
    )


@pytest.mark.parametrize(
    ("what", "kind"),
    [
        ("unknown key 'categroy'", "unknown key"),
        ("related article 'it's mine' is a draft", "related article … is a draft"),
        ("don't-miss 'x' here and \"y's\" in line 3", "don't-miss … here and … in line"),
        ("tag 'A' has the address of 'B' (content/articles/2023/11/one.md:7)", "tag … has the address of"),
        ("address /about/ is taken by content/pages/about.md", "address … is taken by"),
        ("corrections.1.date: '2023-13-01' is not in the calendar", "corrections.date: … is not in the calendar"),
        ("updated before it was published (2023-11-24 09:30)", "updated before it was published"),
        ("an invisible control character, U+0008", "an invisible control character"),
        ("a </div> that closes nothing", "a </div> that closes nothing"),
        ("4 related articles", "… related articles"),
    ],
)
def test_the_kind_of_a_problem_is_its_words_without_its_values(what: str, kind: str) -> None:
    assert Problem("a.md", 1, 1, what, "mend it").kind == kind


def test_a_long_value_is_quoted_by_its_beginning() -> None:
    assert shortened("a" * 60) == "a" * 60
    assert shortened("a" * 61) == "a" * 59 + "…"
    assert shortened(["a"]) == "['a']"


@pytest.mark.parametrize(
    "value", ["x" * 1_000_000, "it's " * 200_000, "'" * 1_000_000, '"' * 1_000_000, "é " * 500_000]
)
def test_no_message_holds_a_megabyte(value: str) -> None:
    for quoted in (repr(value), f"'{value}'", value):
        problem = Problem("a.md", 1, 1, f"unknown key {quoted}", f"did you mean {quoted}?")

        assert len(str(problem)) < 420
        assert problem.what.startswith("unknown key ")


def test_problems_of_a_kind_stay_of_a_kind_when_their_values_are_long() -> None:
    long, short = (Problem("a.md", 1, 1, f"unknown key {value!r} here", "mend it") for value in ("x" * 500, "y"))

    assert long.kind == short.kind
    assert long.what == f"unknown key '{'x' * 59}…' here"


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
