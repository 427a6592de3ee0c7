"""Typogrify's filters on HTML that has its quotes already: ampersands, capitals, quotes in the margin, last words."""

import re
from collections.abc import Callable, Collection
from functools import lru_cache

from typogrify import filters

from plugins.desk.text.allowed_html import OPAQUE
from plugins.desk.text.tree import Element, Text, parse

FILTERS = ("amp", "smartypants", "caps", "initial_quotes", "widont")
"""Typogrify's filters, as TYPOGRIFY_OMIT_FILTERS names them; quotes are set before (`quotes.py`)."""

_LONGEST_LAST_WORDS = 24
"""Characters of two last words that are kept together: more would widen a narrow page. Judgement of this project."""

_QUOTES = ('"', "'", "“", "‘")
_START, _END = "\ufdde", "\ufddf"
"""Noncharacters around the number of an element that was put away."""
_PUT_AWAY = re.compile(f"{_START}([0-9]+){_END}")
_TAG = re.compile(r"<[^<>]*>")
_TEXT = re.compile(r"(^|>)([^<>]+)")
"""A stretch of text, with the end of the tag before it: the parser writes no such sign in attributes or text."""
_HEADING = re.compile(r"<h[1-6][ >]")
_HINT_OF_CAPITALS = re.compile(r"[A-Z](?:\d*[A-Z]|\.\s?[A-Z]+\.)")
_HINT_OF_FIRST_QUOTE = re.compile(r""">\s*["'“‘]""")
_END_OF_TEXT = 80
"""Characters in which the last two words are looked for."""
_LAST_WORDS = re.compile(r"\S+[ \n]+\S+\s*$")


class TypogrifyFilters:
    """Typogrify's filters but for its quotes, as far as the publication wants them."""

    def __init__(self, omitted: Collection[str], left_alone: str) -> None:
        """Take the names of filters to leave out, and a CSS selector of what is left alone beside code."""
        self._omitted = frozenset(omitted)
        self._left_alone = ", ".join([*sorted(OPAQUE), left_alone])
        self._hint_of_left_alone = re.compile(rf"<(?:{'|'.join(sorted(OPAQUE))})\b|{_words_of(left_alone)}")

    def filter_block(self, html: str) -> str:
        """Return a block as the parser writes it, with spans for the style sheet, and a heading with its end bound."""
        is_heading = _HEADING.match(html) is not None
        if _START in html or not (is_heading or _may_change(html)):
            return html
        if not self._hint_of_left_alone.search(html):
            return self.filter_line(html, is_heading=is_heading)
        hidden: list[str] = []
        filtered = self.filter_line(self._put_away(html, hidden), is_heading=is_heading)
        return _PUT_AWAY.sub(lambda found: hidden[int(found[1])], filtered)

    def filter_line(self, html: str, *, is_heading: bool = True) -> str:
        """Return HTML with spans; its tags have no bare `<` or `>` in their attributes."""
        if _may_have_capitals(html) or "&amp;" in html:
            html = _TEXT.sub(self._filter_text, html)
        if _may_begin_with_quote(html):
            html = self._filter("initial_quotes", _hang_first_quotes, html)
        if is_heading and _has_short_end(html):
            html = self._filter("widont", filters.widont, html)
        return html

    def _filter_text(self, found: re.Match[str]) -> str:
        """Filter a stretch without tags: Typogrify would write into attributes."""
        before, text = found.groups()
        if "&amp;" in text:
            text = self._filter("amp", filters.amp, text)
        if "caps" not in self._omitted and _may_have_capitals(text):
            text = _mark_capitals(text)
        return before + text

    def _filter(self, name: str, function: Callable[[str], str], html: str) -> str:
        return html if name in self._omitted else _without_loss(function, html)

    def _put_away(self, html: str, hidden: list[str]) -> str:
        """Return HTML with a mark for each element that is left alone, which goes to `hidden`."""
        root = parse(html)
        for element in root.select(self._left_alone):
            if not _is_inside(element, root):
                continue  # it went with an element around it
            hidden.append(element.html)
            element.replace_with(Text(f"{_START}{len(hidden) - 1}{_END}"))
        return str(root.inner_html)


def _words_of(selector: str) -> str:
    """Return a pattern of the words in a CSS selector; HTML without any of them has nothing that it selects."""
    return "|".join(sorted(map(re.escape, re.findall(r"[\w-]+", selector))))


def _may_change(html: str) -> bool:
    return "&amp;" in html or _may_have_capitals(html) or _may_begin_with_quote(html)


def _may_have_capitals(html: str) -> bool:
    return _HINT_OF_CAPITALS.search(html) is not None


def _may_begin_with_quote(html: str) -> bool:
    return html.startswith(_QUOTES) or _HINT_OF_FIRST_QUOTE.search(html) is not None


def _mark_capitals(text: str) -> str:
    """Return text with its acronyms in spans; Typogrify gets single words, as in longer texts it eats spaces."""
    pieces, done = [], 0
    while hint := _HINT_OF_CAPITALS.search(text, done):
        start = max(done, text.rfind(" ", done, hint.start()) + 1)
        end = text.find(" ", hint.end())
        if end < 0:
            end = len(text)
        pieces += [text[done:start], _capitals_of(text[start:end])]
        done = end
    return "".join([*pieces, text[done:]])


@lru_cache(maxsize=4096)
def _capitals_of(word: str) -> str:
    return _without_loss(filters.caps, word)


def _without_loss(function: Callable[[str], str], html: str) -> str:
    """Return HTML as a filter makes it; as it is where that would change a word."""
    filtered = function(html)
    return filtered if _text_of(filtered) == _text_of(html) else html


def _is_inside(element: Element, root: Element) -> bool:
    return any(ancestor is root for ancestor in element.ancestors)


def _hang_first_quotes(html: str) -> str:
    """Return HTML with the quotes that its blocks begin with in spans; Typogrify knows them as entities."""
    entities = html.replace("“", "&ldquo;").replace("‘", "&lsquo;")
    return str(filters.initial_quotes(entities)).replace("&ldquo;", "“").replace("&lsquo;", "‘")


def _has_short_end(html: str) -> bool:
    """Tell whether the last two words are parted by a plain space and short enough to be kept together."""
    found = _LAST_WORDS.search(_TAG.sub("", html)[-_END_OF_TEXT:])
    return found is not None and len(found[0].strip()) <= _LONGEST_LAST_WORDS


def _text_of(html: str) -> str:
    return _TAG.sub("", html).replace("&nbsp;", " ")
