"""Messages of the build process to the preview. The other way goes only None, which asks for a build."""

from dataclasses import dataclass


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
