"""Matrices that are too large for every run: a part of them, which the run's seed chooses, and all in `make soak`."""

from collections.abc import Iterable
from random import Random
from typing import TypeVar

from tests.conftest import SEED, SOAK_MINUTES

Choice = TypeVar("Choice")


def chance(label: str) -> Random:
    """Return a source of chance that depends on the run's seed, and of which each label has its own."""
    return Random(f"{SEED} {label}")


def thinned(choices: Iterable[Choice], label: str, share: int = 3) -> list[Choice]:
    """Return every third of the choices or so, at least one, in their order; all of them in `make soak`."""
    everything = list(choices)
    chosen = sorted(chance(label).sample(range(len(everything)), -(-len(everything) // share)))
    return everything if SOAK_MINUTES else [everything[number] for number in chosen]
