"""YAML front matter: its text as a `Header`, its mistakes as sentences that need no knowledge of YAML."""

import re
from typing import Any

import yaml

from plugins.desk.front_matter.header import Header, Keys, Value
from plugins.desk.front_matter.yaml_mistakes import QUOTES, odd_lines, syntax_problem
from plugins.desk.places import NONCHARACTERS, Place
from plugins.newsroom.front_matter.mistakes import shown
from plugins.newsroom.problems import Problem, Severity, shortened

_FastLoader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)

_ESCAPED_CONTROL = re.compile(f"[\x00-\x08\x0b\x0c\x0e-\x1f\u202d\u202e\ud800-\udfff{NONCHARACTERS}\ufffe\uffff]")
_PROSE = frozenset(("title", "summary", "alt", "caption", "text", "beat"))
"""Keys with words behind them, in which a `#` is hardly meant to begin a comment."""
_MOST_DEPTH = 20
"""Lists and keys inside one another; judgement, for no key has more than three."""
_TOO_DEEP = ("lists in lists without an end", "write one list")
_HIDDEN_ENTRY = re.compile(r"(?:^|[\s,\[])(#[^\s#][^\n]*)", re.MULTILINE)


def parse_yaml(text: str, first_line: int, path: str) -> tuple[Header, list[Problem]]:
    """Return the front matter in `text`, whose first line is line `first_line` of the file."""
    reading = _Reading(text, first_line, path)
    try:
        root = _compose(text)
    except yaml.YAMLError as error:
        return Header(), [syntax_problem(error, text, first_line, path)]
    except RecursionError:
        return Header(), [Problem(path, first_line, 1, *_TOO_DEEP)]
    if isinstance(root, yaml.MappingNode):
        values = reading.mapping(root, ())
        header = Header(
            values=values, value_places=reading.values, key_places=reading.keys, quoted=frozenset(reading.quoted)
        )
        return header, reading.problems
    if root is None:
        return Header(), []
    odd = next(odd_lines(text, first_line, path), None)
    return Header(), [odd or Problem(path, first_line, 1, "front matter without keys", "write lines of 'key: value'")]


def _compose(text: str) -> yaml.Node | None:
    """Return the root node; a mistake is looked at again by PyYAML's own parser, whose places are exact."""
    # No values are constructed here: nodes hold text and places only.
    try:
        node: yaml.Node | None = yaml.compose(text, Loader=_FastLoader)
    except yaml.YAMLError:
        node = yaml.compose(text, Loader=yaml.BaseLoader)
    return node


class _Reading:
    """One walk over the nodes of a header."""

    def __init__(self, text: str, first_line: int, path: str) -> None:
        self.text = text
        self.first_line = first_line
        self.path = path
        self.problems: list[Problem] = []
        self.values: dict[Keys, Place] = {}
        self.keys: dict[Keys, Place] = {}
        self.quoted: set[Keys] = set()
        self.in_flow: set[int] = set()
        self.seen: set[int] = set()

    def _value(self, node: Any, keys: Keys) -> Value | None:
        self.values[keys] = self._place(node)
        if id(node) in self.seen:
            self._report(node, "a value cannot begin with '*'", QUOTES)
            return ""
        self.seen.add(id(node))
        if len(keys) > _MOST_DEPTH:
            self._report(node, *_TOO_DEEP)
            return ""
        if isinstance(node, yaml.MappingNode):
            return self.mapping(node, keys)
        if isinstance(node, yaml.ScalarNode):
            return self._scalar(node, keys)
        if node.flow_style:
            self._check_flow(node)
        items = (self._value(item, (*keys, number)) for number, item in enumerate(node.value))
        return ["" if item is None else item for item in items]

    def mapping(self, node: yaml.MappingNode, keys: Keys) -> dict[str, Value]:
        values: dict[str, Value] = {}
        for key_node, value_node in node.value:
            name = _key_name(str(key_node.value))
            here = (*keys, name)
            if here in self.keys:
                first = self.keys[here].line
                self._report(key_node, f"key {shown(name)} a second time", f"keep one of it and line {first}")
                continue
            self.keys[here] = self._place(key_node)
            value = self._value(value_node, here)
            if value is None:
                del self.values[here]
            else:
                values[name] = value
        return values

    def _check_flow(self, node: yaml.SequenceNode) -> None:
        """Report entries of a list in brackets that count as comments: `[C#, #hashtag` and more on the next line."""
        self.in_flow.update(map(id, node.value))
        start = node.start_mark.index
        for item in [*node.value, None]:
            end = item.start_mark.index if item else node.end_mark.index
            hidden = _HIDDEN_ENTRY.search(self.text, start, end)
            if hidden:
                line = self.text.count("\n", 0, hidden.start(1))
                column = hidden.start(1) - self.text.rfind("\n", 0, hidden.start(1))
                place = Place(line + self.first_line, column)
                self.problems.append(Problem(self.path, *place, *_comment(hidden[1], (0,))))
                return
            start = item.end_mark.index if item else end

    def _scalar(self, node: yaml.ScalarNode, keys: Keys) -> str | None:
        """Return the text, or None for a key with nothing behind it, which counts as not given."""
        value = str(node.value)
        if _ESCAPED_CONTROL.search(value):
            self._report(node, "an invisible control character in a value", "take its '\\…' away")
        if node.style:
            self.quoted.add(keys)
            return value
        start = node.start_mark.index
        if self.text[start : start + 1] in ("&", "!"):
            self._report(node, f"a value cannot begin with {self.text[start]!r}", QUOTES)
        if node.end_mark.line > node.start_mark.line and re.search(r"\n *-", self.text[start : node.end_mark.index]):
            remedy = "write every entry as '- …', all indented alike"
            self._report(node, "an entry of a list in the text of another", remedy)
        rest = self.text[node.end_mark.index :].split("\n", 1)[0]
        comment = re.match(r"\s*(#[^\s#].*)", rest)
        is_cut = keys[-1] in _PROSE and value and re.match(r"\s*#\s", rest)
        if is_cut:
            self._report(node, "text from '#' on counts as a comment", QUOTES, Severity.WARNING)
        elif comment and id(node) not in self.in_flow:
            self._report(
                node, *(("text from '#' on counts as a comment", QUOTES) if value else _comment(comment[1], keys))
            )
        return value or None

    def _place(self, node: yaml.Node) -> Place:
        return Place(node.start_mark.line + self.first_line, node.start_mark.column + 1)

    def _report(self, node: yaml.Node, what: str, remedy: str, severity: Severity = Severity.ERROR) -> None:
        place = self._place(node)
        self.problems.append(Problem(self.path, place.line, place.column, what, remedy, severity))


def _key_name(written: str) -> str:
    """Return a key as we know it: `Title` and `TITLE` are `title`, as in Pelican's own front matter."""
    if written.islower() and written.isidentifier():
        return written
    name = written.strip().strip("\u00ad")
    return name.lower() if name[1:].islower() or name.isupper() else name


def _comment(text: str, keys: Keys) -> tuple[str, str]:
    """Return the mistake in a value, or an entry of a list, that begins with `#`, and the remedy."""
    is_entry = isinstance(keys[-1], int)
    entry = (re.split(r"[,\]]", text)[0] if is_entry else text).strip().strip("\"'")
    return f"{shown(entry)} counts as a comment", f'put it in quotes: "{shortened(entry)}"'
