"""All problems of a content folder, kept from build to build, so that an unchanged file need not be checked again."""

import marshal
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from plugins.desk.checks.references import check_between, check_file
from plugins.desk.files.content_index import ContentIndex
from plugins.newsroom.problem_report import first_of_each_kind
from plugins.newsroom.problems import Problem
from plugins.stet.state.shelf import Shelf

_PLACE = "problems"
"""Their key on the desk's shelf."""
_MOST_EDITED = 20
"""Files that somebody may have in hand; all more come from a program."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundProblems:
    """The problems of a content folder."""

    between: tuple[Problem, ...]
    """Those that files have only together."""
    by_file: Mapping[str, tuple[Problem, ...]]
    """Those of a file and of its references, by its path below the content folder; files without any are left out."""

    def __iter__(self) -> Iterator[Problem]:
        yield from self.between
        for problems in self.by_file.values():
            yield from problems


def check_folder(index: ContentIndex) -> FoundProblems:
    """Return all problems of the files of a folder, and between them."""
    return FoundProblems(between=tuple(check_between(index)), by_file=_by_file(index, index.entries))


def check_again(index: ContentIndex, changed: Collection[str], before: FoundProblems) -> FoundProblems:
    """Return the problems of a folder that had those `before`, until the files `changed` were edited.

    Nothing that other files depend on may have changed in them (`publication/structure.py`).
    """
    if not changed:
        return before
    paths = [index.path_of(source) for source in changed]
    has_moved = any(path == each.path or path in each.what for each in before.between for path in paths)
    between = tuple(check_between(index)) if has_moved else before.between
    others = {source: found for source, found in before.by_file.items() if source not in changed}
    return FoundProblems(between=between, by_file=others | _by_file(index, changed))


def with_places(index: ContentIndex, found: FoundProblems, edited: Collection[str]) -> FoundProblems:
    """Return the problems with the places of those that reports show, and of all others in the same files.

    The rest are left as they were noted: to find a place, a text must be read again. Files that were `edited` get
    places too, as somebody is at work in them, but not after an edit of many.
    """
    shown = {problem.path for problem in first_of_each_kind(found) if not problem.line}
    if len(edited) <= _MOST_EDITED:
        problems = (problem for source in edited for problem in found.by_file.get(source, ()))
        shown |= {problem.path for problem in problems if not problem.line}
    if not shown:
        return found
    by_file = {
        source: tuple(map(index.placed, problems)) if index.path_of(source) in shown else problems
        for source, problems in found.by_file.items()
    }
    return replace(found, by_file=by_file)


def keep_problems(shelf: Shelf, found: FoundProblems) -> None:
    """Keep the problems for the next build."""
    by_file = {source: _plain(problems) for source, problems in found.by_file.items()}
    shelf.put(_PLACE, marshal.dumps((_plain(found.between), by_file)))


def kept_problems(shelf: Shelf) -> FoundProblems | None:
    """Return the problems that the last build has kept, if it has kept them."""
    packed = shelf.get(_PLACE)
    if packed is None:
        return None
    between, by_file = marshal.loads(packed)
    return FoundProblems(
        between=_problems(between), by_file={source: _problems(problems) for source, problems in by_file.items()}
    )


def _by_file(index: ContentIndex, sources: Iterable[str]) -> dict[str, tuple[Problem, ...]]:
    found = ((source, tuple(check_file(index, index.entries[source]))) for source in sources)
    return {source: problems for source, problems in found if problems}


def _plain(problems: Iterable[Problem]) -> tuple[tuple[Any, ...], ...]:
    return tuple(problem.plain for problem in problems)


def _problems(plain: Iterable[tuple[Any, ...]]) -> tuple[Problem, ...]:
    return tuple(Problem(*each) for each in plain)
