"""A language in which every phrase is a mark, so that words in Latin letters are words that nobody moved."""

import re
import tomllib
from collections.abc import Container, Iterable, Iterator
from pathlib import Path
from typing import Any

from plugins.newsroom.words import catalogues
from tests.site.documents import Document

LANG = "th"
"""A language whose months, dates and lists have no Latin letter."""
PHRASES: dict[str, Any] = tomllib.loads(
    (Path(catalogues.__file__).parent / "languages/en.toml").read_text(encoding="utf-8")
)

_UNSHOWN = frozenset(["script", "style", "template"])
_SAID = ("aria-label", "title", "alt", "placeholder", "data-copied", "data-title", "label")
_PROPERTIES = ("og:site_name", "og:title", "og:description", "og:image:alt", "article:section", "article:tag")
_WORD = re.compile(r"[A-Za-zÀ-ɏ]{2,}")
_NO_WORDS = re.compile(r"https?://\S+|UTC[+-]\d+")
_MARK = re.compile(r"⟦(\d+)")


def own_words(brackets: str = "⟦⟧") -> str:
    """Return a `words.toml` in which every phrase is its number and its places: `⟦7 {site}⟧`."""
    marks = (f'{name} = "{_mark(number, value)}"\n' for number, (name, value) in enumerate(PHRASES.items()))
    return "".join(marks).translate(dict(zip(map(ord, "⟦⟧"), brackets, strict=True)))


def shown_phrases(texts: Iterable[str]) -> set[str]:
    """Return the names of the phrases whose marks stand in the texts."""
    names = list(PHRASES)
    return {names[int(number)] for text in texts for number in _MARK.findall(text)}


def said(document: Document) -> Iterator[str]:
    """Yield all of a page that is shown, read aloud, or given to services in words."""
    for element in document.root.iter():
        yield element.tail or ""
        if element.tag in _UNSHOWN or not isinstance(element.tag, str):
            continue
        yield element.text or ""
        yield from (element.get(name) or "" for name in _SAID)
        if element.tag == "meta" and (element.get("name") == "description" or element.get("property") in _PROPERTIES):
            yield element.get("content") or ""


def unmoved(text: str, known: Container[str]) -> list[str]:
    """Return the words of a text in Latin letters that stand in no address and are not among the `known`."""
    return [word for word in _WORD.findall(_NO_WORDS.sub(" ", text)) if word not in known]


def _mark(number: int, value: Any) -> str:
    text = value["other"] if isinstance(value, dict) else value
    places = dict.fromkeys(re.findall(r"\{\w+\}", text))
    return f"⟦{' '.join([str(number), *places])}⟧"
