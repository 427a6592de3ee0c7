"""Archive of earlier releases on the publisher's machine, for targets that have only the last one.

`objects/<sha256>` holds each content once, `catalogue` the files of each release.
"""

import sqlite3
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from plugins.publish.errors import PublishError
from plugins.publish.history.catalogue import Catalogue
from plugins.publish.history.difference import add_release, changes_from_latest
from plugins.publish.site.copying import copy_checked, link_same
from plugins.publish.site.kept_release import KeptSite
from plugins.publish.site.manifest import PublishedFile, hash_file
from plugins.publish.site.model import PublishedSite, Release
from plugins.publish.site.takedown import Takedown

REMEDY = "check out the commit that it was made from and run make publish"


class Archive:
    """Kept releases in `folder`. It may be deleted, and with it all releases to go back to."""

    def __init__(self, folder: Path) -> None:
        self.catalogue = Catalogue(folder / "catalogue")
        self._objects = folder / "objects"
        self._objects.mkdir(parents=True, exist_ok=True)

    def close(self) -> None:
        self.catalogue.close()

    def keep(self, release: str, site: PublishedSite, who: str = "") -> None:
        """Keep a release; after an interruption it is not kept, and the next call or `prune` clears up.

        Raises PublishError where a file does not have the content that the build wrote.
        """
        self._clear_stranded()
        changed = changes_from_latest(self.catalogue, site)
        contents = {file.sha256: (path, file) for path, file in changed.items() if file}
        missing = {sha256: found for sha256, found in contents.items() if not self._has(found[1])}
        self.catalogue.announce(missing)
        for path, file in missing.values():
            source, place = site.place(path), self._objects / file.sha256
            # A build with a record never writes into a file, but replaces it, so a link is safe.
            if not (site.version and link_same(source, place, file)):
                temporary = self._objects / f".{file.sha256}"
                temporary.unlink(missing_ok=True)
                copy_checked(source, temporary, file)
                temporary.replace(place)
        add_release(self.catalogue, release, site, changed, who)

    def keep_published(self, release: Release, site: PublishedSite, most: int) -> None:
        """Keep a release that readers have already, as one of at most `most`. Raises PublishError, which says so."""
        try:
            self.keep(release.id, site, release.who)
            self.prune(most)
        except (PublishError, OSError, sqlite3.Error) as error:
            said = f"Release {release.id} is published, and was not kept to go back to"
            raise PublishError(f"{said}: {error}") from error

    def releases(self) -> Sequence[Release]:
        """Return the releases that are kept, newest first; the first is called current."""
        found = [entry.release for entry in self.catalogue.entries()]
        return [replace(found[0], is_current=True), *found[1:]] if found else []

    def site(self, release: str) -> PublishedSite:
        """Return the content of a kept release. Raises PublishError where it is not kept."""
        entry = self.catalogue.entry(release)
        if entry is None:
            kept = ", ".join(entry.id for entry in self.catalogue.entries()) or "none"
            raise PublishError(f"release {release} is not kept on this machine ({kept}); name a kept one, or {REMEDY}")
        return KeptSite(self.catalogue.files(release), partial(self._find, release), entry.notes)

    def prune(self, keep: int) -> None:
        """Remove all but the newest `keep` releases."""
        self._clear_stranded()
        self.catalogue.announce(self.catalogue.forget(keep))
        self._clear_stranded()  # stopped before this, the next run removes the rest

    def read(self, path: str) -> bytes | None:
        """Return the content that a path has in the latest release; None where it is not kept."""
        file = self.catalogue.files_at([path]).get(path)
        return (self._objects / file.sha256).read_bytes() if file and self._has(file) else None

    def forget_taken_down(self, takedown: Takedown) -> Sequence[str]:
        """Remove the releases that hold files of a takedown, but not the latest; return their names."""
        names = self.catalogue.holding(takedown.paths, takedown.families) if takedown else []
        if names:
            self._clear_stranded()
            self.catalogue.announce(self.catalogue.forget_releases(names))
            self._clear_stranded()
        return names

    def _clear_stranded(self) -> None:
        for sha256 in self.catalogue.stranded():
            for name in (sha256, f".{sha256}"):
                (self._objects / name).unlink(missing_ok=True)
        self.catalogue.forget_announced()

    def _has(self, file: PublishedFile) -> bool:
        place = self._objects / file.sha256
        return place.is_file() and place.stat().st_size == file.bytes

    def _find(self, release: str, path: str, file: PublishedFile) -> Path:
        """Return the place of a content, after a look at it. Raises PublishError where it is gone or damaged."""
        place = self._objects / file.sha256
        try:
            is_whole = hash_file(place) == file.sha256
        except FileNotFoundError:
            raise PublishError(f"{path} of release {release} is no longer kept ({place}); {REMEDY}") from None
        if not is_whole:
            place.unlink()  # so that the same content is stored anew
            raise PublishError(f"{path} of release {release} is damaged ({place}); {REMEDY}")
        return place
