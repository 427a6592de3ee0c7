"""Reports of many problems: in words for a terminal, as JSON for programs, as annotations for GitHub."""

import json
import sys
from argparse import ArgumentParser, Namespace
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from operator import attrgetter
from pathlib import PurePosixPath

from plugins.newsroom.problems import Problem, Severity, has_errors, has_warnings

_SHOWN = 5
"""Problems of a kind that a terminal shows: more would hide the other kinds."""
_KINDS_COUNTED = 8
"""Kinds named in one line of counts."""
_HOW_TO_SEE_ALL = "make check-content ALL=1"

Placer = Callable[[Problem], Problem]
"""Finds line and column of a problem that was noted without them."""


def as_noted(problem: Problem) -> Problem:
    """Stand in for a placer where every problem has its place."""
    return problem


def report_in_words(problems: Iterable[Problem], *, shows_all: bool = False, place: Placer = as_noted) -> str:
    """Return the problems, errors first and each once, and a count by kind at the end; empty if there is none."""
    distinct = ordered(problems)
    return "\n".join([*shown_lines(distinct, shows_all=shows_all, place=place), *count_lines(distinct)])


def ordered(problems: Iterable[Problem]) -> list[Problem]:
    """Return each of the problems once, errors first, then by place."""
    return sorted(set(problems), key=_order)


def _order(problem: Problem) -> tuple[int, str, int, int, str, str]:
    return -problem.severity, problem.path, problem.line, problem.column, problem.what, problem.remedy


def shown_lines(problems: Sequence[Problem], *, shows_all: bool = False, place: Placer = as_noted) -> Iterator[str]:
    """Yield the lines for problems in order: the first of each kind, those of archives and notices in sums."""
    if shows_all:
        yield from map(str, ordered(map(place, problems)))
        return
    counts = Counter(_kind(problem) for problem in problems if not _is_summed(problem))
    seen: Counter[tuple[Severity, str]] = Counter()
    for problem in ordered(map(place, first_of_each_kind(problems))):
        kind = _kind(problem)
        seen[kind] += 1
        yield str(problem)
        if seen[kind] == _SHOWN < counts[kind]:
            yield f"… and {counts[kind] - _SHOWN:,} more of this kind (all: {_HOW_TO_SEE_ALL})"
    yield from _archive_lines([problem for problem in problems if problem.archive])
    yield from _notice_lines([problem for problem in problems if _is_summed(problem) and not problem.archive])


def first_of_each_kind(problems: Iterable[Problem]) -> list[Problem]:
    """Return the problems that a report shows by themselves: the first of each kind."""
    by_kind: defaultdict[tuple[Severity, str], list[Problem]] = defaultdict(list)
    for problem in ordered(problem for problem in problems if not _is_summed(problem)):
        by_kind[_kind(problem)].append(problem)
    return [problem for found in by_kind.values() for problem in found[:_SHOWN]]


def _kind(problem: Problem) -> tuple[Severity, str]:
    return problem.severity, problem.kind


def count_lines(problems: Sequence[Problem]) -> Iterator[str]:
    """Yield a line of counts by kind for each severity of problems in order."""
    for severity, group in groupby(problems, key=attrgetter("severity")):
        found = list(group)
        yield f"{_counted(len(found), severity.word)}: {_kinds(found)}"


def as_json(problems: Iterable[Problem], place: Placer = as_noted) -> str:
    """Return all problems as one JSON object; docs/operators.md has its keys."""
    found = ordered(map(place, problems))
    counts = Counter(problem.severity for problem in found)
    listed = [
        {
            "severity": problem.severity.word,
            "kind": problem.kind,
            "path": problem.path,
            "line": problem.line,
            "column": problem.column,
            "what": problem.what,
            "remedy": problem.remedy,
        }
        for problem in found
    ]
    totals = {severity.word: counts[severity] for severity in reversed(Severity)}
    return json.dumps({"counts": totals, "problems": listed}, ensure_ascii=False, indent=1)


def read_json(report: str) -> list[Problem]:
    """Return the problems of a report in JSON, so that two reports can become one."""
    return [
        Problem(row["path"], row["line"], row["column"], row["what"], row["remedy"], Severity[row["severity"].upper()])
        for row in json.loads(report)["problems"]
    ]


def as_annotations(problems: Iterable[Problem], place: Placer = as_noted) -> str:
    """Return all problems as commands to GitHub's runner, a line each, which shows them beside the lines they mean."""
    return "\n".join(map(_annotation, ordered(map(place, problems))))


def annotate_errors(problems: Iterable[Problem], environment: Mapping[str, str], place: Placer = as_noted) -> None:
    """Print the errors as annotations where GitHub's runner reads along."""
    if is_read_by_runner(environment):
        print(as_annotations((each for each in problems if each.severity is Severity.ERROR), place), flush=True)


def _annotation(problem: Problem) -> str:
    values = {"file": problem.path, "line": problem.line, "col": problem.column, "title": problem.kind}
    return runner_command(problem.severity.word, values, f"{problem.what}; {problem.remedy}")


def is_read_by_runner(environment: Mapping[str, str]) -> bool:
    """Tell whether GitHub's runner reads what this process prints."""
    return environment.get("GITHUB_ACTIONS") == "true"


def runner_command(name: str, properties: Mapping[str, object], text: str) -> str:
    """Return a command to GitHub's runner, in one line."""
    given = ",".join(f"{key}={_escaped(str(value), ':,')}" for key, value in properties.items())
    return f"::{name} {given}::{_escaped(text)}"


def _escaped(text: str, more: str = "") -> str:
    """Return text as a command to the runner holds it; the percent sign goes first, as it marks the others."""
    for character in f"%\r\n{more}":
        text = text.replace(character, f"%{ord(character):02X}")
    return text


def _is_summed(problem: Problem) -> bool:
    return problem.severity is not Severity.ERROR and (bool(problem.archive) or problem.severity is Severity.NOTICE)


def _archive_lines(problems: Iterable[Problem]) -> Iterator[str]:
    by_folder: defaultdict[str, list[Problem]] = defaultdict(list)
    for problem in problems:
        if _is_summed(problem):
            by_folder[problem.archive].append(problem)
    for folder, found in sorted(by_folder.items()):
        numbers = Counter(problem.severity for problem in found)
        sums = " and ".join(
            _counted(number, severity.word) for severity, number in sorted(numbers.items(), reverse=True)
        )
        yield f"{folder}: {sums} in {_files(found)}: {_kinds(found)}"


def _notice_lines(problems: Iterable[Problem]) -> Iterator[str]:
    by_kind: defaultdict[tuple[str, str], list[Problem]] = defaultdict(list)
    for problem in problems:
        by_kind[PurePosixPath(problem.path).parent.as_posix(), problem.kind].append(problem)
    for (folder, kind), found in sorted(by_kind.items()):
        times = f", {len(found):,} times in {_files(found)}" if len(found) > 1 else f" ({found[0].path})"
        yield f"{folder}: notice: {kind}{times}; {found[0].remedy}"


def _kinds(problems: Sequence[Problem]) -> str:
    """Return the kinds of problems with their numbers, the commonest first."""
    counts = Counter(problem.kind for problem in problems)
    by_number = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    named = [f"{number:,} × {kind}" for kind, number in by_number[:_KINDS_COUNTED]]
    rest = len(by_number) - len(named)
    return ", ".join([*named, *([f"{rest} more kinds"] if rest else [])])


def _files(problems: Iterable[Problem]) -> str:
    return _counted(len({problem.path for problem in problems}), "file")


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


FORMATS: Mapping[str, Callable[[Iterable[Problem], Placer], str]] = {
    "json": as_json,
    "github": as_annotations,
}
"""Forms of a report beside words, by the names that commands take."""


def add_check_options(parser: ArgumentParser, *, joins: bool = True) -> None:
    """Give a command the options of a check; `joins` says that it can take over the report of another one."""
    parser.add_argument("--all", action="store_true", help="show every problem, not the first few of each kind")
    parser.add_argument("--strict", action="store_true", help="end with status 1 for warnings too")
    parser.add_argument(
        "--format", choices=("text", *FORMATS), default="text", help="text, JSON, or annotations for GitHub"
    )
    if joins:
        parser.add_argument(
            "--join", action="store_true", help="read a report in JSON from the input, and print both as one"
        )


def end_check(own: Sequence[Problem], asked: Namespace, place: Placer = as_noted, more: Sequence[str] = ()) -> int:
    """Print what was found, with `more` below it for people, and return the exit status."""
    problems = [*(read_json(sys.stdin.read()) if "join" in asked and asked.join else []), *own]
    is_wrong = has_errors(problems) or (asked.strict and has_warnings(problems))
    if asked.format != "text":
        said = FORMATS[asked.format](problems, place)
    else:
        said = "\n".join(filter(None, [report_in_words(problems, shows_all=asked.all, place=place), *more]))
    if said:
        print(said, file=sys.stderr if is_wrong and asked.format == "text" else sys.stdout)
    return 1 if is_wrong else 0
