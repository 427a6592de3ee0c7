"""Sizes of files as readers see them."""

from plugins.newsroom.words.phrases import Words, number

_KILO, _MEGA, _GIGA = 10**3, 10**6, 10**9
_NO_BREAK = "\u00a0"


def file_size(count: int, words: Words) -> str:
    """Return a number of bytes as the language writes it, in units of a thousand: `340 KB`, `1.2 MB`, `2 GB`.

    With one digit behind the point up to ten, and without a place to break the line.
    """
    for unit, phrase in ((_GIGA, words.gigabytes), (_MEGA, words.megabytes)):
        if count >= unit - unit // 2_000:  # else it would be 1,000 of the unit below
            return _in_units(count / unit, phrase, words)
    return _said(number(max(1, round(count / _KILO)), words), words.kilobytes)


def _in_units(size: float, phrase: str, words: Words) -> str:
    if round(size, 1) >= 10:
        return _said(number(round(size), words), phrase)
    whole, _, digit = f"{size:.1f}".partition(".")
    return _said(whole if digit == "0" else words.decimal.join((whole, digit)), phrase)


def _said(figure: str, phrase: str) -> str:
    return phrase.format(n=figure).replace(" ", _NO_BREAK)
