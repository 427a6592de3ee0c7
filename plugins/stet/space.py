"""Names of spaces, each with the type of the values that are read from it."""

from dataclasses import dataclass
from typing import Generic, TypeVar

Value = TypeVar("Value")


@dataclass(frozen=True)
class Space(Generic[Value]):
    """A space of values: `Space[Article]("article", "plugins.desk")` holds an `Article` for every name."""

    name: str
    """As `make why` prints it; no two spaces of a build have the same."""
    plugin: str = ""
    """The plugin that offers it, where another may read it."""
