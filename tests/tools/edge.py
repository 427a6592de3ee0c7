"""A run of Pelican as the edge of a plugin sees it, with a real engine and without Pelican."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from plugins.stet.engine import Engine
from plugins.stet.facts import Digests, settle_facts
from plugins.stet.plugin import close_engine, engine_of
from plugins.stet.progress import say_nothing


@dataclass
class Generator:
    """What edges use of Pelican's generators."""

    settings: dict[str, Any]
    context: dict[str, Any] = field(default_factory=dict)


def digests_of(engine: Engine) -> dict[str, Digests]:
    """Return the digests of all facts that were offered, by space."""
    return {space: facts.digests for space, facts in settle_facts({}, engine.facts, say_nothing).items()}


@contextmanager
def running(folder: Path, **settings: Any) -> Iterator[tuple[Engine, Generator]]:
    """Yield the engine of a run that writes below `folder`, and a generator of the run."""
    own = {"OUTPUT_PATH": str(folder / "output"), "PLUGINS": [], "DELETE_OUTPUT_DIRECTORY": False}
    generator = Generator(settings={"SITEURL": "https://example.test", **own, **settings})
    try:
        yield engine_of(generator.settings), generator
    finally:
        close_engine(generator.settings)
