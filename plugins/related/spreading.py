"""How work that may be done in any order is given to whoever does it: here one item after the other."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

Spread = Callable[[Callable[[Any], Any], Sequence[Any]], Iterable[Any]]
"""Applies a function to every item, in their order, as `map` does; perhaps in other processes, which inherit both."""


def serial(function: Callable[[Any], Any], items: Sequence[Any]) -> Iterable[Any]:
    return map(function, items)
