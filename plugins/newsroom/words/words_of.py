"""Words of a publication: the catalogue of each of its languages, with its own phrases in their place."""

import os
from collections.abc import Collection, Iterator, Mapping
from functools import lru_cache
from pathlib import Path, PurePosixPath
from typing import Any, NamedTuple

from plugins.newsroom.language.language_tags import is_language_tag
from plugins.newsroom.language.site_languages import site_languages
from plugins.newsroom.problems import Problem, Severity, shortened
from plugins.newsroom.settings_places import place_of
from plugins.newsroom.words.catalogues import SOURCE, catalogue, catalogue_tag, languages, make_words
from plugins.newsroom.words.phrases import Words

OWN_WORDS = "words.toml"
"""A publisher's own phrases, in the content folder; of a declared language, `words.id.toml`."""


class _Found(NamedTuple):
    words: Words
    problems: tuple[Problem, ...]


def words_of(settings: Mapping[str, Any], lang: str = "") -> Words:
    """Return the words for `DEFAULT_LANG`, or for a declared `lang`, with the publisher's own.

    Mistakes in `words.toml`, or in `words.id.toml` for `id`, are left out.
    """
    return _found(settings, "" if lang == settings.get("DEFAULT_LANG") else lang).words


def words_by_language(settings: Mapping[str, Any]) -> dict[str, Words]:
    """Return the words of the publication by the empty name, and of each declared language by its tag."""
    return {"": words_of(settings), **{each.lang: words_of(settings, each.lang) for each in site_languages(settings)}}


def words_problems(settings: Mapping[str, Any]) -> list[Problem]:
    """Return what is wrong with `words.toml` and its like, or that a language has no catalogue and no such file."""
    declared = [each.lang for each in site_languages(settings) if is_language_tag(each.lang)]
    found = [problem for lang in ("", *declared) for problem in _problems(settings, lang)]
    return found + list(_undeclared(settings, {own_words_name(lang) for lang in declared}))


def own_words_name(lang: str) -> str:
    """Return the name of the file of the publisher's own phrases in a declared language, or in the publication's."""
    stem, dot, ending = OWN_WORDS.partition(".")
    return f"{stem}.{lang}{dot}{ending}" if lang else OWN_WORDS


def _undeclared(settings: Mapping[str, Any], known: Collection[str]) -> Iterator[Problem]:
    """Find files of own words in languages that nobody declares."""
    folder = _own_path(settings, "").parent
    for name in sorted({path.name for path in folder.glob(own_words_name("*"))} - {*known}):
        path = PurePosixPath(os.path.relpath(folder / name)).as_posix()
        what = "own words in a language that the publication does not declare, which nothing reads"
        remedy = f'declare it in DESK["languages"], or write words of the publication\'s language into {OWN_WORDS}'
        yield Problem(path, 1, 1, what, remedy, Severity.WARNING)


def _problems(settings: Mapping[str, Any], declared: str) -> list[Problem]:
    try:
        _own_path(settings, declared).open("rb").close()
    except FileNotFoundError:
        pass
    except OSError as error:
        what, remedy = f"cannot be read: {error.strerror}", "make it a file that this user may read, or take it away"
        return [Problem(_shown_path(settings, declared), 1, 1, what, remedy)]
    found = _found(settings, declared)
    lang = settings.get("DEFAULT_LANG")
    if declared or not isinstance(lang, str) or not is_language_tag(lang):
        return list(found.problems)
    if not (catalogue_tag(lang) or _own_text(settings, "")):
        file, line, column = place_of(settings, "DEFAULT_LANG", ())
        what = f"there are no words for the language {shortened(lang)!r}"
        return [Problem(str(file), line, column, f"DEFAULT_LANG: {what}", languages_remedy(_shown_path(settings, "")))]
    return list(found.problems)


def languages_remedy(own: str = f"content/{OWN_WORDS}") -> str:
    """Return what to do about a language without a catalogue; `own` is the file of the publisher's own phrases."""
    return f"write one of {', '.join(languages())}, or all phrases into {own}, as docs/words.md says"


def _found(settings: Mapping[str, Any], declared: str) -> _Found:
    lang = declared or settings.get("DEFAULT_LANG")
    own = _own_text(settings, declared)
    return _read(lang if isinstance(lang, str) else SOURCE, _shown_path(settings, declared), own)


def _own_path(settings: Mapping[str, Any], declared: str) -> Path:
    return Path(str(settings.get("PATH") or ""), own_words_name(declared))


def _shown_path(settings: Mapping[str, Any], declared: str) -> str:
    """Return the file as problems name it: Pelican makes `PATH` absolute."""
    return PurePosixPath(os.path.relpath(_own_path(settings, declared))).as_posix()


def _own_text(settings: Mapping[str, Any], declared: str) -> bytes:
    try:
        return _own_path(settings, declared).read_bytes()
    except OSError:
        return b""


@lru_cache(maxsize=32)
def _read(lang: str, path: str, own: bytes) -> _Found:
    tag = catalogue_tag(lang)
    base = catalogue(tag or SOURCE)
    if not own:
        return _Found(make_words(lang, base), ())
    from plugins.newsroom.words.own_words import missing_words, read_own_words
    from plugins.newsroom.words.toml_mistakes import utf8_mistake  # here, for most have none

    try:
        text = own.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return _Found(make_words(lang, base), (utf8_mistake(path, own, error),))
    entries, problems = read_own_words(Path(path), text, base, is_whole=not tag)
    missing = None if tag else missing_words(Path(path), entries)
    return _Found(make_words(lang, {**base, **entries}), (*problems, *([missing] if missing else ())))
