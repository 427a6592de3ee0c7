import io
import json
from argparse import ArgumentParser, Namespace

import pytest

from plugins.newsroom.problem_report import (
    add_check_options,
    annotate_errors,
    as_annotations,
    as_json,
    end_check,
    read_json,
    report_in_words,
    runner_command,
)
from plugins.newsroom.problems import Problem, Severity

WARNING, NOTICE = Severity.WARNING, Severity.NOTICE
ARCHIVE = "content/articles/2010"


def problem(path: str, line: int = 1, what: str = "no title", severity: Severity = Severity.ERROR) -> Problem:
    return Problem(path, line, 2, what, "mend it", severity)


def archived(path: str, what: str) -> Problem:
    return Problem(f"{ARCHIVE}/{path}", 1, 1, what, "mend it", WARNING, archive=ARCHIVE)


def lines(*problems: Problem, shows_all: bool = False) -> list[str]:
    return report_in_words(problems, shows_all=shows_all).splitlines()


def test_without_problems_there_is_nothing_to_say() -> None:
    assert report_in_words([]) == ""


def test_errors_come_first_and_counts_last() -> None:
    found = [problem("a.md", 3, "link '/x/'", WARNING), problem("b.md", 9), problem("b.md", 10), problem("b.md", 9)]

    assert lines(*found) == [
        "b.md:9:2: no title; mend it",
        "b.md:10:2: no title; mend it",
        "a.md:3:2: warning: link '/x/'; mend it",
        "2 errors: 2 × no title",
        "1 warning: 1 × link",
    ]


def test_five_of_a_kind_are_shown_and_the_rest_counted() -> None:
    found = [problem("a.md", number, f"no page '/{number}/'") for number in range(1, 43)]

    shown = lines(*found, problem("b.md", 1, "no title"))

    assert shown[:5] == list(map(str, found[:5]))
    assert shown[5:] == [
        "… and 37 more of this kind (all: make check-content ALL=1)",
        "b.md:1:2: no title; mend it",
        "43 errors: 42 × no page, 1 × no title",
    ]


def test_all_are_shown_on_request() -> None:
    found = [problem("a.md", number, severity=WARNING) for number in range(1, 43)]

    assert lines(*found, shows_all=True) == [*map(str, found), "42 warnings: 42 × no title"]


def test_warnings_of_an_archive_are_one_line_a_folder() -> None:
    found = [archived("a.md", "dead link '/x/'"), archived("a.md", "dead link '/y/'"), archived("b.md", "a <b> tag")]

    assert lines(*found) == [
        "content/articles/2010: 3 warnings in 2 files: 2 × dead link, 1 × a <b> tag",
        "3 warnings: 2 × dead link, 1 × a <b> tag",
    ]
    assert lines(*found, shows_all=True)[:3] == list(map(str, sorted(found)))


def test_notices_of_an_archive_are_counted_beside_its_warnings() -> None:
    notice = Problem(f"{ARCHIVE}/a.md", 1, 1, "a style", "leave it out", NOTICE, archive=ARCHIVE)

    shown = lines(archived("a.md", "dead link '/x/'"), notice)

    assert shown[0] == "content/articles/2010: 1 warning and 1 notice in 1 file: 1 × a style, 1 × dead link"


def test_an_error_in_an_archive_is_shown_by_itself() -> None:
    error = Problem(f"{ARCHIVE}/a.md", 1, 1, "no title", "mend it", archive=ARCHIVE)

    assert lines(error) == [str(error), "1 error: 1 × no title"]


def test_notices_are_one_line_a_kind_and_folder() -> None:
    found = [problem(f"content/{name}.md", 1, f"a style '{name}'", NOTICE) for name in ("a", "b", "x/c")]

    assert lines(*found) == [
        "content: notice: a style, 2 times in 2 files; mend it",
        "content/x: notice: a style (content/x/c.md); mend it",
        "3 notices: 3 × a style",
    ]


def test_many_kinds_are_counted_and_not_named() -> None:
    found = [problem("a.md", 1, f"a mistake of kind {letter}") for letter in "abcdefghij"]

    assert lines(*found)[-1].endswith("1 × a mistake of kind h, 2 more kinds")


def test_only_what_is_shown_is_given_a_place() -> None:
    asked: list[Problem] = []

    def place(found: Problem) -> Problem:
        asked.append(found)
        return Problem(found.path, 200 - found.line, 8, found.what, found.remedy)

    report = report_in_words([problem("a.md", number, f"no page '{number}'") for number in range(1, 101)], place=place)

    assert len(asked) == 5
    assert report.startswith("a.md:195:8: no page '5'; mend it\na.md:196:8: ")


def test_programs_get_every_field_of_every_problem() -> None:
    found = [problem("b.md", 9, "no page 'ä'", WARNING), *(problem("a.md", number) for number in range(1, 10))]

    told = json.loads(as_json(found))

    assert told["counts"] == {"error": 9, "warning": 1, "notice": 0}
    assert len(told["problems"]) == 10
    assert told["problems"][-1] == {
        "severity": "warning",
        "kind": "no page",
        "path": "b.md",
        "line": 9,
        "column": 2,
        "what": "no page 'ä'",
        "remedy": "mend it",
    }


@pytest.mark.parametrize(
    ("found", "command"),
    [
        (problem("a.md", 3), "::error file=a.md,line=3,col=2,title=no title::no title; mend it"),
        (problem("a.md", 3, severity=NOTICE), "::notice file=a.md,line=3,col=2,title=no title::no title; mend it"),
        (
            problem("a,b:c%.md", 3, "all% of\nit: a, b", WARNING),
            "::warning file=a%2Cb%3Ac%25.md,line=3,col=2,title=all%25 of it%3A a%2C b::all%25 of%0Ait: a, b; mend it",
        ),
    ],
)
def test_github_gets_commands_that_no_name_can_break(found: Problem, command: str) -> None:
    assert as_annotations([found]) == command


def test_a_command_is_one_line_whatever_is_in_it() -> None:
    assert runner_command("error", {"title": "a:b,c", "line": 3}, "100 %\nof it: all, now") == (
        "::error title=a%3Ab%2Cc,line=3::100 %25%0Aof it: all, now"
    )


def test_errors_alone_are_annotated_and_only_where_githubs_runner_reads(capsys: pytest.CaptureFixture[str]) -> None:
    found = [Problem("a.md", 1, 1, "wrong", "right"), Problem("b.md", 1, 1, "odd", "even", Severity.WARNING)]
    annotate_errors(found, {})
    annotate_errors(found, {"GITHUB_ACTIONS": "true"})

    assert capsys.readouterr().out == "::error file=a.md,line=1,col=1,title=wrong::wrong; right\n"


def test_a_report_in_json_can_be_read_again() -> None:
    problems = [Problem("a.md", 1, 2, "wrong 'x'", "mend it"), Problem("b.md", 3, 1, "odd", "see", Severity.WARNING)]

    assert read_json(as_json(problems)) == problems


WARNED = [Problem(f"content/{number}.md", 1, 1, "is odd", "mend it", Severity.WARNING) for number in range(9)]
WRONG = Problem("content/wrong.md", 2, 1, "is wrong", "mend it")


def asked(*arguments: str) -> Namespace:
    parser = ArgumentParser()
    add_check_options(parser)
    return parser.parse_args(arguments)


def test_warnings_end_with_status_1_where_that_is_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    statuses = (end_check(WARNED, asked()), end_check(WARNED, asked("--strict")), end_check([WRONG], asked()))

    assert statuses == (0, 1, 1)
    assert "is wrong" in capsys.readouterr().err


def test_all_of_a_kind_are_shown_where_that_is_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    end_check(WARNED, asked())
    few = capsys.readouterr().out
    end_check(WARNED, asked("--all"))
    every = capsys.readouterr().out

    assert ("content/8.md" in few, "content/8.md" in every) == (False, True)


def test_more_is_said_to_people_alone(capsys: pytest.CaptureFixture[str]) -> None:
    end_check([], asked(), more=["All is well."])
    in_words = capsys.readouterr().out
    end_check([], asked("--format", "github"), more=["All is well."])

    assert (in_words, capsys.readouterr().out) == ("All is well.\n", "")


def test_two_reports_become_one(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(as_json(WARNED)))

    status = end_check([WRONG], asked("--format", "json", "--join"))

    assert status == 1
    assert json.loads(capsys.readouterr().out)["counts"] == {"error": 1, "warning": 9, "notice": 0}
