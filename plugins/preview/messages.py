"""What the build process tells the preview, a line of JSON each; the preview tells it to build with an empty line."""

import json
from collections.abc import Callable
from dataclasses import asdict, dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How far a build has come."""

    what: str
    done: int
    total: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What came of a build."""

    status: int
    """As the exit status of a process: 0 if the build is good."""
    said: str
    """What it printed."""
    is_crashed: bool = False
    """Whether the process can build no more."""
    imported: tuple[str, ...] = ()
    """Files of Python modules that are neither the kit's, whose whole folder is looked at, nor installed packages'."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Disturbed:
    """Somebody else has changed the output since it was built."""


Message = Progress | Result | Disturbed

_KINDS: dict[str, Callable[..., Message]] = {kind.__name__: kind for kind in (Progress, Result, Disturbed)}


def line_of(message: Message) -> str:
    """Return the message as a line, with its end."""
    return f"{json.dumps([type(message).__name__, asdict(message)])}\n"


def message_of(line: str) -> Message:
    """Return the message in a line that `line_of` made."""
    kind, values = json.loads(line)
    return _KINDS[kind](**{name: tuple(value) if isinstance(value, list) else value for name, value in values.items()})
