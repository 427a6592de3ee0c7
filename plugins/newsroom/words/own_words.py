"""A publisher's own phrases, `words.toml` in the content folder: those that are right, and mistakes in others."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from string import Formatter
from typing import Any

from plugins.newsroom.problems import Problem, Severity, did_you_mean, shortened
from plugins.newsroom.words.catalogues import FIGURES, SOURCE, catalogue
from plugins.newsroom.words.plurals import FORMS, forms_of, is_condition
from plugins.newsroom.words.toml_mistakes import toml_mistake

_DATES = {
    "date": ("d", "m", "month", "y"),
    "short_date": ("d", "m", "month", "month_short", "y"),
    "month_year": ("m", "month", "month_alone", "y"),
    "time": ("H", "HH", "mm"),
}
"""Values that a pattern of CLDR may name; it need not name all."""
_RULES = "plural"
"""Entry that only a language without a catalogue may have."""
_YEARS = "years_ahead"
"""Entry that may be less than 0, as in Taiwan's years."""
_MOST = 999_999
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")
"""Characters that no feed may hold, or that mean nothing in a phrase."""
Mistake = tuple[str, str]


def read_own_words(
    path: Path, text: str, base: Mapping[str, Any], is_whole: bool = False
) -> tuple[dict[str, Any], list[Problem]]:
    """Return the entries of `words.toml` that can be used instead of those of `base`, and the problems of others.

    `path` is the file as problems name it; with `is_whole` it is a language's only catalogue.
    """
    try:
        found = tomllib.loads(text)
    except (ValueError, RecursionError) as error:  # numbers of thousands of digits, thousands of brackets
        return {}, [toml_mistake(str(path), text, error, 'write each phrase as name = "words"')]
    entries, problems = {}, []
    if is_whole and _RULES in found and not any(_rule_mistakes(found[_RULES])):
        base = {**base, _RULES: found[_RULES]}
    for name, value in found.items():
        mistakes = list(_rule_mistakes(value) if is_whole and name == _RULES else _mistakes(name, value, base))
        if not mistakes:
            is_for_all = isinstance(value, str) and isinstance(base.get(name), Mapping)
            entries[name] = {"other": value} if is_for_all else value
        problems += [Problem(str(path), _line_of(text, name), 1, *mistake) for mistake in mistakes]
    return entries, problems


def missing_words(path: Path, entries: Mapping[str, Any]) -> Problem | None:
    """Return a warning that names the phrases that a language without a catalogue lacks; None if it lacks none."""
    missing = [name for name in catalogue(SOURCE) if name not in entries and name not in FIGURES]
    if not missing:
        return None
    names = ", ".join(missing[:8]) + (f" and {len(missing) - 8} more" if len(missing) > 8 else "")
    what = f"{'a phrase is' if len(missing) == 1 else f'{len(missing)} phrases are'} missing, and English: {names}"
    return Problem(
        str(path),
        1,
        1,
        what,
        f"add them, as {SOURCE}.toml and {SOURCE}.cldr.toml in plugins/newsroom/words/languages have them",
        Severity.WARNING,
    )


def _mistakes(name: str, value: Any, base: Mapping[str, Any]) -> Iterator[Mistake]:
    known = base.get(name)
    if known is None or name == _RULES:
        yield f"unknown phrase {shortened(name)!r}", did_you_mean(name, [each for each in base if each != _RULES])
    elif name in FIGURES:
        yield from _figure_mistakes(name, value, known)
    elif isinstance(known, Mapping):
        yield from _plural_mistakes(name, value, known, base)
    elif isinstance(known, list):
        if not (isinstance(value, list) and len(value) == len(known) and all(map(_is_line, value))):
            yield f"{name} is no list of {len(known)} words", f"write {len(known)} words in brackets"
    else:
        yield from _text_mistakes(name, value, _places(str(known)), _DATES.get(name))


def _figure_mistakes(name: str, value: Any, known: Any) -> Iterator[Mistake]:
    if isinstance(known, str):
        if not isinstance(value, str):
            yield f"{name} is no sign between digits", f'write {name} = "{known}"; "" for none'
    elif isinstance(known, list):
        if not (
            isinstance(value, list) and 0 < len(value) <= len(known) and all(_is_count(size) and size for size in value)
        ):
            yield f"{name} is no list of numbers of digits", f"write {name} = {known}: of the last group, and of others"
    elif not _is_count(value, least=-_MOST if name == _YEARS else 0):
        yield f"{name} is no whole number up to {_MOST}", f"write {name} = {known}"


def _rule_mistakes(value: Any) -> Iterator[Mistake]:
    """Yield what is wrong with rules for plural forms."""
    remedy = f'write {_RULES} = {{ one = "n in 1" }}, as CLDR has the language\'s rules; {{}} for one form'
    if not isinstance(value, Mapping):
        yield f"{_RULES} has no rules by form", remedy
        return
    for form, condition in value.items():
        if form not in FORMS[:-1]:
            yield f"{_RULES}: unknown form {shortened(form)!r}", did_you_mean(form, FORMS[:-1])
        elif not (isinstance(condition, str) and is_condition(condition)):
            yield f"{_RULES}.{form} cannot be read: {shortened(str(condition))!r}", remedy


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
    if unseen := _CONTROL.search(value):
        what = f"{name} holds a line break or another character that cannot be seen, U+{ord(unseen[0]):04X}"
        yield what, "write it on one line, without that"
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


def _is_line(value: Any) -> bool:
    return _is_text(value) and not _CONTROL.search(value)


def _is_count(value: Any, least: int = 0) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and least <= value <= _MOST


def _line_of(text: str, name: str) -> int:
    """Return the line that a phrase begins in, as a key or as the head of a table."""
    pattern = re.compile(rf"""^\s*(\[\s*)?["']?{re.escape(name)}["']?\s*[\].=]""")
    return next((number for number, line in enumerate(text.splitlines(), 1) if pattern.match(line)), 1)
