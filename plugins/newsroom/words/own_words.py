"""A publisher's own phrases, `words.toml` in the content folder: those that are right, and mistakes in others."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from string import Formatter
from typing import Any

from plugins.newsroom.problems import Problem, Severity, did_you_mean, shortened
from plugins.newsroom.words.catalogues import SOURCE, catalogue
from plugins.newsroom.words.plurals import forms_of

_DATES = {
    "date": ("d", "m", "month", "y"),
    "short_date": ("d", "m", "month", "month_short", "y"),
    "month_year": ("m", "month", "month_alone", "y"),
}
"""Values that a pattern of CLDR may name; it need not name all."""
_FIXED = ("plural", "group")
_PLACE = re.compile(r"\(at line (\d+), column (\d+)\)")
Mistake = tuple[str, str]


def read_own_words(path: Path, text: str, base: Mapping[str, Any]) -> tuple[dict[str, Any], list[Problem]]:
    """Return the entries of `words.toml` that can be used instead of those of `base`, and the problems of others.

    `path` is the file as problems name it.
    """
    try:
        found = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        place = _PLACE.search(str(error))
        line, column = (int(place[1]), int(place[2])) if place else (max(1, text.count("\n")), 1)
        what = _PLACE.sub("", str(error)).strip()
        remedy = 'write each phrase as name = "words"'
        return {}, [Problem(str(path), line, column, f"TOML that cannot be read: {what}", remedy)]
    entries, problems = {}, []
    for name, value in found.items():
        mistakes = list(_mistakes(name, value, base))
        if not mistakes:
            entries[name] = value
        problems += [Problem(str(path), _line_of(text, name), 1, *mistake) for mistake in mistakes]
    return entries, problems


def missing_words(path: Path, entries: Mapping[str, Any]) -> Problem | None:
    """Return a warning that names the phrases that a language without a catalogue lacks; None if it lacks none."""
    missing = [name for name in catalogue(SOURCE) if name not in entries and name not in _FIXED]
    if not missing:
        return None
    names = ", ".join(missing[:8]) + (f" and {len(missing) - 8} more" if len(missing) > 8 else "")
    what = f"{len(missing)} phrases are not there, and stay English: {names}"
    return Problem(str(path), 1, 1, what, "add them; docs/words.md lists all", Severity.WARNING)


def _mistakes(name: str, value: Any, base: Mapping[str, Any]) -> Iterator[Mistake]:
    known = base.get(name)
    if known is None or name in _FIXED:
        yield f"unknown phrase {shortened(name)!r}", did_you_mean(name, [each for each in base if each not in _FIXED])
    elif isinstance(known, Mapping):
        yield from _plural_mistakes(name, value, known, base)
    elif isinstance(known, list):
        if not (isinstance(value, list) and len(value) == len(known) and all(map(_is_text, value))):
            yield f"{name} is no list of {len(known)} words", f"write {len(known)} words in brackets"
    else:
        yield from _text_mistakes(name, value, _places(str(known)), _DATES.get(name))


def _plural_mistakes(name: str, value: Any, known: Mapping[str, Any], base: Mapping[str, Any]) -> Iterator[Mistake]:
    forms = forms_of(base["plural"])
    written = "{ " + ", ".join(f'{form} = "…"' for form in forms) + " }"
    if isinstance(value, str):  # one text for all numbers
        yield from _text_mistakes(name, value, {"n"} & _places(str(known["other"])))
        return
    if not isinstance(value, Mapping):
        yield f"{name} needs words for each kind of number", f"write {name} = {written}"
        return
    for form in sorted(value.keys() - set(forms)):
        yield f"{name}: this language has no form {shortened(form)!r}", did_you_mean(form, forms)
    for form in forms:
        if form not in value:
            yield f"{name} lacks the form {form!r}", f"write {name} = {written}"
        else:
            # `one` and `two` may say the number in words.
            required = _places(str(known["other"])) if form == "other" else set()
            yield from _text_mistakes(f"{name}.{form}", value[form], required, ("n",))


def _text_mistakes(
    name: str, value: Any, required: set[str], allowed: tuple[str, ...] | None = None
) -> Iterator[Mistake]:
    """Yield what is wrong with a text; with `allowed` it may name these values, else it names all that are required."""
    if not _is_text(value):
        yield f"{name} has no words", f'write {name} = "…"'
        return
    try:
        found = _places(value)
    except ValueError:
        yield f"{name}: a brace that is not closed or opened: {shortened(value)!r}", "write {{ and }} for braces"
        return
    known = set(allowed or required)
    for place in sorted(found - known):
        yield f"{name}: unknown place {{{shortened(place)}}}", did_you_mean(place, sorted(known), shown=_braced)
    for place in sorted((set() if name in _DATES else required) - found):
        yield f"{name}: {{{place}}} is missing in {shortened(value)!r}", f"write {{{place}}} where it belongs"


def _places(text: str) -> set[str]:
    """Return the names in braces; raises ValueError for braces that do not match."""
    return {
        f"{name}{'!' + conversion if conversion else ''}{':' + form if form else ''}"
        for _, name, form, conversion in Formatter().parse(text)
        if name is not None
    }


def _braced(name: str) -> str:
    return f"{{{name}}}"


def _is_text(value: Any) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _line_of(text: str, name: str) -> int:
    """Return the line that a phrase begins in, as a key or as the head of a table."""
    pattern = re.compile(rf"""^\s*(\[\s*)?["']?{re.escape(name)}["']?\s*[\].=]""")
    return next((number for number, line in enumerate(text.splitlines(), 1) if pattern.match(line)), 1)
