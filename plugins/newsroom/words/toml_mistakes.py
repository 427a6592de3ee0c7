"""Mistakes in TOML that people write, as problems at their lines."""

import re

from plugins.newsroom.problems import Problem

_PLACE = re.compile(r"\(at line (\d+), column (\d+)\)")


def toml_mistake(path: str, text: str, error: Exception, remedy: str) -> Problem:
    """Return the problem of a text that `tomllib` has refused with `error`; `remedy` says how it is written."""
    place = _PLACE.search(str(error))
    line, column = (int(place[1]), int(place[2])) if place else (max(1, text.count("\n")), 1)
    what = _PLACE.sub("", str(error)).strip()
    is_twice = what.startswith(("Cannot overwrite", "Cannot declare"))
    remedy = "each name stands once; bring the two together in one place" if is_twice else remedy
    return Problem(path, line, column, f"TOML that cannot be read: {what}", remedy)


def utf8_mistake(path: str, data: bytes, error: UnicodeDecodeError) -> Problem:
    """Return the problem of a file that is no text in UTF-8."""
    line = data[: error.start].count(b"\n") + 1
    return Problem(path, line, 1, "text that is not UTF-8", "save the file as UTF-8")
