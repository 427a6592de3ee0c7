"""Mistakes of YAML as sentences that need no knowledge of it, each with a remedy that fits its line."""

import re
from collections.abc import Iterator

import yaml

from plugins.desk.places import Place
from plugins.newsroom.problems import Problem, shortened

QUOTES = 'put the whole value in quotes: "…"'
_SINGLE_QUOTES = "put the whole value in single quotes: '…'"
_DOUBLED_QUOTES = "put the whole value in single quotes, '…', and write each ' in it twice"
_SENTENCES = (
    ("mapping values are not allowed", "a second ': ' in one value", QUOTES),
    (r"found character '\\t'|found a tab", "a tab", "indent with spaces"),
    (r"found character ('.+?') that cannot start", "a value cannot begin with {0}", QUOTES),
    ("while scanning a quoted scalar", "a quoted value is not closed", "add the missing quote"),
    ("could not find expected ':'", "a line without ': ' after its key", "write it as 'key: value'"),
    ("found undefined alias|scanning an alias", "a value cannot begin with '*'", QUOTES),
    ("scanning an anchor", "a value cannot begin with '&'", QUOTES),
    ("while (scanning|parsing) a tag|tag handle", "a value cannot begin with '!'", QUOTES),
    (r"expected ',' or ']'", "a list in [ ] is not closed", "add ']', and quote entries that hold commas or brackets"),
    (r"expected ',' or '}'", "a {{ }} is not closed", "add '}', or put the value in quotes"),
    ("parsing a block mapping", "text where a key should begin", "quote values as a whole; indent like keys alike"),
    ("parsing a block collection", "a list entry without '- '", "begin every entry with '- ', all indented alike"),
    ("mapping keys are not allowed", "a value cannot begin with '? '", QUOTES),
    ("expected a comment or a line break", "text behind '>' or '|'", QUOTES),
    (
        "expected '<document start>'",
        "a key that is indented less than the first",
        "begin all keys in the first column",
    ),
    ("sequence entries are not allowed", "a value cannot begin with '- '", QUOTES),
    ("special characters are not allowed", "an invisible control character", "delete it"),
)


_KEY = re.compile(r"\s*(?:- +)*(?:[\w-]+ *:\s+)?")
_IN_QUOTES = re.compile(r"""(["'])(.*)\1""")
_PARTLY_IN_CURLY_QUOTES = re.compile(r"[“”„‘’‚](?![^“”„‘’‚\"']*[“”„‘’‚]$)")
_STRAIGHT = 'write straight ones: "…"'
_NO_SPACE = "no space behind '{0}'"
_LINES = (
    (r"[\[,]\s*(#[^\s,\]]+)", "'{0}' counts as a comment", 'put it in quotes: "{0}"'),
    (r"^[\w\s-]*[\w-](：)", "a full-width colon", "write ':' and a space"),
    (r"(?::|-)\s+[\[{]?\s*([“”„‘’‚])", "a value in quotes such as {0}, which do not count", _STRAIGHT),
    (r"^[\w\s-]+:\s+(\[)[^\]]*\]\s*[^\s,#]", "a value cannot begin with '{0}'", QUOTES),
    (r"^[\w\s-]+:\s+(\{)[^}]*\}\s*[^\s,#]", "a value cannot begin with '{0}'", QUOTES),
    (r'^[\w\s-]+:\s+"(?:[^"\\]|\\.)*"\s*([^\s,#])', "text behind a value in quotes", QUOTES),
    (r"^[\w\s-]+:\s+'(?:[^']|'')*'\s*([^\s,#])", "text behind a value in quotes", QUOTES),
    (r"^\s*([A-Za-z_]+:)(?=[^\s/:])", _NO_SPACE, "write '{0} …'"),
)
"""Lines that a mistake is found in, as word processors and other keyboards make them; the first group is the place."""


def syntax_problem(error: yaml.YAMLError, text: str, first_line: int, path: str) -> Problem:
    """Return the problem for a mistake that the parser has met."""
    place = _error_place(error, text, first_line)
    by_line = {problem.line: problem for problem in odd_lines(text, first_line, path)}
    above = by_line.get(place.line - 1)
    odd = by_line.get(place.line) or (above if above and above.what.startswith(_NO_SPACE[:8]) else None)
    if odd:
        return odd
    line = "".join(text.split("\n")[place.line - first_line :][:1])
    for pattern, what, remedy in _SENTENCES:
        found = re.search(pattern, str(error))
        if found:
            return Problem(path, place.line, place.column, what.format(*found.groups()), _remedy(remedy, line))
    what = getattr(error, "problem", None) or "no YAML"
    return Problem(path, place.line, place.column, f"front matter that cannot be read: {what}", _quoting(line))


def odd_lines(text: str, first_line: int, path: str) -> Iterator[Problem]:
    """Yield a problem for each line that word processors and other keyboards have spoilt."""
    for number, line in enumerate(text.split("\n"), first_line):
        for pattern, what, remedy in _LINES:
            found = re.search(pattern, line)
            if found:
                value = shortened(found[1])
                remedy = _remedy(remedy, line).format(value)
                yield Problem(path, number, found.start(1) + 1, what.format(value), remedy)
                break


def _remedy(remedy: str, line: str) -> str:
    """Return a remedy as the value in its line needs it."""
    is_partly = remedy == _STRAIGHT and _PARTLY_IN_CURLY_QUOTES.match(_value(line))
    return _quoting(line) if remedy == QUOTES or is_partly else remedy


def _quoting(line: str) -> str:
    """Return the remedy that puts the value in a line into quotes, of a kind that it does not hold itself."""
    value = _value(line)
    quoted = _IN_QUOTES.fullmatch(value)
    inside = quoted[2] if quoted else value
    if '"' not in inside and "\\" not in inside:
        return QUOTES
    return _DOUBLED_QUOTES if "'" in inside else _SINGLE_QUOTES


def _value(line: str) -> str:
    """Return the value in a line of front matter."""
    key = _KEY.match(line)
    return line[key.end() if key else 0 :].strip()


def _error_place(error: yaml.YAMLError, text: str, first_line: int) -> Place:
    mark = getattr(error, "problem_mark", None)
    opened = getattr(error, "context_mark", None)
    if opened is not None and re.search("quoted scalar|flow|simple key", str(error)):
        mark = opened
    if mark is not None:
        return Place(mark.line + first_line, mark.column + 1)
    before = text[: getattr(error, "position", 0)]
    return Place(before.count("\n") + first_line, len(before) - before.rfind("\n"))
