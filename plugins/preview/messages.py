"""Messages of the build process to the preview, a line of JSON each. An empty line to the process asks for a build."""

import json
from collections.abc import Callable
from dataclasses import asdict, dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """Progress of a build."""

    what: str
    """Name of the step (`Making pages`)."""
    done: int
    total: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """Result of a build."""

    status: int
    """Exit status: 0 if the build is good."""
    said: str
    """Text that it printed."""
    is_crashed: bool = False
    """True if the process can build no more."""
    imported: tuple[str, ...] = ()
    """Files of imported Python modules that belong neither to the kit nor to installed packages."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OutputChanged:
    """Notice that somebody else has changed the output since it was built."""


Message = Progress | Result | OutputChanged

_KINDS: dict[str, Callable[..., Message]] = {kind.__name__: kind for kind in (Progress, Result, OutputChanged)}


def line_of(message: Message) -> str:
    """Return the message as a line, with its end."""
    return f"{json.dumps([type(message).__name__, asdict(message)])}\n"


def message_of(line: str) -> Message:
    """Return the message in a line that `line_of` made."""
    kind, values = json.loads(line)
    return _KINDS[kind](**{name: tuple(value) if isinstance(value, list) else value for name, value in values.items()})
