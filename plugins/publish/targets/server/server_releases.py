"""Releases on a server, as `scripts.clear_leftovers` lists them."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from plugins.publish.errors import PublishError
from plugins.publish.targets.base import RELEASE_ID


@dataclass(frozen=True, slots=True)
class ServerReleases:
    """Names of the releases on a server, oldest first, and paths that were not purged for the current one."""

    current: str | None
    names: Sequence[str] = ()
    unpurged: Sequence[str] = ()

    def without(self, names: Collection[str]) -> "ServerReleases":
        """Return the others."""
        return replace(self, names=[name for name in self.names if name not in names])


def read_releases(listing: str, place: str) -> ServerReleases:
    """Return the releases of a listing: the link, then a name a line, an empty line, and paths that were not purged.

    Raises PublishError where the link at `place` leads elsewhere.
    """
    link, *rest = listing.split("\n")
    end = rest.index("")
    name = link.removeprefix("releases/")
    if link and not (link.startswith("releases/") and RELEASE_ID.fullmatch(name)):
        raise PublishError(f"{place} is not a link to a release; move it away and run again")
    names = sorted(filter(RELEASE_ID.fullmatch, rest[:end]))
    return ServerReleases(name if name in names else None, names, [path for path in rest[end + 1 :] if path])
