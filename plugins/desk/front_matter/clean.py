"""Values of front matter taken as they were meant, each with a word: entities, markup, and quotes of word processors.

Pages print these values as plain text. Nothing is taken out of what is honest text: "R&D", "5 < 6", "a <title> tag".
"""

import html
import re
from collections.abc import Iterator
from dataclasses import replace

from plugins.desk.front_matter.header import Header, Keys, Value
from plugins.newsroom.front_matter.mistakes import shown
from plugins.newsroom.front_matter.slugs import is_slug
from plugins.newsroom.problems import Problem, Severity

NO_TEXTS = frozenset(
    {"file", "url", "slug", "date", "embargo", "expires", "updated", "start", "end", "status", "lang", "colour"}
)
"""Keys of values that no page prints as they are."""
PRINTED_AS_WRITTEN = frozenset({"title", "summary", "text", "alt", "caption", "credit", "beat", "label"})
"""Keys of texts in which quotes around the whole may be meant: of a headline that somebody says."""
_SUSPICIOUS = re.compile(r"[&<*_[\\“”„‘’‚]")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_IS_MARKED_UP = re.compile(r"</[A-Za-z][\w-]*\s*>|<(?:br|wbr|hr|img)\b[^<>]*>", re.IGNORECASE)
"""A tag named in a sentence is text; one that is closed, or that stands alone, is markup."""
_TAG = re.compile(r"</?[A-Za-z][^<>]*>")
_MARKDOWN = (
    r'!?\[([^\[\]]*)\]\((?:[^()\s]|\([^()\s]*\))+(?:\s+"[^"]*")?\)',
    r"\*\*(?=\S)(.+?)(?<=\S)\*\*",
    r"(?<!\w)__(?=\S)([^_]*\s[^_]*)(?<=\S)__(?!\w)",
    r"(?<![\w*])\*(?=[^\s*])([^*]+)(?<=[^\s*])\*(?![\w*])",
    r"(?<!\w)_(?=[^\s_])([^_]+)(?<=[^\s_])_(?!\w)",
    r"\\([^\w\s\\/])",
)
"""Links and pictures, strong words, stressed ones, signs that exporters escape.

Two underlines around a single word are left: `__init__`.
"""
_PAIRS = ("“”", "„“", "„”", "”“", "””", "‘’", "‚‘", "‚’", "’’")
_QUOTES = "“”„"
_LONGEST = 5000
"""Characters of a value that is looked at: every text has a shorter limit."""
_MOST_TOLD = 3
"""Entities of a value in one message."""


def clean_header(header: Header, path: str) -> tuple[Header, list[Problem]]:
    """Return front matter as its author meant it, and a problem for each thing that was written otherwise."""
    problems: list[Problem] = []
    cleaner = _Cleaner(header, path, problems)
    values = {key: cleaner.value(value, (key,)) for key, value in header.values.items()}
    return (replace(header, values=values) if problems or values != header.values else header), problems


class _Cleaner:
    """One walk over the values of a header."""

    def __init__(self, header: Header, path: str, problems: list[Problem]) -> None:
        self.header = header
        self.path = path
        self.problems = problems

    def value(self, value: Value, keys: Keys) -> Value:
        """Return a value as it was meant."""
        if isinstance(value, dict):
            return {key: self.value(inner, (*keys, key)) for key, inner in value.items()}
        if isinstance(value, list):
            return [self.value(inner, (*keys, number)) for number, inner in enumerate(value)]
        if keys == ("status",):
            return value.lower()
        if keys == ("slug",):
            return self._slug(value.strip(), keys)
        is_text = len(value) < _LONGEST and _SUSPICIOUS.search(value)
        return self._text(value, keys) if is_text else value

    def _slug(self, value: str, keys: Keys) -> str:
        lower = value.lower()
        if lower == value or not is_slug(lower):
            return value
        what = f"capitals in {shown(value)}, which counts as {shown(lower)}"
        self._report(keys, what, f"write {shown(lower)}", Severity.WARNING)
        return lower

    def _text(self, value: str, keys: Keys) -> str:
        key = next(key for key in reversed(keys) if isinstance(key, str))
        if keys not in self.header.quoted:
            value = self._without_quotes(value, keys, is_printed=key in PRINTED_AS_WRITTEN)
        if key in NO_TEXTS:
            return value
        plain = _plain_words(value.strip())
        if plain != value.strip():
            remedy = f"write the words alone: {shown(plain)}"
            self._report(keys, f"markup in {shown(value)}, which is left out", remedy, Severity.WARNING)
        entities = dict(_entities(plain))
        meant = _ENTITY.sub(lambda match: entities.get(match[0], match[0]), plain)
        # Entities that keep a text from being markup are the way to write it.
        if entities and meant == _plain_words(meant) and not any(_entities(meant)):
            told = list(entities.items())[:_MOST_TOLD]
            written = ", ".join(f"'{sign}' for '{entity}'" for entity, sign in told)
            if keys in self.header.quoted and any(sign in "'\"" for _, sign in told):
                written += """ (between quotes of its own kind '' or \\")"""
            found = next(iter(entities))
            self._report(keys, f"'{found}' counts as the sign '{entities[found]}'", f"write {written}", Severity.NOTICE)
        return meant

    def _without_quotes(self, value: str, keys: Keys, *, is_printed: bool) -> str:
        inner = value[1:-1]
        is_pair = value[:1] + value[-1:] in _PAIRS and not any(quote in inner for quote in value[0] + value[-1])
        if is_pair and len(value) > 1:
            around = f"the quotes {value[0]} {value[-1]} around {shown(inner)}"
            if is_printed:
                remedy = f'leave them out, or put straight ones around all: "{value[0]}…{value[-1]}"'
                self._report(keys, f"{around} are printed", remedy, Severity.NOTICE)
            else:
                self._report(keys, f"{around} are left out", "write straight quotes or none", Severity.NOTICE)
            return value if is_printed else inner.strip()
        is_entry = isinstance(keys[-1], int)
        if is_entry and sum(map(value.count, _QUOTES)) == 1 and (value[0] in _QUOTES or value[-1] in _QUOTES):
            remedy = 'write straight quotes around an entry with a comma in it: "…"'
            self._report(keys, f"half a pair of quotes in {shown(value)}", remedy, Severity.ERROR)
        return value

    def _report(self, keys: Keys, what: str, remedy: str, severity: Severity) -> None:
        place, name = self.header.place_of(*keys), name_of(keys)
        self.problems.append(Problem(self.path, *place, f"{name}: {what}", remedy, severity))


def name_of(keys: Keys) -> str:
    """Return the way to a value as messages name it: `links.1.url`."""
    return ".".join(str(key + 1) if isinstance(key, int) else key for key in keys)


def _plain_words(text: str) -> str:
    """Return a text without tags and Markdown."""
    if _IS_MARKED_UP.search(text):
        text = " ".join(_TAG.sub("", re.sub(r"<br\b[^<>]*>", " ", text, flags=re.IGNORECASE)).split())
    for pattern in _MARKDOWN:
        text = re.sub(pattern, r"\1", text)
    return text.strip()


def _entities(text: str) -> Iterator[tuple[str, str]]:
    """Yield the entities in a text with the characters that they stand for."""
    for match in _ENTITY.finditer(text):
        meant = html.unescape(match[0]).replace("\u00a0", " ")
        if meant != match[0] and meant.isprintable() and "\ufffd" not in meant:
            yield match[0], meant
