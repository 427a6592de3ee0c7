"""Mistakes in templates as problems: the file, the line, and the names that there are."""

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import fields, is_dataclass
from pathlib import Path
from traceback import walk_tb

from jinja2 import TemplateNotFound, TemplateSyntaxError, UndefinedError
from jinja2.filters import FILTERS
from jinja2.tests import TESTS

from plugins.newsroom.problems import Problem, did_you_mean, near_miss, shortened
from plugins.press.theme_files import ThemeFiles, shown_path
from plugins.stet.build_errors import BuildError

_UNKNOWN_NAME = re.compile(r"'(\w+)' is undefined")
_UNKNOWN_FILTER = re.compile(r"No (filter|test) named '([^']*)'")
_FOR_PAGES = ("page", "theme", "words")
"""Names that every page's template has; a component has `words`, its arguments, and the components that it imports."""


class TemplateError(BuildError):
    """A page that cannot be rendered: the message is a problem with its place. It travels between processes."""


@contextmanager
def errors_placed(files: ThemeFiles) -> Iterator[None]:
    """Raise TemplateError for an error that comes through a template; any other error stays as it is."""
    try:
        yield
    except Exception as error:
        problem = rendering_problem(error, files)
        if problem is None:
            raise
        raise TemplateError(str(problem)) from error


def rendering_problem(error: Exception, files: ThemeFiles) -> Problem | None:
    """Return the mistake in a template that was met while a page was rendered; None if no template has a part in it.

    Its place is the innermost one in a file of the publisher's own, as the theme works with what it is meant to get;
    else the innermost one in the theme.
    """
    places = list(_template_places(error, files))
    if isinstance(error, TemplateSyntaxError) or not places:
        return compiling_problem(error) if isinstance(error, TemplateSyntaxError) else None
    own = [place for place in places if files.is_own(place[0])]
    path, line = (own or places)[-1]
    what, remedy = _words(error, _line_of(*places[-1]))
    if own and own[-1] != places[-1]:
        beyond, number = places[-1]
        what = f"{what} (in {shown_path(beyond)}:{number}, which gets it from here)"
    return Problem(str(shown_path(path)), line, _column(error, path, line), what, remedy)


def compiling_problem(error: TemplateSyntaxError) -> Problem:
    """Return the mistake for which a template cannot be compiled."""
    path = shown_path(Path(error.filename or error.name or ""))
    said = (error.message or "a mistake in the template").rstrip(".")
    if found := _UNKNOWN_FILTER.search(said):
        return filter_problem(path, error.lineno, *found.groups())
    what, _, remedy = said.partition("; ")
    return Problem(str(path), error.lineno, 1, f"{what[:1].lower()}{what[1:]}", remedy or "correct this line")


def filter_problem(path: Path, line: int, kind: str, name: str) -> Problem:
    """Return the problem of a filter or test that there is not; `kind` is `filter` or `test`."""
    known = FILTERS if kind == "filter" else TESTS
    remedy = did_you_mean(name, sorted(known.keys() - {name}), f"take one of Jinja's own {kind}s")
    return Problem(str(shown_path(path)), line, 1, f"there is no {kind} {shortened(name)!r}", remedy)


def missing_template(path: Path, line: int, name: str, known: Iterable[str]) -> Problem:
    """Return the problem of a template that names another one which is not there."""
    remedy = did_you_mean(name, list(known), "make it, or correct the name")
    return Problem(str(shown_path(path)), line, _column_of(path, line, name), f"there is no template {name!r}", remedy)


def name_problem(path: Path, line: int, name: str, known: Iterable[str]) -> Problem:
    """Return the problem of a name that nothing defines; `known` are names of this template."""
    return Problem(str(shown_path(path)), line, _column_of(path, line, name), *_unknown_name(name, known))


def field_problem(path: Path, line: int, reader: str, field: str, kind: type) -> Problem:
    """Return the problem of a field that is read of a value, `reader` in the template, and that its class lacks."""
    column = _column_of(path, line, f".{field}", 1)
    what = f"{reader} has no field {shortened(field)!r}"
    return Problem(str(shown_path(path)), line, column, what, fields_remedy(field, kind))


def fields_remedy(field: str, kind: type) -> str:
    """Return what to do about a field that a class does not have: its near miss, and all fields that there are."""
    names = [each.name for each in fields(kind)] if is_dataclass(kind) else _public_names(kind)
    meant = near_miss(field, names)
    listed = f"{_with_article(kind.__name__)} has {', '.join(names)}"
    return f"did you mean {meant!r}? {listed}" if meant else listed


def _public_names(kind: type) -> list[str]:
    return [name for name in dir(kind) if not name.startswith("_")][:12]


def _with_article(name: str) -> str:
    return f"an {name}" if name[0] in "AEIOU" else f"a {name}"


def _template_places(error: Exception, files: ThemeFiles) -> Iterator[tuple[Path, int]]:
    """Yield file and line of every template that the error came through, the outermost first.

    Jinja has put templates in the places of their Python.
    """
    roots = (files.theme, *files.overrides.folders)
    for frame, line in walk_tb(error.__traceback__):
        path = Path(frame.f_code.co_filename)
        if path.suffix == ".html" and any(path.is_relative_to(root) for root in roots):
            yield path, line


def _words(error: Exception, text: str) -> tuple[str, str]:
    """Return mistake and remedy of an error that a line of a template has raised."""
    if isinstance(error, AttributeError) and error.name:
        return _missing_field(error, text)
    said = (str(error) or type(error).__name__).rstrip(".")
    if isinstance(error, TemplateNotFound):
        return f"there is no template {error.name!r}", "make it, or correct the name"
    if isinstance(error, UndefinedError) and (found := _UNKNOWN_NAME.search(said)):
        return _unknown_name(found[1], ())
    return shortened(said, 200), "correct this line"


def _unknown_name(name: str, known: Iterable[str]) -> tuple[str, str]:
    what = f"{shortened(name)!r} is not known here"
    if name in _FOR_PAGES:
        return what, "a component does not see the page: give it what it needs as an argument"
    meant = near_miss(name, [*_FOR_PAGES, *known])
    remedy = "a template has 'page' and 'words', a component 'words', its arguments, and what it imports"
    return what, f"did you mean {meant!r}? {remedy}" if meant else remedy


def _missing_field(error: AttributeError, text: str) -> tuple[str, str]:
    field, value = str(error.name), error.obj
    found = re.search(rf"([A-Za-z_]\w*(?:\.\w+)*)\.{re.escape(field)}\b", text)
    reader = found[1] if found else type(value).__name__
    if value is None:
        return f"{reader} is None here and has no field {field!r}", f"ask for it first: {{% if {reader} %}}"
    if not is_dataclass(value) and isinstance(value, str):
        return f"{reader} is text and has no field {shortened(field)!r}", f"print it as it is: {{{{ {reader} }}}}"
    return f"{reader} has no field {shortened(field)!r}", fields_remedy(field, type(value))


def _column(error: Exception, path: Path, line: int) -> int:
    if isinstance(error, AttributeError) and error.name:
        return _column_of(path, line, f".{error.name}", 1)
    found = _UNKNOWN_NAME.search(str(error))
    return _column_of(path, line, found[1]) if found else 1


def _column_of(path: Path, line: int, word: str, beyond: int = 0) -> int:
    """Return the column of a word in a line of a file, so many characters beyond its beginning; 1 where it is not."""
    place = _line_of(path, line).find(word)
    return place + beyond + 1 if place >= 0 else 1


def _line_of(path: Path, line: int) -> str:
    """Return the line of a file; empty if it cannot be read."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return ""
    return lines[line - 1] if 0 < line <= len(lines) else ""
