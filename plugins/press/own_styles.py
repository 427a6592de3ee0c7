"""Stylesheets of the publisher's own: checked as browsers read them, and kept below the theme's print styles."""

import re
from collections.abc import Iterator
from itertools import groupby
from typing import Any

from plugins.newsroom.problems import Problem, shortened

LAYERS = ("reset", "tokens", "base", "layout", "prose", "components", "utilities", "publisher", "print")
"""The theme's layers in their order, as `static/css/layers.css` has it; a later one wins."""

PUBLISHER = "publisher"
"""The layer of rules that stand in none."""

_END = "\n@-end-of-sheet;"
"""Put behind a sheet: where it is inside of something, that was never closed."""
_NAME_OF_END = _END.strip("\n@;")
_END_OF_ELEMENT = re.compile("</style", re.IGNORECASE)
_LOADING = frozenset({"url", "src", "image-set", "-webkit-image-set"})
"""Functions whose text is an address."""
_ERRORS = {
    "}": ("a '}' that closes nothing", "take it out, or write the '{' before it"),
    ")": ("a ')' that closes nothing", "take it out, or write the '(' before it"),
    "]": ("a ']' that closes nothing", "take it out, or write the '[' before it"),
    "bad-string": ("quotes that are not closed on their line", "close them"),
    "eof-in-string": ("quotes that are never closed", "close them"),
    "bad-url": ("an address that no browser reads", 'put it into quotes: url("…")'),
    "eof-in-url": ("an address that is never closed", "write the ')' after it"),
}
_CLOSING = {"{} block": "{}", "() block": "()", "[] block": "[]", "function": "()"}


def layered_style(text: str) -> str:
    """Return a stylesheet with all that stands in none of the theme's layers put into the layer of publishers."""
    from tinycss2 import parse_stylesheet  # here, for a build finds its styles in the cache

    nodes = [
        node
        for node in parse_stylesheet(text, skip_comments=True, skip_whitespace=True)
        if node.type != "error" and not (node.type == "at-rule" and node.lower_at_keyword == "charset")
    ]
    parts = []
    for is_layer, group in groupby(nodes, key=_is_layer):
        rules = "\n".join(node.serialize() for node in group)
        parts.append(rules if is_layer else f"@layer {PUBLISHER} {{\n{rules}\n}}")
    return "\n".join(parts)


def style_problems(path: str, text: str) -> Iterator[Problem]:
    """Find what browsers leave out of a stylesheet, and what it would load from elsewhere."""
    from tinycss2 import parse_stylesheet  # here, as above

    rules = parse_stylesheet(text + _END, skip_whitespace=True)
    unclosed = _unclosed(rules[-1])
    last = text.rstrip().count("\n") + 1
    for line, column, what, remedy in ([unclosed] if unclosed else []) + list(_mistakes(rules)):
        yield Problem(path, min(line, last), column, what, remedy)
    for match in _END_OF_ELEMENT.finditer(text):
        what = f"{match[0]!r} ends the styles of the page, also in quotes and comments"
        yield Problem(path, text.count("\n", 0, match.start()) + 1, 1, what, "write it as '<\\/style'")


_Found = tuple[int, int, str, str]


def _is_layer(node: Any) -> bool:
    """Tell whether a rule is a block of one of the theme's layers."""
    from tinycss2 import serialize

    if node.type != "at-rule" or node.lower_at_keyword != "layer" or node.content is None:
        return False
    return serialize(node.prelude).strip() in LAYERS


def _mistakes(nodes: list[Any]) -> Iterator[_Found]:
    """Yield line, column, mistake and remedy for rules and declarations, and for all inside of them."""
    from tinycss2 import parse_blocks_contents

    for node in nodes:
        if node.type == "error":
            remedy = "write 'property: value;' or 'selector { … }'"
            # The parser gives the place where it gave up.
            yield node.source_line, 1, "words that are no CSS: browsers leave them out", remedy
        elif node.type == "at-rule" and node.lower_at_keyword == "import":
            remedy = "write its rules into this file: a page has all of its styles in itself"
            yield node.source_line, node.source_column, "@import loads another file", remedy
        elif node.type == "declaration":
            yield from _token_mistakes(node.value)
        elif node.type in ("qualified-rule", "at-rule"):
            yield from _token_mistakes(node.prelude)
            if node.content is not None:
                yield from _mistakes(parse_blocks_contents(node.content, skip_comments=True, skip_whitespace=True))


def _token_mistakes(tokens: list[Any]) -> Iterator[_Found]:
    for token in tokens:
        place = token.source_line, token.source_column
        if token.type == "error" and token.kind in _ERRORS:
            yield (*place, *_ERRORS[token.kind])
        elif token.type == "url":
            yield from _address(token.value, *place)
        elif token.type == "function":
            if token.lower_name in _LOADING:
                for string in (each for each in token.arguments if each.type == "string"):
                    yield from _address(string.value, *place)
            yield from _token_mistakes(token.arguments)
        elif token.type in _CLOSING:
            yield from _token_mistakes(token.content)


def _address(address: str, line: int, column: int) -> Iterator[_Found]:
    """Yield the mistake of an address that readers' browsers would not or should not load."""
    plain = address.strip()
    if plain.startswith(("/", "#")) and not plain.startswith("//"):
        return
    quoted = repr(shortened(plain))
    if plain.startswith("data:"):
        return
    remedy = "write the picture or font itself there, as a data: address, or take it out"
    if plain.startswith("//") or ":" in plain.split("/", 1)[0]:
        what = f"{quoted} is loaded from elsewhere, which tells that site who reads here and which the policy refuses"
        yield line, column, what, remedy
    else:
        what = f"{quoted} is looked for beside each page, as styles stand in the page"
        yield line, column, what, remedy


def _unclosed(node: Any) -> _Found | None:
    """Return what swallowed the end of the sheet: the innermost block, or a comment, that is never closed."""
    if node.type == "comment":
        is_open = node.value.endswith(_END)
        return (
            (node.source_line, node.source_column, "a comment that is never closed", "write '*/'") if is_open else None
        )
    inside = _inside(node)
    if inside is None or not _holds_end(inside):
        return None
    for token in reversed(inside):
        deeper = _unclosed(token)
        if deeper:
            return deeper
    opened = _CLOSING.get(node.type, "{}")
    what = f"a '{opened[0]}' that is never closed"
    return node.source_line, node.source_column, what, f"write the '{opened[1]}' where this rule ends"


def _inside(node: Any) -> list[Any] | None:
    if node.type == "function":
        return list(node.arguments)
    content = getattr(node, "content", None)
    return list(content) if content is not None else None


def _holds_end(tokens: list[Any]) -> bool:
    """Tell whether the end of the sheet stands somewhere in these tokens."""
    return any(
        (token.type == "at-keyword" and token.value == _NAME_OF_END)
        or (token.type == "comment" and token.value.endswith(_END))
        or ((inside := _inside(token)) is not None and _holds_end(inside))
        for token in tokens
    )
