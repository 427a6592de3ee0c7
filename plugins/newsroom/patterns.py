"""Components of a theme as the pattern page shows them."""

from dataclasses import dataclass

from plugins.newsroom.markup import Html


@dataclass(frozen=True, slots=True, kw_only=True)
class PatternExample:
    """One example of a component, rendered."""

    name: str
    html: Html


@dataclass(frozen=True, slots=True, kw_only=True)
class PatternParameter:
    """One parameter of a component."""

    name: str
    type: str
    description: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Pattern:
    """One component with all its examples."""

    name: str
    description: str
    parameters: tuple[PatternParameter, ...]
    examples: tuple[PatternExample, ...]
