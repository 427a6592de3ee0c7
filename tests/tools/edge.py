"""A run of Pelican as the edge of a plugin sees it, with a real engine and without Pelican."""

import gc
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from plugins.newsroom.run import RUN, Run
from plugins.stet.engine import Engine
from plugins.stet.facts import Digests, settle_facts
from plugins.stet.plugin import close_engine, open_engine
from plugins.stet.step import say_nothing


@dataclass
class Generator:
    """What edges use of Pelican's generators."""

    settings: dict[str, Any]


def digests_of(engine: Engine) -> dict[str, Digests]:
    """Return the digests of all facts that were offered, by space."""
    return {space: facts.digests for space, facts in settle_facts({}, engine.facts, say_nothing).items()}


@contextmanager
def running(
    folder: Path, known: Mapping[str, Any] | None = None, **settings: Any
) -> Iterator[tuple[Engine, Generator]]:
    """Yield the engine of a run that writes below `folder`, and a generator of the run.

    `known` is what the desk tells the run.
    """
    own = {"OUTPUT_PATH": str(folder / "output"), "PLUGINS": [], "DELETE_OUTPUT_DIRECTORY": False}
    run = Run()
    generator = Generator(settings={"SITEURL": "https://example.test", **own, **settings, RUN: run})
    open_engine(run, generator.settings)
    for name, value in (known or {}).items():
        setattr(run, name, value)
    try:
        yield run.engine, generator
    finally:
        close_engine(run)
        gc.enable()  # a run switches it off
