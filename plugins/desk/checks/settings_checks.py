"""Checks of Pelican's own settings that the desk works by, and of the clock."""

import os
import re
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

from plugins.desk.settings import archive_folders
from plugins.newsroom import clock
from plugins.newsroom.language.language_tags import is_language_tag
from plugins.newsroom.language.site_languages import site_languages
from plugins.newsroom.problems import Problem, did_you_mean, shortened
from plugins.newsroom.settings import unknown_name
from plugins.newsroom.settings_places import place_of
from plugins.newsroom.urls import with_latin_host
from plugins.newsroom.words.words_of import languages_remedy

_PELICANS_SITENAME = "A Pelican Blog"
CLOCK = "SOURCE_DATE_EPOCH"
"""Of the environment; a problem with it stands under this name, as there is no line to point at."""

Mistake = tuple[str, str] | None
"""The mistake and its remedy."""


def setting_problems(settings: Mapping[str, Any], *, is_known: bool = False) -> dict[str, Problem]:
    """Return the problems of the settings that Pelican shares with the desk, and of the clock, by name.

    `is_known` says that texts were read with the settings that reading depends on as they are, so that they work.
    """
    checks: dict[str, Callable[[Any], Mistake]] = {
        "SITEURL": _siteurl,
        "SITENAME": _sitename,
        "SITESUBTITLE": _text,
        "TIMEZONE": _timezone,
        "DEFAULT_LANG": _lang,
        "PATH": _path,
        "OUTPUT_PATH": partial(_output, settings.get("PATH"), settings.get("THEME")),
        "ARTICLE_PATHS": partial(_folders, ["articles"]),
        "PAGE_PATHS": partial(_folders, ["pages"]),
        **({} if is_known else _READING),
    }
    problems = {}
    for name, check in checks.items():
        mistake = check(settings.get(name))
        if mistake:
            file, line, column = place_of(settings, name, ())
            problems[name] = Problem(str(file), line, column, f"{name} {mistake[0]}", mistake[1])
    clock_problem = _clock_problem()
    return problems | ({CLOCK: clock_problem} if clock_problem else {})


def archive_problems(settings: Mapping[str, Any]) -> list[Problem]:
    """Return the archives in `DESK` that are no folders."""
    root, folders = Path(settings.get("PATH") or ""), archive_folders(settings)
    missing = [(number, folder) for number, folder in enumerate(folders) if not (root / folder).is_dir()]
    known = [path.relative_to(root).as_posix() for path in root.glob("*/*/") if path.is_dir()] if missing else []
    return [
        unknown_name(settings, ("DESK", "archive", str(number)), f"no folder {shortened(folder)!r}", folder, known)
        for number, folder in missing
    ]


def language_problems(settings: Mapping[str, Any]) -> list[Problem]:
    """Return the languages in `DESK` that are the publication's own."""
    own = str(settings.get("DEFAULT_LANG"))
    return [
        Problem(str(file), line, column, f"DESK.languages: {shortened(lang)!r} is the publication's own", remedy)
        for lang in [each.lang for each in site_languages(settings) if each.slug == own.lower()]
        for file, line, column in [place_of(settings, "DESK", ("languages", lang))]
        for remedy in [f"take it out: DEFAULT_LANG is {own!r}"]
    ]


def _siteurl(value: Any) -> Mistake:
    remedy = "write it as https://www.example.org or https://www.example.org/news"
    if not value:
        return "is missing", remedy
    if not isinstance(value, str) or re.search(r"[\s?#<>\"\\]", value):
        return f"cannot be {value!r}", remedy
    try:
        parts = urlsplit(value)
        is_right = parts.scheme in ("http", "https") and bool(parts.hostname) and (parts.port is None or parts.port > 0)
    except ValueError:
        is_right = False
    latin = with_latin_host(value)
    if is_right and latin != value:
        return f"cannot be {value!r}", f"write it as machines do: {latin}"
    return None if is_right else (f"cannot be {value!r}", remedy)


def _sitename(value: Any) -> Mistake:
    return _text("" if value == _PELICANS_SITENAME else value)


def _text(value: Any) -> Mistake:
    if not value:
        return "is missing", "set it: every page shows it"
    return None if isinstance(value, str) and value.strip() else (f"cannot be {value!r}", "write a line of text")


def _timezone(value: Any) -> Mistake:
    try:
        ZoneInfo(value)
    except (ZoneInfoNotFoundError, ValueError, TypeError, OSError):
        remedy = did_you_mean(
            value if isinstance(value, str) else "", available_timezones(), "name one such as 'Asia/Singapore'"
        )
        return f"cannot be {value!r}", remedy
    return None


def _lang(value: Any) -> Mistake:
    is_right = isinstance(value, str) and is_language_tag(value)
    return None if is_right else (f"cannot be {value!r}", languages_remedy())


def _path(value: Any) -> Mistake:
    if isinstance(value, str | Path) and Path(value).is_dir():
        return None
    shown = os.path.relpath(value) if isinstance(value, str | Path) and value else str(value)
    return f"names no folder: {shown!r}", "make it, or name the one that the content is in"


def _output(content: Any, theme: Any, value: Any) -> Mistake:
    """Refuse an output in which a build, which removes files that are not its own, would meet the sources."""
    for source in (content, theme):
        if isinstance(value, str | Path) and isinstance(source, str | Path) and source:
            output, folder = Path(value).resolve(), Path(source).resolve()
            if output == folder or output in folder.parents or folder in output.parents:
                shown, deleted = os.path.relpath(value), os.path.relpath(source)
                return f"cannot be {shown!r}: a build would delete files of {deleted!r}", "name another one"
    return None


def _folders(read: list[str], value: Any) -> Mistake:
    return None if list(value or ()) == read else (f"cannot be {value!r}", f"the desk reads {read!r}: write that")


def _markdown(value: Any) -> Mistake:
    if not isinstance(value, Mapping):
        return f"cannot be {value!r}", "write a dict, as Pelican's documentation has it"
    names = [*value.get("extensions", ()), *value.get("extension_configs", {})]
    for settings in ({"extensions": [name]} for name in names):
        if error := _reading_error(settings):
            return f"names an extension that cannot be loaded: {error}", "install it, or correct its name"
    error = _reading_error(value)
    return (f"cannot be used: {error}", "correct it, as Python-Markdown's documentation has it") if error else None


def _reading_error(markdown_settings: Mapping[str, Any]) -> str:
    from plugins.desk.text.markdown import MarkdownConverter  # here, for a setting that worked is not tried again

    try:
        MarkdownConverter(markdown_settings)
    except (ImportError, AttributeError, KeyError, TypeError, ValueError) as error:
        return " ".join(str(error).split()).rstrip(".")
    return ""


def _dashes(value: Any) -> Mistake:
    from plugins.desk.text.typesetting.quote_marks import DASHES

    return None if value is None or value in DASHES else (f"cannot be {value!r}", did_you_mean(str(value), DASHES))


def _omitted(value: Any) -> Mistake:
    from plugins.desk.text.typesetting.typogrify_filters import FILTERS

    unknown = next((name for name in value or () if name not in FILTERS), None)
    return None if unknown is None else (f"names no filter: {unknown!r}", did_you_mean(str(unknown), FILTERS))


def _ignored(value: Any) -> Mistake:
    from plugins.desk.text.tree import parse

    for selector in value or ():
        try:
            list(parse("").select(selector))
        except (TypeError, ValueError):
            return f"names no tag: {selector!r}", "write a tag, a '.class' or a '#id'"
    return None


_READING: dict[str, Callable[[Any], Mistake]] = {
    "MARKDOWN": _markdown,
    "TYPOGRIFY_DASHES": _dashes,
    "TYPOGRIFY_IGNORE_TAGS": _ignored,
    "TYPOGRIFY_OMIT_FILTERS": _omitted,
}
"""Checks of settings that reading depends on."""


def _clock_problem() -> Problem | None:
    try:
        clock.now()
    except (ValueError, OverflowError, OSError):
        remedy = "give seconds since 1970, such as 1795417200, or take it out of the environment"
        return Problem(CLOCK, 1, 1, f"{os.environ.get(CLOCK)!r} is no time", remedy)
    return None
