"""The texts that `make start` writes: every language says the same, with the same links, commands and marks."""

import re
import tomllib
from functools import cache
from typing import Any

import pytest

from plugins.newsroom.words.catalogues import SOURCE, languages
from tests.architecture.source import ROOT

FOLDER = ROOT / "plugins" / "start" / "texts"
OTHERS = [lang for lang in languages() if lang != SOURCE]
SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
MARKS = {
    "places": re.compile(r"\{(?!filename)\w+\}"),
    "links": re.compile(r"\]\(([^)]*)\)"),
    "code": re.compile(r"`([^`\n]+)`"),
    "commands": re.compile(r"^make [^#\n]*", re.MULTILINE),
    "blocks": re.compile(r"^(?:## |> |- |:   |✎ |```)", re.MULTILINE),
}
"""Parts of a text that no language translates."""


@cache
def texts(lang: str) -> dict[str, str]:
    """Return the texts of a language by their place in the file, `about.text`."""
    return dict(_flat(tomllib.loads((FOLDER / f"{lang}.toml").read_text(encoding="utf-8"))))


def _flat(table: dict[str, Any], above: str = "") -> list[tuple[str, str]]:
    return [
        found
        for key, value in table.items()
        for found in (_flat(value, f"{above}{key}.") if isinstance(value, dict) else [(above + key, value)])
    ]


def marks(text: str, kind: str) -> list[str]:
    found = MARKS[kind].findall(text)
    return sorted(set(found)) if kind == "places" else sorted(found) if kind in ("links", "code") else found


@pytest.mark.parametrize("lang", OTHERS)
def test_every_language_has_the_same_texts(lang: str) -> None:
    assert list(texts(lang)) == list(texts(SOURCE))


@pytest.mark.parametrize("kind", MARKS)
@pytest.mark.parametrize("lang", OTHERS)
def test_a_text_has_the_same_marks_in_every_language(lang: str, kind: str) -> None:
    found = {name: marks(text, kind) for name, text in texts(lang).items()}

    assert found == {name: marks(text, kind) for name, text in texts(SOURCE).items()}


@pytest.mark.parametrize("lang", languages())
def test_slugs_of_starter_texts_can_stand_in_addresses(lang: str) -> None:
    slugs = {name: text for name, text in texts(lang).items() if name.endswith(".slug")}

    assert [slug for slug in slugs.values() if not SLUG.fullmatch(slug)] == []


@pytest.mark.parametrize("lang", OTHERS)
def test_no_starter_text_is_left_in_english(lang: str) -> None:
    english = texts(SOURCE)

    assert [name for name, text in texts(lang).items() if " " in text.strip() and text == english[name]] == []
