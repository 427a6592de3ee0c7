"""Places of what the walk over a text's tree has found, for messages: where it stands in the source.

Markdown says of nothing where it came from. So it reads the source once more, in which everything that may have become
what was found carries its own offset, between two noncharacters; the tree then says which offset has arrived where.
Only texts of which a place is asked for are read so.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import TypeVar

from plugins.desk.text.allowed_html import HEADINGS
from plugins.desk.text.findings import Inspection, TextMark, TextProblem, TextReference
from plugins.desk.text.forms.pasted_embeds import PastedEmbeds
from plugins.desk.text.inspection import inspect
from plugins.desk.text.tree import NO_CHARACTER, REPLACEMENT, Element, Node, Text, elements

_Found = TypeVar("_Found", TextProblem, TextReference)

_OPEN, _CLOSE = "\ufdd6", "\ufdd7"
_SIGN = re.compile(f"{_OPEN}([0-9]+){_CLOSE}")
_TAG = re.compile(r"<[A-Za-z][\w:-]*(?=[\s/>])")
_HEADING = re.compile(r"^[ >*+\-0-9.)]*#+[ ]*(?=[^#\s])", re.MULTILINE)
_UNDERLINED = re.compile(r"^[^\n]+(?=\n(?:=+|-+)[ ]*$)", re.MULTILINE)
_FENCES = frozenset(("```", "~~~"))
_DONT_MISS = re.compile(r"\[(?=dont-miss)", re.IGNORECASE)
_ADDRESS_ENDS = r"(?![\w/.%-])"

_LOOKED_FOR = {
    **dict.fromkeys(("tag", "unknown tag", "needless tag", "unclosed tag", "stray part", "too deep"), r"<{0}(?!\w)"),
    "stray end": r"</{0}",
    **dict.fromkeys(("handler", "style", "attribute"), r"(?<=[\s/\"'{{:]){0}(?=[\s=/>}}])"),
    **dict.fromkeys(("no media", "no controls", "words in a player"), r"<{0}(?!\w)"),
    **dict.fromkeys(("preload", "player attribute"), r"(?<=[\s/\"'=]){0}(?=[\s=/>\"'])"),
    "no address": r"{0}(?=[^\n]*\]\(\s*(?:<>)?\s*\)|[^<>\n]*</a)",
    "no picture": r"!\[[^\]\n]*\]\(\s*(?:<>)?\s*\)|<img(?![^<>]*\ssrc=[\"']?[^\s\"'>])",
    **dict.fromkeys(("id twice", "taken id"), r"(?:#|id=[\"']?){0}"),
    "lost character": rf"{REPLACEMENT}|{NO_CHARACTER.pattern}",
    "unused note": r"^ *\[\^{0}\]:",
}
"""Patterns of what a problem stands at, where the second reading does not say."""


@dataclass(slots=True)
class _Signs:
    """The offsets that have arrived in a tree, by node."""

    of_elements: dict[Node, int] = field(default_factory=dict)
    of_attributes: dict[tuple[Node, str], int] = field(default_factory=dict)
    in_words: dict[Node, dict[int, int]] = field(default_factory=dict)
    """By position in the run of text; of several at one position the first."""

    def of(self, node: Node | None, at: str | int | None) -> int | None:
        """Return the offset of a node, or of a part of it; None where it carries none."""
        if node is None:
            return None
        if isinstance(at, int):
            offsets = self.in_words.get(node, {})
            return next((offsets[near] for near in (at - 1, at, at + 1) if near in offsets), None)
        if isinstance(at, str) and (node, at) in self.of_attributes:
            return self.of_attributes[node, at]
        return self.of_elements.get(node)


class TextPlaces:
    """The offsets in `text` of what an inspection of it has found; 0 for what cannot be told."""

    def __init__(self, text: str, convert: Callable[[str], str], found: Inspection) -> None:
        """Read the text once more; `convert` makes HTML of Markdown."""
        self._text = text
        again, self._signs = _inspect_signed(convert(_sign(text, found)), found)
        self._problems = _twins(
            found.met or found.problems, again.problems, lambda problem: (problem.kind, problem.value)
        )
        self._references = _twins(found.references, again.references, lambda reference: reference.written)
        self._marks = again.marks
        self._found = found
        self._searches: dict[tuple[str, str], Iterator[re.Match[str]]] = {}

    def problems(self) -> Iterator[tuple[TextProblem, int]]:
        """Yield the problems, each with its offset."""
        near: dict[tuple[Node, str | None], int | None] = {}
        for reference, place in self.references():
            near[reference.element, reference.attribute] = near[reference.element, None] = place
        near |= {(problem.node, None): self._of(problem) for problem in self._problems if problem.node}
        for problem in self._found.problems:
            offset = self._of(problem)
            is_of_form = problem not in self._problems  # the second reading makes no forms
            if offset is None and problem.node and is_of_form and problem.kind not in _LOOKED_FOR:
                offset = near.get((problem.node, problem.at if isinstance(problem.at, str) else None))
            yield problem, self._search(problem) if offset is None else offset

    def references(self) -> Iterator[tuple[TextReference, int]]:
        """Yield the references, each with its offset."""
        for reference in self._found.references:
            offset = self._of(reference)
            yield reference, max(0, self._text.find(reference.written)) if offset is None else offset

    def _of(self, found: TextProblem | TextReference) -> int | None:
        """Return the offset that the second reading knows, None where it knows none."""
        if isinstance(found, TextProblem):
            problem = self._problems.get(found)
            return self._signs.of(problem.node, problem.at) if problem else None
        reference = self._references.get(found)
        return self._signs.of(reference.element, reference.attribute) if reference else None

    def marks(self) -> Iterator[tuple[TextMark, int]]:
        """Yield the marks, each with its offset."""
        written = [match.start() for match in _DONT_MISS.finditer(self._text)]
        again = iter(self._marks)
        for mark in self._found.marks:
            other = next(again, mark)
            offset = self._signs.of(other.node, other.at)
            yield mark, (written[0] if written else 0) if offset is None else offset

    def _search(self, problem: TextProblem) -> int:
        """Return where the source looks like the problem; for the next one that is the same, the next such place."""
        if problem.value in _FENCES:
            return max(0, self._text.rfind(problem.value))
        key = problem.kind, problem.value
        if key not in self._searches:
            pattern = _LOOKED_FOR.get(problem.kind, "{0}").format(re.escape(problem.value))
            self._searches[key] = re.finditer(pattern, self._text, re.IGNORECASE | re.MULTILINE)
        match = next(self._searches[key], None) if problem.value or problem.kind in _LOOKED_FOR else None
        return match.start() if match else len(self._text) - len(self._text.lstrip())


def _twins(found: Iterable[_Found], again: Iterable[_Found], key: Callable[[_Found], object]) -> dict[_Found, _Found]:
    """Return what the second reading has found in the place of each; of the same, one after the other."""
    grouped: dict[object, list[_Found]] = {}
    for one in again:
        grouped.setdefault(key(one), []).append(one)
    return {one: same.pop(0) for one in found if (same := grouped.get(key(one)))}


def _sign(text: str, found: Inspection) -> str:
    """Return the source with an offset behind everything that may have become what was found."""
    signs = {(match.end(), f" {_OPEN}{match.start()}{_CLOSE}") for match in _TAG.finditer(text)}
    signs |= {(match.end(), _offset(match.start())) for match in _HEADING.finditer(text)}
    signs |= {(match.end(), _offset(match.start())) for match in _UNDERLINED.finditer(text)}
    signs |= {(match.start(), _offset(match.start())) for match in _DONT_MISS.finditer(text)}
    for value in {value for value in _addresses(found) if value}:
        pattern = re.escape(value) + _ADDRESS_ENDS
        signs |= {(match.end(), _offset(match.start())) for match in re.finditer(pattern, text)}
    met = (*found.problems, *found.met)
    words = (problem for problem in met if isinstance(problem.at, int) and not problem.kind.endswith("tag"))
    # A sign before a fence would make it none.
    for value in {problem.value for problem in words} - _FENCES:
        signs |= {(match.start(), _offset(match.start())) for match in re.finditer(re.escape(value), text)}
    signed, end = [], 0
    for offset, sign in sorted(signs):
        signed += [text[end:offset], sign]
        end = offset
    return "".join([*signed, text[end:]])


def _offset(offset: int) -> str:
    return f"{_OPEN}{offset}{_CLOSE}"


def _addresses(found: Inspection) -> Iterator[str]:
    yield from (reference.written for reference in found.references)
    yield from (problem.value for problem in found.problems if isinstance(problem.at, str))


def _inspect_signed(html: str, before: Inspection) -> tuple[Inspection, _Signs]:
    """Return the inspection of HTML from a signed source as if there were no signs, and these."""
    signs, pasted = _Signs(), PastedEmbeds(before.embeds)

    def prepare(root: Element) -> None:
        _take_signs(root, signs)
        pasted.link(root)

    found = inspect(html, before.own_site, prepare=prepare)
    found.problems += pasted.problems
    return found, signs


def _take_signs(root: Element, signs: _Signs) -> None:
    """Move the signs out of a tree."""
    for element in elements(root):
        for name, value in list(element.attrs.items()):
            if match := _SIGN.fullmatch(name):
                signs.of_elements[element] = int(match[1])
                del element.attrs[name]
            elif isinstance(value, str) and (offsets := _SIGN.findall(value)):
                signs.of_attributes[element, name] = min(map(int, offsets))  # another address may be its end
                element.attrs[name] = _SIGN.sub("", value)
    for text in [node for node in root.descendants if isinstance(node, Text)]:
        if _OPEN in text.data:
            places: dict[int, int] = {}
            length = 0
            for match in _SIGN.finditer(text.data):
                places.setdefault(match.start() - length, int(match[1]))
                length += len(match[0])
            text.data = _SIGN.sub("", text.data)
            signs.in_words[text] = places
            heading = text.parent
            if isinstance(heading, Element) and heading.tag in HEADINGS:
                signs.of_elements.setdefault(heading, next(iter(places.values())))
