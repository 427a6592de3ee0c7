"""Problems of content and settings, in words by which their author can mend them."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from enum import IntEnum


class Severity(IntEnum):
    """The weight of a problem: only an error ends a run."""

    NOTICE = 1
    WARNING = 2
    ERROR = 3


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One mistake in one place.

    `path` is relative to the folder that the command runs in; `line` and `column` count from 1.
    """

    path: str
    line: int
    column: int
    what: str
    remedy: str
    severity: Severity = Severity.ERROR
    has_rendering: bool = False
    """True if a page can be made without what is wrong: a warning then in an archive and in what is not public."""

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}: {self.what}; {self.remedy}"


def near_miss(found: str, known: Iterable[str]) -> str | None:
    """Return the known word that `found` most likely meant, or None when nothing is close."""
    by_folded = {word.casefold(): word for word in sorted(known)}
    close = get_close_matches(found.casefold(), by_folded, n=1, cutoff=0.6)
    return by_folded[close[0]] if close else None


def did_you_mean(
    found: str, known: Iterable[str], otherwise: str | None = None, *, shown: Callable[[str], str] = str, note: str = ""
) -> str:
    """Return the remedy for a name that is not among the `known`: its near miss, else `otherwise` or all of these.

    `shown` returns a name as the author is to write it; `note` follows the near miss.
    """
    names = list(known)
    meant = near_miss(found, names)
    if meant is not None:
        return f"did you mean {shown(meant)!r}{note}?"
    return f"known are: {', '.join(map(shown, names)) or 'none'}" if otherwise is None else otherwise


def report(problems: Iterable[Problem]) -> str:
    """Return all problems in order of place, one a line, each once."""
    return "\n".join(str(problem) for problem in sorted(set(problems)))
