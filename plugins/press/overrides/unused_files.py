"""Files among the publisher's own templates that nothing reads."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from plugins.newsroom.problems import Problem, Severity, near_miss
from plugins.press.theme_files import ThemeFiles, names_in

_BESIDE = (".css", ".js")
"""Ends of files that stand beside a template and belong to it."""


def unused_files(files: ThemeFiles, references: Callable[[str], Iterable[str]]) -> Iterator[Problem]:
    """Yield the files that replace nothing of the theme and that none of the publisher's templates names.

    `references` returns the names of the templates that one names. Files that begin with `_` are let alone.
    """
    theirs = names_in(files.theme / "templates")
    used = _used(files.own_names(), theirs, references)
    for folder in files.overrides.folders:
        for path in (path for path in files.overrides.files() if path.is_relative_to(folder)):
            name = path.relative_to(folder).as_posix()
            if path.name.startswith("_") or path.name.endswith("~"):
                continue
            if (first := _first(files, name)) != path:
                yield _problem(path, f"is hidden by {first}", "remove one of the two")
            elif not _is_read(name, used | set(theirs)):
                yield _problem(path, *_words(name, theirs))


def _used(own: Iterable[str], theirs: Iterable[str], references: Callable[[str], Iterable[str]]) -> set[str]:
    """Return the names of the publisher's templates that replace one of the theme's, or are named by one that does."""
    own = set(own)
    used: set[str] = set()
    waiting = [*own.intersection(theirs)]
    while waiting:
        name = waiting.pop()
        if name not in used:
            used.add(name)
            waiting += [found for found in references(name) if found in own]
    return used


def _is_read(name: str, templates: set[str]) -> bool:
    if not name.endswith(_BESIDE):
        return name in templates
    is_component = name.startswith("components/")
    return (is_component or name.endswith(".css")) and f"{name.rpartition('.')[0]}.html" in templates


def _words(name: str, theirs: list[str]) -> tuple[str, str]:
    """Return mistake and remedy of a file that nothing reads."""
    stem, dot, end = name.rpartition(".")
    known = [f"{each.removesuffix('.html')}.{end}" for each in theirs]
    meant = _nearest(name, [each for each in known if _is_read(each, set(theirs))])
    if meant:
        return "replaces nothing of the theme, and no template here names it", f"did you mean {meant!r}?"
    if stem and f"{dot}{end}" in (".html", *_BESIDE):
        remedy = "name it in one of your templates, give it the name of one of the theme's, or begin its name with '_'"
        return "replaces nothing of the theme, and no template here names it", f"{remedy} (make override lists them)"
    return "is neither a template nor a style or script beside one", "take it out, or begin its name with '_'"


def _nearest(name: str, known: list[str]) -> str | None:
    """Return the name that was meant: with other letters, or in another folder."""
    same = [each for each in known if each.rpartition("/")[2] == name.rpartition("/")[2]]
    return same[0] if same else near_miss(name, known)


def _first(files: ThemeFiles, name: str) -> Path | None:
    """Return the file of this name in the first folder that has one."""
    places = (folder / name for folder in files.overrides.folders)
    return next((path for path in places if path.is_file()), None)


def _problem(path: Path, what: str, remedy: str) -> Problem:
    return Problem(str(path), 1, 1, what, remedy, Severity.WARNING)
