"""Catalogues of the kit: which languages there are, and the phrases of each, from `languages/`.

`<tag>.toml` holds phrases, written by people, `<tag>.cldr.toml` how dates, numbers and lists are written, from CLDR.
"""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from plugins.newsroom.language.language_tags import text_direction
from plugins.newsroom.words.phrases import Grouping, Phrase, Plural, Words

_LANGUAGES = Path(__file__).parent / "languages"
_CLDR = ".cldr"
SOURCE = "en"
"""Language that all phrases are first written in."""

_OTHER_TAGS = {
    "zh": "zh-hans",
    "zh-cn": "zh-hans",
    "zh-sg": "zh-hans",
    "zh-tw": "zh-hant",
    "zh-hk": "zh-hant",
    "zh-mo": "zh-hant",
    "in": "id",
    "iw": "he",
}
"""Catalogues of tags that do not begin with theirs: Chinese by country, and codes of before 1989."""

_LENGTH_OF_SCRIPT = 4
"""Letters of a script in a tag, as of `Hant`; nothing else there has four."""

FIGURES = ("plural", "group", "group_from", "group_sizes", "years_ahead")
"""Entries of CLDR that numbers and years are written by, and that are no phrases."""


@cache
def languages() -> tuple[str, ...]:
    """Return the tags of all catalogues, sorted."""
    return tuple(sorted(path.stem for path in _LANGUAGES.glob("*.toml") if not path.stem.endswith(_CLDR)))


def catalogue_tag(lang: str) -> str | None:
    """Return the catalogue for a language by its tag, `pt` for `pt-BR`; None where none is in its script."""
    by_tag = {tag.lower(): tag for tag in languages()}
    tag = lang.lower()
    while tag:
        found = by_tag.get(tag) or by_tag.get(_OTHER_TAGS.get(tag, ""))
        if found:
            return found
        tag, _, last = tag.rpartition("-")
        if len(last) == _LENGTH_OF_SCRIPT and last.isalpha():
            return None
    return None


@cache
def catalogue(tag: str) -> Mapping[str, Any]:
    """Return the entries of a catalogue as its two files have them."""
    return {**_read(tag), **_read(tag + _CLDR)}


def make_words(lang: str, entries: Mapping[str, Any]) -> Words:
    """Return the words that a catalogue's entries are, with `lang` as their language."""
    grouping = Grouping(entries["group"], entries["group_from"], tuple(entries["group_sizes"]))
    rules = tuple(entries["plural"].items())
    return Words(
        lang=lang,
        direction=text_direction(lang),
        grouping=grouping,
        years_ahead=entries["years_ahead"],
        phrases=tuple(
            (name, _phrase(value, rules, grouping)) for name, value in entries.items() if name not in FIGURES
        ),
    )


@cache
def english() -> Words:
    """Return the kit's own words, without a publisher's: for what is shown without a publication."""
    return make_words(SOURCE, catalogue(SOURCE))


def _phrase(value: Any, rules: tuple[tuple[str, str], ...], grouping: Grouping) -> Phrase:
    if isinstance(value, Mapping):
        return Plural(tuple(value.items()), rules, grouping)
    return tuple(value) if isinstance(value, list) else str(value)


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads((_LANGUAGES / f"{name}.toml").read_text(encoding="utf-8"))
