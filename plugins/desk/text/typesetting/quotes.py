"""Quotes, apostrophes, primes, dashes, dots and French spaces in the text of one paragraph.

A straight quote is decided by its neighbours and by the quotes that are open; in scripts without spaces by these alone.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from plugins.desk.text.typesetting.quote_marks import NARROW_SPACE, QuoteMarks

HOLE = "\ufffc"
"""Stands in a paragraph for what is not set, such as code or a picture; counts as a letter."""

_APOSTROPHE = "’"
_PRIMES = {"'": "′", '"': "″"}
_SIGNS = r"""["'] | -(?<!--)-{1,2}(?!-) | \.(?<!\.\.)(?:\.\.(?!\.)|[ ]\.[ ]\.)"""
"""Quotes, two or three hyphens, three dots; Python finds a sign faster than the condition that no more precede it."""
_FRENCH_SPACES = rf"""
    «(?:[ \u00a0]|(?!{NARROW_SPACE}))
    | [ \u00a0]?(?<![{NARROW_SPACE}])»
    | [ \u00a0](?=[;:!?]+(?![\w()/]))"""
_FIND = re.compile(_SIGNS, re.VERBOSE)
_FIND_IN_FRENCH = re.compile(f"{_SIGNS} | {_FRENCH_SPACES}", re.VERBOSE)
_SPACES = (" ", "\u00a0")
"""Spaces in whose place a narrow one comes."""
_ADDRESS = re.compile(r"""(?:https?://|www\.)[^\s"'<>]+""")

_BEFORE_A_START = frozenset("([{<«‹„‚“‘—–-/=|¿¡\u202f「『（【《、。，：；！？…")
_AFTER_AN_END = frozenset(")]}>»›”’.,;:!?…—–-/|」』）】》、。，：；！？")
_WIDE_PAUSES = frozenset("，。；！？")
_LONG_PAUSES = frozenset("…—-")
"""Characters before either end of a quotation where no spaces are written: `，"她說` closes what is open."""
_WITHOUT_SPACES = re.compile(
    r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
)
"""A letter of a script that puts no spaces between words: Thai, Lao, Burmese, Khmer, kana, Han."""
_MOST_QUOTES = 8
"""Quotes in a row that are looked past."""
_HEBREW = re.compile(r"[\u05d0-\u05ea]")
_HEBREW_MARKS = {"'": "\u05f3", '"': "\u05f4"}
_ELISION = re.compile(
    r"'(?:(?:tis|twas|twere|twill|em|til|cause|bout|round|n|cos|s|t)\b|\d\d(?:s|er)?\b)", re.IGNORECASE
)
"""A word that has lost its begin, or a decade."""

_BEFORE_APOSTROPHE = re.compile(r"'(?:n|\d\ds)", re.IGNORECASE)
"""Those of them that another apostrophe may follow; behind others it ends a quotation."""


class Edit(NamedTuple):
    """A stretch of a text, and the signs to set in its place."""

    start: int
    end: int
    new: str


@dataclass(slots=True)
class _OpenQuote:
    """A quote that waits for its other half."""

    sign: str
    edit: int
    """Index of its edit, which is made anew when the other half has come."""


def typographic_edits(text: str, marks: QuoteMarks | None, dashes: Mapping[str, str]) -> list[Edit]:
    """Return the edits that set `text`, in order; without marks of its language only apostrophes, dashes and dots."""
    find = _FIND_IN_FRENCH if marks is not None and marks.has_inner_space else _FIND
    return _Paragraph(text, marks, dashes).set(find) if find.search(text) else []


def apply_edits(text: str, edits: Iterable[Edit]) -> str:
    """Return `text` with its edits, which are in order and do not overlap."""
    return "".join(_pieces(text, edits))


def _pieces(text: str, edits: Iterable[Edit]) -> Iterator[str]:
    done = 0
    for start, end, new in edits:
        yield text[done:start]
        yield new
        done = end
    yield text[done:]


@dataclass(slots=True)
class _Paragraph:
    """A paragraph on its way through its signs, from first to last."""

    text: str
    marks: QuoteMarks | None
    dashes: Mapping[str, str]
    edits: list[Edit] = field(default_factory=list)
    open_quotes: list[_OpenQuote] = field(default_factory=list)
    open_of: dict[str, int] = field(default_factory=lambda: dict.fromkeys(_PRIMES, 0))
    """Number of open quotes of each sign."""

    def set(self, find: re.Pattern[str]) -> list[Edit]:
        addresses = _addresses(self.text)
        for found in find.finditer(self.text):
            start, end = found.span()
            if addresses and any(first <= start < last for first, last in addresses):
                continue
            sign = found[0]
            match sign[:1]:
                case "'" | '"':
                    self._set_quote(start, sign)
                case "-":
                    self._put(start, end, self._dash(start, end))
                case ".":
                    self._put(start, end, "…")
                case _:
                    self._put(start, end, _with_narrow_space(sign))
        for quote in self.open_quotes:
            if self.marks is not None and self._has_lost_its_begin(quote):
                self._renew(quote, _APOSTROPHE)
            else:
                self._mark_as_opening(quote)
        return self.edits

    def _put(self, start: int, end: int, new: str) -> None:
        self.edits.append(Edit(start, end, new))

    def _character(self, place: int) -> str:
        """Return the character at `place`; a space at both ends of the text."""
        return self.text[place] if 0 <= place < len(self.text) else " "

    def _dash(self, start: int, end: int) -> str:
        is_range = self._character(start - 1).isdigit() and self._character(end).isdigit()
        return "–" if is_range and end - start == 2 else self.dashes[self.text[start:end]]

    def _set_quote(self, place: int, sign: str) -> None:
        before, after = self._character(place - 1), self._character(place + 1)
        if self.marks is None:
            if sign == "'" and _is_letter(before) and _is_letter(after):
                self._put(place, place + 1, _APOSTROPHE)
            return
        new = self._mark_of_word(place, sign, before, after)
        if new:
            self._put(place, place + 1, new)
            return
        can_open, can_close = self._sides(place)
        if can_close and self.open_of[sign]:
            self._close(place, sign, self.marks)
        elif before.isdigit() and (not can_open or _is_spaced_letter(after)):
            self._put(place, place + 1, _PRIMES[sign])
        elif can_open:
            self.open_quotes.append(_OpenQuote(sign, len(self.edits)))
            self.open_of[sign] += 1
            self._put(place, place + 1, sign)
        else:
            self._put(place, place + 1, _APOSTROPHE if sign == "'" else self.marks.double_closing)

    def _mark_of_word(self, place: int, sign: str, before: str, after: str) -> str | None:
        """Return the mark for a quote that belongs to a word or a number, whatever is open; None for others."""
        if _HEBREW.match(before) and _HEBREW.match(after):
            return _HEBREW_MARKS[sign]
        if sign == '"':
            return None
        if _is_spaced_letter(before) and _is_spaced_letter(after):
            return _PRIMES[sign] if before.isdigit() and after.isdigit() else _APOSTROPHE
        elision = None if _is_letter(before) else _ELISION.match(self.text, place)
        if elision and (self._character(elision.end()) != "'" or _BEFORE_APOSTROPHE.fullmatch(elision[0])):
            return _APOSTROPHE
        return None

    def _sides(self, place: int) -> tuple[bool, bool]:
        """Tell whether a quote may open and whether it may close, by its neighbours beyond other quotes."""
        before = self._beyond_quotes(range(place - 1, place - _MOST_QUOTES, -1))
        after = self._beyond_quotes(range(place + 1, place + _MOST_QUOTES))
        is_after_space, is_before_space = before.isspace(), after.isspace()
        is_start = is_after_space or before in _BEFORE_A_START
        is_end = is_before_space or after in _AFTER_AN_END
        if is_start and is_end:
            opens = is_after_space or (not is_before_space and after not in _AFTER_AN_END - _BEFORE_A_START)
            return opens, is_before_space or not is_after_space
        if before in _WIDE_PAUSES or (before in _LONG_PAUSES and _WITHOUT_SPACES.match(after)):
            return True, True
        if is_start or is_end:
            return is_start, is_end
        is_among_letters = self._is_among_letters(place, before, after)
        return is_among_letters, True

    def _beyond_quotes(self, places: range) -> str:
        return next((sign for sign in map(self._character, places) if sign not in _PRIMES), " ")

    def _is_among_letters(self, place: int, before: str, after: str) -> bool:
        """Tell whether a quote may open right behind a letter, where a single one is rather an apostrophe."""
        if self.text[place] == '"':
            return True
        return any(side == HOLE or _WITHOUT_SPACES.match(side) for side in (before, after))

    def _close(self, place: int, sign: str, marks: QuoteMarks) -> None:
        """Close the last open quote of this kind; single ones that were opened since were apostrophes."""
        while self.open_quotes[-1].sign != sign:
            inner = self._pop()
            if inner.sign == "'":
                self._renew(inner, _APOSTROPHE)
            else:
                self._mark_as_opening(inner)
        self._mark_as_opening(self._pop())
        mark = marks.double_closing if sign == '"' else marks.single_closing
        has_space = mark.startswith(NARROW_SPACE) and self._character(place - 1) in _SPACES
        self._put(place - has_space, place + 1, mark)

    def _has_lost_its_begin(self, quote: _OpenQuote) -> bool:
        """Tell whether nothing closes a single quote in the midst of a paragraph, as in `cuti 'kan`."""
        before = self.text[: self.edits[quote.edit].start].rstrip()
        return quote.sign == "'" and before[-1:] not in ("", ":", ",", *_PRIMES)

    def _pop(self) -> _OpenQuote:
        quote = self.open_quotes.pop()
        self.open_of[quote.sign] -= 1
        return quote

    def _mark_as_opening(self, quote: _OpenQuote) -> None:
        if self.marks is None:
            return
        mark = self.marks.double_opening if quote.sign == '"' else self.marks.single_opening
        self._renew(quote, mark)
        edit = self.edits[quote.edit]
        if mark.endswith(NARROW_SPACE) and self._character(edit.end) in _SPACES:
            self.edits[quote.edit] = edit._replace(end=edit.end + 1)

    def _renew(self, quote: _OpenQuote, new: str) -> None:
        self.edits[quote.edit] = self.edits[quote.edit]._replace(new=new)


def _addresses(text: str) -> list[tuple[int, int]]:
    return [found.span() for found in _ADDRESS.finditer(text)] if "://" in text or "www." in text else []


def _is_letter(character: str) -> bool:
    return character.isalnum() or character == HOLE


def _is_spaced_letter(character: str) -> bool:
    """Tell whether a character is a letter of a script that puts spaces between words."""
    return _is_letter(character) and not _WITHOUT_SPACES.match(character)


def _with_narrow_space(sign: str) -> str:
    """Return a French mark of quotation, or the space before a mark of punctuation, with a narrow no-break space."""
    if sign.startswith("«"):
        return f"«{NARROW_SPACE}"
    return f"{NARROW_SPACE}»" if sign.endswith("»") else NARROW_SPACE
