"""Problems of content and settings, in words by which their author can mend them."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache
from typing import Any

from plugins.newsroom.near_misses import KnownNames

_MOST_OF_VALUE = 60
_MOST_IN_ALL = 400
"""Characters of a message, of both parts; whoever makes one stays below it, and a hostile value does not."""
_MOST_LISTED = 40
"""Known names that a message lists; a longer list helps nobody."""
_QUOTED = re.compile(r"""(?<!\w)(?:'((?:[^']+|'(?=\w))*)(?:'(?!\w)|\Z)|"([^"]*)(?:"|\Z))""")
"""A value in quotes, also one that is cut off; the apostrophe of "don't" is none."""
_PLACEHOLDER = "…"
_PARTICULARS = (
    (re.compile(r"\([^()]*[/\d…][^()]*\)"), ""),
    (re.compile(r"\.\d+(?=\.)"), ""),
    (re.compile(r"(?<!\S)(?![<(])\S*/\S*|U\+\w+|\b\d[\d,.:+-]*"), _PLACEHOLDER),
    (re.compile(r"(?:…[\s,]*)+"), "… "),
)
"""Parts of a message that belong to one case of its kind, behind its values: brackets, paths, numbers."""


class Severity(IntEnum):
    """The weight of a problem: only an error ends a run."""

    NOTICE = 1
    WARNING = 2
    ERROR = 3

    @property
    def word(self) -> str:
        return self.name.lower()


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One mistake in one place.

    `path` is relative to the folder that the command runs in; `line` and `column` count from 1. Line 0 is a place that
    is found only where somebody gets to see it (`Placer` in `problem_report.py`).
    """

    path: str
    line: int
    column: int
    what: str
    remedy: str
    severity: Severity = Severity.ERROR
    has_rendering: bool = False
    """True if a page can be made without what is wrong: a warning then in an archive and in what is not public."""
    archive: str = ""
    """The archive folder that the file is in, whose warnings are told in one line; empty for all other files."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "severity", Severity(self.severity))
        if len(self.what) + len(self.remedy) > _MOST_IN_ALL:
            object.__setattr__(self, "what", _bounded(self.what))
            object.__setattr__(self, "remedy", _bounded(self.remedy))

    def __str__(self) -> str:
        weight = "" if self.severity is Severity.ERROR else f"{self.severity.word}: "
        place = f"{self.path}:{self.line}:{self.column}" if self.line else self.path
        return f"{place}: {weight}{self.what}; {self.remedy}"

    @property
    def plain(self) -> tuple[Any, ...]:
        """Its fields as values that `marshal` keeps; `Problem(*plain)` is the problem again."""
        fields = (self.path, self.line, self.column, self.what, self.remedy)
        return (*fields, int(self.severity), self.has_rendering, self.archive)

    @property
    def kind(self) -> str:
        """The words of the mistake without its values, paths and numbers: problems of one kind have the same."""
        return _without_particulars(_QUOTED.sub(_PLACEHOLDER, self.what))


def shortened(value: object, most: int = _MOST_OF_VALUE) -> str:
    """Return a value as text of one line that a message can quote (`{shortened(name)!r}`): its first characters."""
    text = value if isinstance(value, str) else str(value)
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"


@lru_cache(maxsize=10_000)  # few kinds, many problems
def _without_particulars(words: str) -> str:
    for pattern, instead in _PARTICULARS:
        words = pattern.sub(instead, words)
    return " ".join(words.split()).lstrip(" :,").rstrip(" …:,")


def _bounded(words: str) -> str:
    """Return a part of a message with its long values cut, and if that is not enough, its end."""
    words = _QUOTED.sub(lambda match: f"'{shortened(match[1] or match[2] or '')}'", words[: 10 * _MOST_IN_ALL])
    return shortened(words, _MOST_IN_ALL // 2)


def has_errors(problems: Iterable[Problem]) -> bool:
    """Tell whether one of the problems ends a run."""
    return any(problem.severity is Severity.ERROR for problem in problems)


def has_warnings(problems: Iterable[Problem]) -> bool:
    """Tell whether one of the problems is more than a notice."""
    return any(problem.severity >= Severity.WARNING for problem in problems)


def near_miss(found: str, known: Iterable[str]) -> str | None:
    """Return the known word that `found` most likely meant, or None when nothing is close."""
    names = known if isinstance(known, KnownNames) else KnownNames(known)
    return names.nearest(found)


def did_you_mean(
    found: str, known: Iterable[str], otherwise: str | None = None, *, shown: Callable[[str], str] = str
) -> str:
    """Return the remedy for a name that is not among the `known`: its near miss, else `otherwise` or all of these.

    `shown` returns a name as the author is to write it. Who asks of the same names again and again gives them as
    `KnownNames`.
    """
    names = known if isinstance(known, KnownNames) else KnownNames(known)
    meant = names.nearest(found)
    if meant is not None:
        return f"did you mean {shown(meant)!r}?"
    return f"known are: {_listed([shown(name) for name in names])}" if otherwise is None else otherwise


def _listed(names: list[str]) -> str:
    more = len(names) - _MOST_LISTED
    return ", ".join(names[:_MOST_LISTED]) + (f" and {more} more" if more > 0 else "") if names else "none"


def report(problems: Iterable[Problem]) -> str:
    """Return all problems in order of place, one a line, each once."""
    return "\n".join(str(problem) for problem in sorted(set(problems)))
