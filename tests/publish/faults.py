"""Faults that the test server commits on demand: which requests they meet, and what then happens to these."""

import re
import threading
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

HELD_SECONDS = 60.0
"""How long a request is held at most, so that a test that forgot it ends."""


@dataclass(slots=True, kw_only=True)
class Fault:
    """What goes wrong with requests of one kind.

    `answer` gives `status` and `code` instead of doing what was asked; `close` ends the connection without an answer;
    `hang` waits for `seconds`; `hold` waits until the faults are cleared.
    """

    kind: Literal["answer", "close", "hang", "hold"]
    when: Literal["before", "after"] = "before"
    """Whether the request is carried out before the fault, and is stored although the client learns nothing of it."""
    method: str = ""
    """Regular expression that the whole method matches; empty for all."""
    key: str = ""
    """Regular expression to be found in the key, or in one of the keys of a deletion of several; empty for all."""
    skip: int = 0
    """How many requests pass before the first that is met."""
    every: int = 1
    """2 meets every second one from there, and so on."""
    times: int | None = None
    """How many are met; None for all from then on."""
    status: int = 503
    code: str = "SlowDown"
    seconds: float = 0.0
    seen: int = 0
    met: int = 0
    released: threading.Event = field(default_factory=threading.Event)

    def meets(self, method: str, keys: Sequence[str]) -> bool:
        """Tell whether the fault happens to this request, which is counted. Not safe between threads."""
        if not re.fullmatch(self.method or ".*", method) or not any(re.search(self.key, key) for key in keys):
            return False
        self.seen += 1
        if self.seen <= self.skip or (self.seen - self.skip - 1) % self.every or self.met == self.times:
            return False
        self.met += 1
        return True

    def wait(self) -> None:
        """Let the time pass that the fault takes."""
        if self.kind == "hang":
            self.released.wait(self.seconds)
        elif self.kind == "hold":
            self.released.wait(HELD_SECONDS)
