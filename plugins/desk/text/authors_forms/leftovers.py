"""Leftovers of other systems, and of Markdown that was not taken for any: readers would see them as they stand."""

import re
from collections.abc import Iterator
from typing import NamedTuple


class Leftover(NamedTuple):
    """A kind of leftover: the pattern by which it is known, and the sentence on it; `{0}` stands for the text found."""

    pattern: str
    what: str
    remedy: str
    is_not_meant: bool = False
    """True if something is missing in its place, or readers see what was kept from them: an error then."""


_SHORTCODES = "audio|caption|contact-form|embed|gallery|playlist|soundcloud|tweet|twitter|video|vimeo|wpvideo|youtube"
_NO_SYSTEM = "put into its place what it stood for, or write it as code, between `"
_LETTER = (
    r"(?:(?:\([a-z\d]{1,4}\)|(?:[a-z]|[ivx]{1,4}|(?![0-9])\d{1,2})[.)])(?=\s)"
    r"|[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]|(?![0-9])\d{1,2}[．、]|[①-⑳㈠-㈩]"
    r"|(?:\d{1,2}[.)、]|[-*])(?=[^\W\d_]))"
)
"""The begin of an item in a list by letters, by figures of another script, or without a space behind the sign."""
_FILE = r"[^\s()]+\.(?:avif|gif|jpe?g|md|png|svg|webp)"
_TABLE_RULE = r"\|?(?: *:?-+:? *\|)+(?: *:?-+:? *)?"

LEFTOVERS = {
    "Hugo shortcode": Leftover(
        r"\{\{[<%].*?(?:[>%]\}\}|$)",
        "a shortcode of Hugo, printed as it stands: '{0}'",
        _NO_SYSTEM,
        is_not_meant=True,
    ),
    "template value": Leftover(
        r"\{\{ *[^\s{}].*?(?:\}\}|$)",
        "a value of a template, printed as it stands: '{0}'",
        _NO_SYSTEM,
        is_not_meant=True,
    ),
    "template tag": Leftover(
        r"\{%.*?(?:%\}|$)", "a tag of Jekyll or Liquid, printed as it stands: '{0}'", _NO_SYSTEM, is_not_meant=True
    ),
    "WordPress shortcode": Leftover(
        rf"\[(?:(?:{_SHORTCODES})(?:=| +\w+=)[^\]\n]*|/(?:{_SHORTCODES})|embed|gallery)\]",
        "a shortcode of WordPress, printed as it stands: '{0}'",
        "write pictures as ![what they show](file.webp), and the address of a video as a link",
        is_not_meant=True,
    ),
    "wiki link": Leftover(
        r"(?<!\w)!?\[\[[^\[\]\n]+\]\]",
        "a link of a wiki, printed as it stands: '{0}'",
        "write [words](file.md) for an article, and ![what it shows](file.webp) for a picture",
    ),
    "container": Leftover(
        r"^:{3,}(?=[ \w{]|$).*$",
        "a container of another Markdown, printed as it stands: '{0}'",
        "write an <aside> round the text, with empty lines behind <aside> and before </aside>",
    ),
    "open fence": Leftover(
        r"```|^~~~",
        "a fence of code that nothing closes: '{0}'",
        "put the same signs into a line of their own below the code",
    ),
    "open deletion": Leftover(
        r"(?<!\S)~~(?=\w)", "words taken back that nothing closes: '{0}'", "write ~~ at the end of the words too"
    ),
    "missing note": Leftover(
        r"\[\^[^\]\s]{1,200}\]",
        "a footnote that is nowhere: '{0}'",
        "write it, as a paragraph that begins with {0}:",
        is_not_meant=True,
    ),
    "inline note": Leftover(
        r"\^\[(?=[^\]\n]+\])",
        "a note in the middle of the text, printed as it stands: '{0}'",
        "write [^1] in its place, and the note as a paragraph that begins with [^1]:",
    ),
    "missing reference": Leftover(
        r"(?:(?<![\w\])])\[(?!\d+\])[^\[\]\n]{2,}|\A[^\[\]\n]{0,200})\]\[[^\[\]\n]*\]",
        "a link whose address is nowhere: '{0}'",
        "write the address behind the words, [words](address)",
        is_not_meant=True,
    ),
    "broken link": Leftover(
        rf"\](?: ?|\n)\((?=https?:|www\.|mailto:|[/#{{]|\.\.?/|{_FILE}\)|$)[^)\n]*\)?"
        r"|(?<=\))\[(?=https?:|/)[^\]\n]*\]?",
        "a link that Markdown does not take for one: '{0}'",
        "write [words](address), and %20 for spaces in the address, %28 and %29 for brackets",
    ),
    "open comment": Leftover(
        r"<!--",
        "a comment without an end, or with an empty line inside: '{0}'",
        "put <!-- and --> into one paragraph, or the comment into lines of its own that are not set in",
        is_not_meant=True,
    ),
    "end of a comment": Leftover(
        r"-->(?=\s*$)|^-->",
        "the end of a comment that has no beginning, printed as it stands: '{0}'",
        "begin the comment with <!--, or write → for an arrow",
    ),
    "callout": Leftover(
        r"^\[![^\]\[\n]{1,40}\][+-]?",
        "the mark of a box that makes none, printed as it stands: '{0}'",
        "see docs/more-than-words.md",
    ),
    "formula": Leftover(
        r"\$\$(?=[^$]*[\\^_={])[^$]+\$\$|\A\$\$\n",
        "a formula, printed as it stands: '{0}'",
        "write it as text, or as a picture: ![what it says](file.svg)",
    ),
    "letters": Leftover(
        rf"\A{_LETTER}(?=[^\n]*\n\s*{_LETTER})",
        "lines of a list that Markdown does not take for one: '{0}'",
        "write 1. or - and a space before each item in place of that, or put an empty line between the items",
    ),
    "bullet": Leftover(
        r"^[•▪◦‣●](?=\s)",
        "a bullet that makes no list: '{0}'",
        "write - before each item, and each on a line of its own",
    ),
    "starter text": Leftover(
        r"\A✎[^\n]{0,50}",
        "a note of make start on what to write: '{0}'",
        "write that in its place, without the ✎, or take the paragraph away",
    ),
    "task box": Leftover(
        r"\A\[[ xX]\](?= \S)", "a box outside a list, printed as it stands: '{0}'", "write - before it"
    ),
    "table": Leftover(
        rf"^{_TABLE_RULE}$",
        "a table that Markdown does not take for one: '{0}'",
        "put an empty line above it, and as many | into this line as into the one above",
    ),
    "attribute list": Leftover(
        r"\{:[^{}\n]*\}|\{[.#][A-Za-z][\w-]*(?: [^{}\n]*)?\}",
        "attributes that belong to nothing, printed as they stand: '{0}'",
        "write them as {{: width=300 }} right behind a link or a picture, or in a line of their own under a paragraph",
    ),
    "highlight": Leftover(
        r"(?<![=\w])==(?=[^\s=])[^=\n]+(?<=\S)==(?![=\w])",
        "words marked in the way of another Markdown, printed as they stand: '{0}'",
        "write <mark>words</mark>",
    ),
    "raised letters": Leftover(
        r"(?<=\w)(?:~(?=[^\s~]{1,9}~(?!~))[^\s~]+~|\^(?=[^\s^]{1,9}\^)[^\s^]+\^)",
        "letters raised or lowered in the way of another Markdown, printed as they stand: '{0}'",
        "write <sup>2</sup> or <sub>2</sub>",
    ),
    "emoji": Leftover(
        r"(?<![\w:]):(?:[a-z]+(?:_[a-z0-9]+)*|\+1|-1):(?![\w:])",
        "the name of an emoji, printed as it stands: '{0}'",
        "type the emoji itself, or write it as code, between `",
    ),
    "hidden comment": Leftover(
        r"(?<!\w)%%[^%\n]+%%",
        "a comment of Obsidian, printed as it stands: '{0}'",
        "write <!-- … --> for words that nobody is to read, or take them away",
    ),
    "entity": Leftover(
        r"&(?:amp|gt|lt|mdash|nbsp|ndash|quot|#x?[0-9a-f]+);",
        "an entity printed as it stands: '{0}'",
        "write the character that it stands for",
    ),
}
"""By kind, in the order in which they are tried. Most are warnings: a page can go out with them."""

_GROUPS = dict(zip((f"kind{number}" for number in range(len(LEFTOVERS))), LEFTOVERS, strict=True))
_ANY = re.compile(
    "|".join(f"(?P<{group}>{LEFTOVERS[kind].pattern})" for group, kind in _GROUPS.items()), re.MULTILINE | re.IGNORECASE
)
_SIGNS = ("[", "]", "{", "~", "`", "|", "^", "==", "$$", "%%", "--", ":::", *"•▪◦‣●✎")
_ENTITY = re.compile(r"&amp;[a-z#]\w{1,7};", re.IGNORECASE)
_LETTERS = re.compile(rf"(?:\A|>){_LETTER}", re.IGNORECASE)
_NAME = re.compile(r":[a-z+-][\w+]*:", re.IGNORECASE)
_BEGINNINGS = re.compile(r"[\[\]{~`|^=$%&:<!•▪◦‣●✎-]")
"""Characters that leftovers begin with. All patterns at every place of a text would take ten times as long."""


def may_hold_leftovers(html: str) -> bool:
    """Tell whether any leftover may stand in HTML: most has none of the signs, and nobody need look closer."""
    has_sign = any(sign in html for sign in _SIGNS)
    return (
        has_sign
        or _LETTERS.search(html) is not None
        or _ENTITY.search(html) is not None
        or _NAME.search(html) is not None
    )


def leftovers(text: str) -> Iterator[tuple[str, str, int]]:
    """Yield the leftovers in a run of text outside code: kind, text found, and position."""
    if not (any(sign in text for sign in _SIGNS) or "&" in text or ":" in text or _LETTERS.match(text)):
        return
    end = 0
    for begin in (0, *(sign.start() for sign in _BEGINNINGS.finditer(text))):
        match = _ANY.match(text, begin) if begin >= end else None
        if match:
            end = match.end()
            yield _GROUPS[match.lastgroup or ""], match[0].strip(), match.end() - len(match[0].lstrip())
