"""Messages of the build process to the preview. The other way goes only None, which asks for a build."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field


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
    page_warnings: Mapping[str, Sequence[str]] = field(default_factory=dict)
    """Lines on mistakes that end no build, by the root-relative address of the page that they are on."""
    is_crashed: bool = False
    """True if the process can build no more."""
    imported: tuple[str, ...] = ()
    """Files of imported Python modules that belong neither to the kit nor to installed packages."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OutputChanged:
    """Notice that somebody else has changed the output since it was built."""


Message = Progress | Result | OutputChanged
