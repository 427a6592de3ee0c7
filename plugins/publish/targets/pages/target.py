"""A folder for GitHub Pages or GitLab Pages as target: a job of theirs takes it, and switches by itself.

This machine keeps the list of files of its last releases, to compare the next one with, and no contents: the folder is
filled anew by every run, since a job begins without it, and an earlier release is an earlier commit.
"""

import hashlib
import shutil
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

from plugins.newsroom import clock
from plugins.publish.errors import PublishError
from plugins.publish.history.catalogue import Catalogue
from plugins.publish.history.difference import add_release, changes_from_latest, plan_against
from plugins.publish.plan.publish_plan import PublishPlan
from plugins.publish.plan.target_look import TargetLook
from plugins.publish.publish_lock import held
from plugins.publish.site.manifest import digest_of_files
from plugins.publish.site.model import PublishedSite, Release
from plugins.publish.site.takedown import NOTHING, Takedown, read_memory, write_memory
from plugins.publish.targets.base import Purge, release_id
from plugins.publish.targets.folder.checkout import target_folder
from plugins.publish.targets.staging import empty_folder, stage
from plugins.publish.web.http import connections
from plugins.publish.web.reader_urls import addresses

FORM = "pages://_site for GitHub Pages, pages://public for GitLab Pages"
MARK = ".nojekyll"
"""File that tells GitHub to take all others as they are; by its text it is known who made the folder."""
MARK_TEXT = "make publish fills this folder, and empties it before.\n"

READING = 10.0
"""Seconds for the answer of the published site."""

HANDED_OVER = (
    "for a job to hand over (docs/ci has recipes).\n"
    "GitHub Pages and GitLab Pages send none of the headers of make headers: no security policy, all is kept for "
    "10 minutes, redirects are pages, what is gone answers 404; docs/platforms.md says what that means."
)
"""End of the sentence that names the folder, for people."""


@dataclass(kw_only=True)
class PagesTarget:
    """The folder that `pages://folder` names."""

    folder: Path
    record: Path
    """Folder of this machine for the lists of files; continuous integration keeps it from run to run."""
    keep: int = 10
    who: str = ""
    """The publisher, `user@host`."""
    url: str = ""
    """Address that readers use; that of the last release's build where it is empty."""
    takedown: Takedown = NOTHING
    _catalogue: Catalogue = field(init=False)

    @property
    def place(self) -> str:
        return str(self.folder)

    @contextmanager
    def held(self) -> Iterator[None]:
        self._refuse_foreign_folder()
        with held(self.record / "lock"), closing(Catalogue(self.record / "catalogue")) as self._catalogue:
            yield

    def taken_down(self) -> Sequence[str]:
        return read_memory(self._taken_down)

    def read(self, path: str) -> bytes | None:
        """Fetch a file from its public address, as a job begins without the last release; None for another content."""
        from urllib3.exceptions import HTTPError

        latest, file = self._catalogue.latest(), self._catalogue.files_at([path]).get(path)
        url = self.url or (latest.notes.siteurl if latest else "")
        if not url or file is None:
            return None
        place = addresses(url, path)[0]
        try:
            with connections(place, seconds=READING) as pool:
                body = pool.request("GET", place, headers={"Accept-Encoding": "identity"}).data
        except HTTPError:
            return None
        return body if hashlib.sha256(body).hexdigest() == file.sha256 else None

    def public_paths(self) -> Iterable[str]:
        return self._catalogue.paths()

    def plan(self, site: PublishedSite) -> PublishPlan:
        """Return the changes from the last release that this machine knows; the folder is to be filled in any case."""
        takes_down = self.takedown.beyond(self.taken_down())
        return replace(plan_against(self._catalogue, site), is_unfinished=True, takes_down=takes_down)

    def inspect(self, site: PublishedSite) -> TargetLook | None:
        return None

    def publish(self, site: PublishedSite, plan: PublishPlan, purge: Purge) -> Release:
        """Fill the folder. After an error it is not there, so that no job can hand over a part of a release."""
        files = site.files()
        if MARK in files:
            raise PublishError(f"{MARK} is a name of the folder's own; take it out of the publication")
        empty_folder(self.folder)
        (self.folder / MARK).write_text(MARK_TEXT, encoding="ascii")
        try:
            stage(site, files.items(), self.folder, plan.sent)
            purge()
        except BaseException:
            shutil.rmtree(self.folder, ignore_errors=True)
            raise
        release = release_id(digest_of_files(files), clock.now(), [each.id for each in self.releases()])
        add_release(self._catalogue, release, site, changes_from_latest(self._catalogue, site), self.who)
        write_memory(self._taken_down, self.takedown)
        self._catalogue.forget(self.keep)
        return self.releases()[0]

    def releases(self) -> Sequence[Release]:
        found = [entry.release for entry in self._catalogue.entries()]
        return [replace(found[0], is_current=True), *found[1:]] if found else []

    def forget_taken_down(self) -> Sequence[str]:
        return ()  # there is nothing to go back to

    def kept(self, release: str) -> PublishedSite:
        remedy = "git revert what came after it, and push; or check that commit out and run make publish"
        raise PublishError(f"pages://{self.folder} keeps no contents of earlier releases, {release} neither; {remedy}")

    @property
    def _taken_down(self) -> Path:
        return self.record / "taken-down"

    def _refuse_foreign_folder(self) -> None:
        found = sorted(self.folder.iterdir()) if self.folder.is_dir() else []
        mark = self.folder / MARK
        if found and not (mark.is_file() and mark.read_text(encoding="utf-8", errors="replace") == MARK_TEXT):
            what = f"target pages://{self.folder}: that folder holds other things ({found[0].name})"
            raise PublishError(f"{what}, and would be emptied; name a new one (pages://_site)")


def pages_folder(target: str) -> Path:
    """Return the folder of `pages://folder`. Raises PublishError where it names none, or one of the checkout's own."""
    name = target.partition("://")[2].rstrip("/")
    if not name or name.startswith("~"):
        raise PublishError(f"target {target!r} names no folder; write {FORM}")
    return target_folder(name, "pages://", "_site")
