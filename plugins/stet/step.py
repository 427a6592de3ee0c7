"""Steps of a build that take time, and the functions that hear of their progress."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Generic, TypeVar

Result = TypeVar("Result", covariant=True)

Progress = Callable[[str, int, int], None]
"""Hears the name of a step, the number of things done, and the number of all."""

StepProgress = Callable[[int, int], None]
"""The same within one step: the number of things done, and of all."""


def say_nothing(*_: object) -> None:
    """Stand in for a progress, of a build or of a step, that nobody wants to see."""


@dataclass(frozen=True, slots=True)
class Step(Generic[Result]):
    """Work that a build does as a step of its own, and leaves undone while its key is that of the last build."""

    name: str
    """Shown to those who wait: "Choosing related articles"."""
    key: bytes | None
    """Stands for everything that the work depends on. None has the work done at every build: say why beside it."""
    work: Callable[[StepProgress], Result]

    def run(self, progress: Progress) -> Result:
        """Do the work, and tell its progress under the name of the step."""
        return self.work(partial(progress, self.name))
