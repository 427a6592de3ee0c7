"""References, marks and headings of a text, found without turning it into HTML, each with its place in the file.

Code, fenced, indented or in backticks, and comments are passed over.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

from plugins.desk.places import Place
from plugins.desk.text.raw_html import Raw, refused_html


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """A link or a picture in the text."""

    kind: Literal["link", "picture"]
    target: str
    """As written: `../x.md#part`, `{filename}/articles/…`, `https://…`."""
    alt: str
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class DontMissMark:
    """A `[dont-miss]` mark."""

    target: str | None
    is_alone: bool
    """True if it is a paragraph of its own."""
    is_in_html: bool
    """True if it stands between tags of the author's own, where Markdown does not look."""
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyScan:
    """Everything of interest in a body, in order of place."""

    start: Place | None
    """The place of its first word; None of an empty body."""
    references: tuple[Reference, ...]
    marks: tuple[DontMissMark, ...]
    top_headings: tuple[Place, ...]
    raw: tuple[Raw, ...]


_MARK = re.compile(
    r"\[(?<!\\\[)dont-miss(?:[ \t]*:[ \t]*(?P<target>[^\]\n]*?))?[ \t]*\](?![(\[])",
    re.IGNORECASE,
)
"""`[dont-miss]` or `[dont-miss: slug]`; neither a link nor `[dont-missing]`."""

# What may not stand before a letter is looked for from behind it: Python finds a letter faster than a condition.
_FENCED = re.compile(r"^(`{3,}|~{3,})[^\n]*\n.*?(?<=\n)\1[ ]*$", re.MULTILINE | re.DOTALL)
_INDENTED = re.compile(r"(?:(?<=\n\n)|\A)(?:(?: {4}|\t)[^\n]*(?:\n|\Z)|[ \t]*\n)+")
_SPAN = re.compile(r"(`(?<![`\\]`)`*)(?!`).+?(?<!`)\1(?!`)", re.DOTALL)
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_LIST_ITEM = re.compile(r"^ {0,3}(?:[-*+]|\d+[.)]|:)\s|^\[\^", re.MULTILINE)

_INLINE = re.compile(r"\](?<!\\\])\(\s*(?:<(?P<angle>[^<>\n]*)>|(?P<bare>[^\s()]*(?:\([^\s()]*\)[^\s()]*)*))")
_DEFINITION = re.compile(r"^ {0,3}\[(?!\^)(?P<label>[^\]\n]+)\]:[ \t]*<?(?P<target>[^\s>]+)", re.MULTILINE)
_IMAGE = re.compile(r"!(?<!\\!)\[")
_LABEL = re.compile(r"[ ]?\n?\[(?P<label>[^\]]*)\]")
_HEADING = re.compile(r"^#(?!#)", re.MULTILINE)
_UNDERLINED = re.compile(r"(?:\A|\n\n)\n*(?P<text>[^\n]+)\n=+[ ]*(?=\n|\Z)")
_BLOCK_TAG = re.compile(
    r"<(?P<close>/?)(?P<name>address|article|aside|blockquote|details|div|dl|figure|footer|form|header|main|nav|ol|p|"
    r"pre|section|table|ul)(?=[\s/>])[^<>]*>",
    re.IGNORECASE,
)


def scan_body(body: str, first_line: int) -> BodyScan:
    """Return everything of interest in `body`; its first line is line `first_line` of the file."""
    text = _without_code(body)
    starts = [0] + [match.end() for match in re.finditer("\n", text)]

    def place(offset: int) -> Place:
        line = bisect_right(starts, offset)
        return Place(line - 1 + first_line, offset - starts[line - 1] + 1)

    references = sorted(_references(text, place), key=lambda reference: reference.place)
    words = re.search(r"\S", body)
    return BodyScan(
        start=place(words.start()) if words else None,
        references=tuple(references),
        marks=tuple(_marks(text, place)),
        top_headings=tuple(sorted(place(offset) for offset in _top_headings(text))),
        raw=tuple(refused_html(text, place)),
    )


def _without_code(body: str) -> str:
    """Return the body with code and comments blanked out, every other character at its old place."""
    text = _FENCED.sub(_blank, body) if "```" in body or "~~~" in body else body
    if "\n    " in text or "\n\t" in text or text[:1] in (" ", "\t"):
        text = _INDENTED.sub(_blank_indented, text)
    text = _SPAN.sub(_blank, text) if "`" in text else text
    return _COMMENT.sub(_blank, text) if "<!--" in text else text


def _blank(match: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", match[0])


def _blank_indented(match: re.Match[str]) -> str:
    """Blank out an indented block, unless it continues a list item, a footnote or a definition."""
    before = match.string[: match.start()].rstrip()
    paragraph = before[before.rfind("\n\n") + 2 :] if "\n\n" in before else before
    if _LIST_ITEM.search(paragraph) or paragraph.startswith(("    ", "\t")):
        return match[0]
    return _blank(match)


def _references(text: str, place: Callable[[int], Place]) -> Iterator[Reference]:
    for match in _INLINE.finditer(text):
        group = "bare" if match["angle"] is None else "angle"
        opening = _opening_bracket(text, match.start())
        if opening is None:
            continue
        is_picture = text[opening - 1 : opening] == "!"
        alt = " ".join(text[opening + 1 : match.start()].split())
        kind: Literal["link", "picture"] = "picture" if is_picture else "link"
        yield Reference(kind=kind, target=match[group], alt=alt, place=place(match.start(group)))
    definitions = list(_DEFINITION.finditer(text)) if "]:" in text else []
    alts = _alts_by_label(text) if definitions else {}
    for match in definitions:
        shown = alts.get(_label(match["label"]), [])
        where = place(match.start("target"))
        if shown:
            yield Reference(kind="picture", target=match["target"], alt=min(shown), place=where)
        else:
            yield Reference(kind="link", target=match["target"], alt="…", place=where)


def _alts_by_label(text: str) -> dict[str, list[str]]:
    """Return the descriptions of pictures whose address is defined elsewhere, `![alt][label]`, by label."""
    alts: dict[str, list[str]] = {}
    for match in _IMAGE.finditer(text):
        closing = _closing_bracket(text, match.end() - 1)
        if closing is None or text[closing + 1 : closing + 2] == "(":
            continue
        alt = " ".join(text[match.end() : closing].split())
        label = _LABEL.match(text, closing + 1)
        alts.setdefault(_label((label["label"] if label else "") or alt), []).append(alt)
    return alts


def _label(words: str) -> str:
    """Return a label as Python-Markdown compares it."""
    return " ".join(words.split()).lower()


def _top_headings(text: str) -> Iterator[int]:
    if text.startswith("#") or "\n#" in text:
        yield from (match.start() for match in _HEADING.finditer(text))
    if "\n=" in text:
        yield from (match.start("text") for match in _UNDERLINED.finditer(text))


def _opening_bracket(text: str, closing: int) -> int | None:
    """Return the offset of the '[' that belongs to the ']' at `closing`, in the same paragraph."""
    depth = 0
    start = max(text.rfind("\n\n", 0, closing), -1)
    for offset in range(closing, start, -1):
        if text[offset - 1 : offset] == "\\":
            continue
        depth += {"]": 1, "[": -1}.get(text[offset], 0)
        if depth == 0:
            return offset
    return None


def _closing_bracket(text: str, opening: int) -> int | None:
    """Return the offset of the ']' that belongs to the '[' at `opening`, in the same paragraph."""
    depth = 0
    end = text.find("\n\n", opening)
    for offset in range(opening, len(text) if end < 0 else end):
        if text[offset - 1 : offset] == "\\":
            continue
        depth += {"[": 1, "]": -1}.get(text[offset], 0)
        if depth == 0:
            return offset
    return None


def _marks(text: str, place: Callable[[int], Place]) -> Iterator[DontMissMark]:
    for match in _MARK.finditer(text):
        before, after = text[: match.start()], text[match.end() :]
        starts_paragraph = not before.strip() or re.search(r"\n[ \t]*\n {0,3}\Z", before) is not None
        ends_paragraph = not after.strip() or re.match(r"[ \t]*\n[ \t]*\n", after) is not None
        yield DontMissMark(
            target=(match["target"] or "").strip() or None,
            is_alone=starts_paragraph and ends_paragraph,
            is_in_html=_ends_in_html(before),
            place=place(match.start()),
        )


def is_mark(paragraph: str) -> bool:
    """Tell whether a paragraph is a don't-miss mark and nothing else."""
    return _MARK.fullmatch(paragraph.strip()) is not None


def _ends_in_html(text: str) -> bool:
    """Tell whether a block tag that the author opened in `text` is still open at its end."""
    depths: Counter[str] = Counter()
    for tag in _BLOCK_TAG.finditer(text):
        depths[tag["name"].lower()] += -1 if tag["close"] else 1
    return any(depth > 0 for depth in depths.values())
