"""Numbers as people write them: `1,234.5`, `1.234,5`, `12 %`, `$3`, `−4`, `(5)`, `n/a`. Nothing is written anew."""

import re
import unicodedata
from typing import NamedTuple

_MINUS = "-\u2212\u2013\ufe63\uff0d"
_PARTS = re.compile(r"(?P<before>[^\d.,]*)(?P<digits>[.,]?\d(?:[\d,.'’\u066b\u066c\s]*[\d.])?)(?P<after>\D*)")
"""Words before a number, its digits with the signs among them, words behind it."""
_NOTES = "*†‡¹²³"
_ABOUT = "~≈<>≥≤+"
_BEFORE = frozenset(("RP", "RM", "KR", "FR.", "S/", "R"))
"""Currencies that stand before numbers without a sign of their own, beside codes of three letters."""
_MISSING = frozenset(
    (
        "",
        "-",
        "–",
        "—",
        "−",
        "…",
        "...",
        "..",
        ".",
        "/",
        "x",
        "n/a",
        "na",
        "n.a.",
        "#n/a",
        "k.a.",
        "nil",
        "null",
        "none",
    )
) | frozenset(("nan", "n/d", "s/d", "tbd", "tba", "?", "無", "无", "不详", "なし", "없음", "غ.م"))
"""Signs of a cell that has no number, in small letters without spaces."""
_INSTEAD = str.maketrans({"\u066b": ",", "\u066c": ".", "’": "'"})
"""Signs of other scripts and typesetters, each with the one that means the same."""
_GROUPS = r"\d{1,3}(?:[ ']\d{3})+|\d*"
_POINT = re.compile(
    rf"(?:\d{{1,3}}(?:,\d{{3}})+|\d{{1,2}}(?:,\d{{2}})+,\d{{3}}|{_GROUPS})(?:\.\d*)?"  # 1,23,456 in India
)
_COMMA = re.compile(rf"(?:\d{{1,3}}(?:\.\d{{3}})+|{_GROUPS})(?:,\d*)?")
_LONGEST, _LONGEST_UNIT = 40, 10


class Number(NamedTuple):
    """A number, read both ways that people write fractions; None where it cannot be meant that way."""

    point: float | None
    """`1,234.5` and `1.234` with a point before the fraction."""
    comma: float | None
    before: str
    """Words before it, with the space between: `$`, `EUR `."""
    after: str
    """Words behind it: ` %`."""


def is_missing(cell: str) -> bool:
    """Tell whether a cell says that it has no number."""
    return cell.lower().replace(" ", "") in _MISSING


def number_in(cell: str) -> Number | None:
    """Return the number that a cell is; None of words, of dates, and of words with a number among them."""
    if len(cell) > _LONGEST:
        return None
    plain = "".join(str(unicodedata.decimal(sign, sign)) for sign in cell.rstrip(_NOTES)).translate(_INSTEAD)
    is_negative = plain.startswith("(") and plain.endswith(")")
    match = _PARTS.fullmatch(plain[1:-1] if is_negative else plain)
    if match is None:
        return None
    signs, before = _without_signs(match["before"])
    after = match["after"].rstrip()
    if len(signs) > 1 or (signs and is_negative) or not (_may_precede(before.strip()) and _may_follow(after.strip())):
        return None
    digits = " ".join(match["digits"].split())
    size = -1 if is_negative or signs.strip("+") else 1
    point, comma = _value(digits, _POINT, ",", size), _value(digits, _COMMA, ".", size)
    return None if point is None and comma is None else Number(point, comma, before, after)


def _without_signs(before: str) -> tuple[str, str]:
    """Return the signs before a number, and the words there."""
    signs = "".join(sign for sign in before if sign in _MINUS or sign == "+")
    words = "".join(sign for sign in before if sign not in signs and sign not in _ABOUT)
    return signs, words.lstrip()


def _value(digits: str, form: re.Pattern[str], group: str, sign: int) -> float | None:
    if not form.fullmatch(digits):
        return None
    bare = re.sub(rf"[ '{group}]", "", digits).replace(",", ".")
    return sign * float(bare) + 0.0  # no −0


def _may_precede(word: str) -> bool:
    is_code = len(word) == 3 and word.isalpha() and word.isupper()
    return not word or is_code or word.upper() in _BEFORE or _has_currency(word)


def _may_follow(word: str) -> bool:
    return len(word) <= _LONGEST_UNIT and " " not in word and not any(sign in "+=()[]|:;" for sign in word)


def _has_currency(word: str) -> bool:
    return len(word) <= 4 and any(unicodedata.category(sign) == "Sc" for sign in word)
