"""The catalogues of words as far as a machine can see it: whole, all used, and written as their language writes."""

import ast
import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from string import Formatter
from textwrap import dedent
from typing import Any

import pytest

from plugins.desk.text.labels import TextLabels
from plugins.newsroom.words.catalogues import SOURCE, catalogue, languages
from plugins.newsroom.words.own_words import read_own_words
from plugins.newsroom.words.plurals import forms_of
from tests.architecture.source import ROOT, modules, theme_files

FOLDER = ROOT / "plugins" / "newsroom" / "words" / "languages"
ROOM = "plugins/newsroom/words/"
DRAFT = "# Draft: to be read by a native speaker."
OTHERS = [lang for lang in languages() if lang != SOURCE]

LATIN_IN_OTHER_SCRIPTS = {"RSS", "Telegram", "PR"}
"""Words that news sites of other scripts write in Latin letters."""
OTHER_SCRIPTS = ["ar", "he", "hi", "ja", "ko", "th", "zh-Hans", "zh-Hant"]
AS_IN_ENGLISH = {"fr": "email pages page_number page_suffix numbered_title", "pt": "email"}
"""Phrases that are the same words in both languages."""
FULL_WIDTH = re.compile(r"[,:;!?()]")
FOREIGN_SIGNS = {
    "ar": re.compile(r"[,;?]"),
    "es": re.compile(r"(^|\s)[^¿¡]*[?!]$"),
    "fr": re.compile(r"[^\u202f][:;!?»]|«[^\u202f]"),
    "hi": re.compile(r"\.$"),
    "ja": FULL_WIDTH,
    "zh-Hans": FULL_WIDTH,
    "zh-Hant": FULL_WIDTH,
}
"""Signs that a language does not use, or not so."""
TYPED = re.compile(r"[\"'`]|\.\.\.|\s{2}|^\s|\s$|--")
"""Signs as keyboards have them, where print has others; spaces too many."""

IN_TEMPLATE = re.compile(r"\bwords\.([a-z]\w*)")
OF_PHRASES = re.compile(r"\bnewsroom\.words\.|\bmaterial\.words\b")
"""Sign of a module whose `words` are phrases."""
OF_WORDS = dict.fromkeys(["lang", "direction", "get"])
"""Attributes of `Words` beside phrases."""


@cache
def phrases(lang: str) -> Mapping[str, Any]:
    """Return the entries of the file that people write."""
    cldr = cldr_entries(lang)
    return {name: value for name, value in catalogue(lang).items() if name not in cldr}


@cache
def cldr_entries(lang: str) -> frozenset[str]:
    text = (FOLDER / f"{lang}.cldr.toml").read_text(encoding="utf-8")
    return frozenset(re.findall(r"^(\w+) = ", text, re.MULTILINE))


def texts(lang: str) -> Iterator[tuple[str, str]]:
    """Yield the name and the text of every phrase, those by number form by form."""
    for name, value in phrases(lang).items():
        if isinstance(value, Mapping):
            yield from ((f"{name}.{form}", text) for form, text in value.items())
        else:
            yield name, value


def places(text: str) -> list[str]:
    return sorted(name for _, name, _, _ in Formatter().parse(text) if name is not None)


def without_places(text: str) -> str:
    return re.sub(r"\{\w+\}", "", text)


def words_of(text: str) -> list[str]:
    return re.findall(r"[^\W\d_]+", without_places(text))


def is_unseen(character: str) -> bool:
    """Tell spaces and marks from signs: a space, and the narrow one of French, are seen by what they part."""
    return unicodedata.category(character) in {"Cc", "Cf", "Zs", "Zl", "Zp"} and character not in {" ", "\u202f"}


@pytest.mark.parametrize("lang", OTHERS)
def test_every_language_has_the_phrases_of_english_in_the_same_order(lang: str) -> None:
    assert list(phrases(lang)) == list(phrases(SOURCE))


@pytest.mark.parametrize("lang", OTHERS)
def test_a_phrase_has_the_same_places_in_every_language(lang: str) -> None:
    english = dict(texts(SOURCE))
    found = {
        name: text
        for name, text in texts(lang)
        if not name.endswith((".zero", ".one", ".two"))  # these may say the number in words
        and places(text) != places(english.get(name) or english[f"{name.split('.')[0]}.other"])
    }

    assert found == {}


@pytest.mark.parametrize("lang", languages())
def test_a_phrase_by_number_has_just_the_forms_of_its_language(lang: str) -> None:
    wanted = forms_of(catalogue(lang)["plural"])
    found = {name: list(value) for name, value in phrases(lang).items() if isinstance(value, Mapping)}

    assert found == dict.fromkeys(found, wanted)
    assert list(found) == [name for name, value in phrases(SOURCE).items() if isinstance(value, Mapping)]


@pytest.mark.parametrize("lang", languages())
def test_phrases_are_printed_not_typed(lang: str) -> None:
    assert [(name, text) for name, text in texts(lang) if TYPED.search(text)] == []


@pytest.mark.parametrize("lang", languages())
def test_phrases_have_no_character_that_nobody_sees(lang: str) -> None:
    unseen = {
        name: [unicodedata.name(character, ascii(character)) for character in text if is_unseen(character)]
        for name, text in texts(lang)
        if any(map(is_unseen, text)) or not unicodedata.is_normalized("NFC", text)
    }

    assert unseen == {}


@pytest.mark.parametrize("lang", FOREIGN_SIGNS)
def test_phrases_have_the_signs_of_their_language(lang: str) -> None:
    pattern = FOREIGN_SIGNS[lang]

    assert [(name, text) for name, text in texts(lang) if pattern.search(without_places(text))] == []


@pytest.mark.parametrize("lang", OTHER_SCRIPTS)
def test_no_word_is_left_in_latin_letters(lang: str) -> None:
    latin = {word for _, text in texts(lang) for word in words_of(text) if word.isascii()}

    assert latin - LATIN_IN_OTHER_SCRIPTS == set()


@pytest.mark.parametrize("lang", OTHERS)
def test_no_phrase_is_left_in_english(lang: str) -> None:
    english = dict(texts(SOURCE))
    found = {name for name, text in texts(lang) if text == english.get(name) and words_of(text)}

    assert found == set(AS_IN_ENGLISH.get(lang, "").split())


@pytest.mark.parametrize("lang", OTHERS)
def test_a_catalogue_says_in_its_first_line_that_it_is_a_draft_until_docs_say_who_read_it(lang: str) -> None:
    first_line = (FOLDER / f"{lang}.toml").read_text(encoding="utf-8").partition("\n")[0]
    row = re.search(rf"^\| .* \| `{lang}` \| (.+) \|$", (ROOT / "docs" / "words.md").read_text(encoding="utf-8"), re.M)

    assert row is not None, f"docs/words.md has no row for {lang}"
    assert (first_line == DRAFT) == (row[1] == "draft")


def test_the_docs_name_every_entry_of_cldr() -> None:
    text = (ROOT / "docs" / "words.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| (`\w+`(?:, `\w+`)*) \|[^|]+\|[^|]*\|$", text, re.MULTILINE)

    named = [name.strip(" `") for row in rows for name in row.split(",")]

    assert sorted(named) == sorted(cldr_entries(SOURCE) - {"plural"})


def test_the_examples_of_the_docs_are_right() -> None:
    text = (ROOT / "docs" / "words.md").read_text(encoding="utf-8")
    examples = [dedent(example) for example in re.findall(r"^ *```toml\n(.*?)^ *```$", text, re.MULTILINE | re.DOTALL)]

    read = [
        read_own_words(Path("words.toml"), example, catalogue(SOURCE), is_whole="plural =" in example)
        for example in examples
    ]

    assert [problems for _, problems in read] == [[], [], []]


def read_in_templates() -> dict[str, str]:
    """Return the names that templates read of `words`, and a place of each."""
    return {
        match[1]: path.relative_to(ROOT).as_posix()
        for path in theme_files(".html", ".xml", ".txt")
        for match in IN_TEMPLATE.finditer(path.read_text(encoding="utf-8"))
    }


def read_in_plugins() -> dict[str, str]:
    """Return the names that plugins read of a value called `words`, and a place of each.

    In other modules, words are those of a text.
    """
    return {
        node.attr: f"{module.place}:{node.lineno}"
        for module in modules()
        if OF_PHRASES.search(module.text)
        for node in module.walk()
        if isinstance(node, ast.Attribute) and _is_words(node.value) and not module.place.startswith(ROOM)
    }


def _is_words(node: ast.expr) -> bool:
    if isinstance(node, ast.Call):
        return isinstance(node.func, ast.Name) and node.func.id == "words_of"
    name = node.id if isinstance(node, ast.Name) else node.attr if isinstance(node, ast.Attribute) else ""
    return name == "words"


def test_every_phrase_that_is_read_is_there() -> None:
    read = {**read_in_templates(), **read_in_plugins()}

    assert {name: place for name, place in read.items() if name not in {**catalogue(SOURCE), **OF_WORDS}} == {}


def test_every_phrase_is_used() -> None:
    read = read_in_templates().keys() | read_in_plugins().keys() | set(TextLabels._fields)

    assert set(phrases(SOURCE)) - read == set()


def test_every_label_of_texts_is_a_phrase() -> None:
    assert set(TextLabels._fields) - set(phrases(SOURCE)) == set()
