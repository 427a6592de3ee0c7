"""Words of a publication: the catalogue of its language, with its own phrases in their place."""

import os
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path, PurePosixPath
from typing import Any, NamedTuple

from plugins.newsroom.language.language_tags import is_language_tag
from plugins.newsroom.language.site_languages import site_languages
from plugins.newsroom.problems import Problem, shortened
from plugins.newsroom.settings_places import place_of
from plugins.newsroom.words.catalogues import SOURCE, catalogue, catalogue_tag, languages, make_words
from plugins.newsroom.words.phrases import Words

OWN_WORDS = "words.toml"
"""A publisher's own phrases, in the content folder."""


class _Found(NamedTuple):
    words: Words
    problems: tuple[Problem, ...]


def words_of(settings: Mapping[str, Any], lang: str = "") -> Words:
    """Return the words for `DEFAULT_LANG`, with those of `words.toml`; what is wrong there is left out.

    Or those of another language that the publication declares, as its catalogue has them.
    """
    if not lang or lang == settings.get("DEFAULT_LANG"):
        return _found(settings).words
    return _read(lang, "", b"").words


def words_by_language(settings: Mapping[str, Any]) -> dict[str, Words]:
    """Return the words of the publication by the empty name, and of each declared language by its tag."""
    return {"": words_of(settings), **{each.lang: words_of(settings, each.lang) for each in site_languages(settings)}}


def words_problems(settings: Mapping[str, Any]) -> list[Problem]:
    """Return what is wrong with `words.toml`, or that there is no catalogue for the language and no such file."""
    try:
        _own_path(settings).open("rb").close()
    except FileNotFoundError:
        pass
    except OSError as error:
        what = f"cannot be read: {error.strerror}"
        return [Problem(_shown_path(settings), 1, 1, what, "make it a file that this user may read, or take it away")]
    found = _found(settings)
    lang = settings.get("DEFAULT_LANG")
    if isinstance(lang, str) and is_language_tag(lang) and not (catalogue_tag(lang) or _own_text(settings)):
        file, line, column = place_of(settings, "DEFAULT_LANG", ())
        what = f"there are no words for the language {shortened(lang)!r}"
        return [Problem(str(file), line, column, f"DEFAULT_LANG: {what}", languages_remedy(_shown_path(settings)))]
    return list(found.problems)


def languages_remedy(own: str = f"content/{OWN_WORDS}") -> str:
    """Return what to do about a language without a catalogue; `own` is the file of the publisher's own phrases."""
    return f"write one of {', '.join(languages())}, or all phrases into {own}, as docs/words.md says"


def _found(settings: Mapping[str, Any]) -> _Found:
    lang = settings.get("DEFAULT_LANG")
    return _read(lang if isinstance(lang, str) else SOURCE, _shown_path(settings), _own_text(settings))


def _own_path(settings: Mapping[str, Any]) -> Path:
    return Path(str(settings.get("PATH") or ""), OWN_WORDS)


def _shown_path(settings: Mapping[str, Any]) -> str:
    """Return the file as problems name it: Pelican makes `PATH` absolute."""
    return PurePosixPath(os.path.relpath(_own_path(settings))).as_posix()


def _own_text(settings: Mapping[str, Any]) -> bytes:
    try:
        return _own_path(settings).read_bytes()
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
