"""A folder as target: `releases/<id>/` beside `manifests/<id>.json`; readers get the link `current`.

A release is filled under a hidden name, made durable, renamed, and then switched to in one step; until that step the
last release stays untouched. An interrupted run leaves hidden folders and manifests without a release, which the next
run removes.
"""

import contextlib
import shutil
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from plugins.newsroom import clock
from plugins.publish.errors import PublishError
from plugins.publish.plan.publish_plan import PublishPlan, count, make_publish_plan
from plugins.publish.plan.target_look import TargetLook
from plugins.publish.publish_lock import held
from plugins.publish.site.copying import copy_checked, link_same
from plugins.publish.site.kept_release import KeptSite
from plugins.publish.site.manifest import PublishedFile, describe_folder, digest_of_files, read_manifest, to_json
from plugins.publish.site.model import PublishedSite, Release
from plugins.publish.site.takedown import NOTHING, read_memory, write_memory
from plugins.publish.targets.base import RELEASE_ID, Purge, Step, has_digest, release_id
from plugins.publish.targets.folder.durable_files import sync_folder, write_durably
from plugins.publish.targets.folder.release_files import inspect_release, mend_release
from plugins.publish.targets.transfer_bar import Progress

PARTIAL = ".partial-"
REMEDY = "name a folder that is new, empty or published to before"
OWN_ENTRIES = frozenset({".lock", ".current-next", ".unpurged", ".taken-down", "current", "manifests", "releases"})


class FolderTarget:
    """Releases in a folder."""

    def __init__(
        self,
        root: Path,
        keep: int = 10,
        step: Step = lambda _: None,
        progress: Progress = lambda *_: None,
        *,
        waits: bool = False,
    ) -> None:
        """Take the folder; with `waits` another publisher's end is waited for."""
        self.root = root
        self.releases_folder = root / "releases"
        self.manifests = root / "manifests"
        self.current = root / "current"
        self.takedown = NOTHING
        self._unpurged = root / ".unpurged"
        self._taken_down = root / ".taken-down"
        self._keep = keep
        self._step = step
        self._progress = progress
        self._waits = waits

    @property
    def place(self) -> str:
        return str(self.current)

    @contextlib.contextmanager
    def held(self) -> Iterator[None]:
        self._refuse_foreign_folder()
        self._make_folder(self.root)
        with held(self.root / ".lock", waits=self._waits):
            self._clear_leftovers()
            yield

    def taken_down(self) -> Sequence[str]:
        return read_memory(self._taken_down)

    def read(self, path: str) -> bytes | None:
        place = self.current / path
        return place.read_bytes() if place.is_file() else None

    def public_paths(self) -> Iterable[str]:
        return {path for name in self._names() for path in self._manifest(name)}

    def plan(self, site: PublishedSite) -> PublishPlan:
        plan = make_publish_plan(self.current_files(), site.files())
        left = tuple(read_memory(self._unpurged))
        return replace(plan, unpurged=left, takes_down=self.takedown.beyond(self.taken_down()))

    def inspect(self, site: PublishedSite) -> TargetLook | None:
        current = self.current_id()
        if current is None:
            return None
        manifest = self._manifest_path(current)
        files = self._manifest(current)
        is_known = read_manifest(manifest) == files and has_digest(current, digest_of_files(files))
        records = () if is_known else (manifest.relative_to(self.root).as_posix(),)
        return inspect_release(self.releases_folder / current, files, records)

    def publish(self, site: PublishedSite, plan: PublishPlan, purge: Purge) -> Release:
        """Make a release, switch to it, and purge. Until the purge is done its paths are noted, for the next run."""
        files = site.files()
        digest, current = digest_of_files(files), self.current_id()
        name = release_id(digest, clock.now(), self._names())
        self._step("note paths to purge")
        write_durably(self._unpurged, "\n".join(plan.touched))
        is_same = bool(current and has_digest(current, digest))
        if plan.mends and current:
            self._mend(current, site, plan, is_same=is_same)
        is_settled = plan.unpurged or plan.takes_down or (plan.mends and is_same)
        if plan.new or plan.changed or plan.removed or not is_settled:
            self._make_release(name, files, site)
            self._switch(name)
        write_memory(self._taken_down, self.takedown)
        purge()
        self._unpurged.unlink(missing_ok=True)
        self.prune()
        size = count(files)
        return Release(id=self.current_id() or name, files=size.files, pages=size.pages)

    def releases(self) -> Sequence[Release]:
        current = self.current_id()
        sizes = {name: count(self._manifest(name)) for name in reversed(self._names())}
        return [
            Release(id=name, files=size.files, pages=size.pages, is_current=name == current)
            for name, size in sizes.items()
        ]

    def kept(self, release: str) -> PublishedSite:
        if release not in self._names():
            kept = ", ".join(reversed(self._names()))
            raise PublishError(f"there is no release {release!r} in {self.root}; kept are: {kept or 'none'}")
        return KeptSite(self._manifest(release), lambda path, _: self.releases_folder / release / path)

    def current_id(self) -> str | None:
        """Return the release that readers get, or None before the first one."""
        if self.current.is_symlink():
            return self.current.readlink().name
        if self.current.exists():
            raise PublishError(f"{self.current} is not a link to a release; move it away and run again")
        return None

    def current_files(self) -> Mapping[str, PublishedFile] | None:
        """Return the files that readers get now: from their manifest, or from the disk where that is missing."""
        current = self.current_id()
        return self._manifest(current) if current and (self.releases_folder / current).is_dir() else None

    def prune(self) -> list[str]:
        """Remove all but the newest releases, never the current one; return the names of the removed ones."""
        doomed = [name for name in self._names()[: -self._keep] if name != self.current_id()]
        self._remove(doomed)
        return doomed

    def forget_taken_down(self) -> Sequence[str]:
        others = [name for name in self._names() if name != self.current_id()]
        doomed = [name for name in others if self.takedown.is_in(self.releases_folder / name)]
        self._remove(doomed)
        return doomed

    def _remove(self, doomed: Iterable[str]) -> None:
        for name in doomed:
            hidden = self.releases_folder / f"{PARTIAL}{name}"
            self._step(f"remove release {name}")
            (self.releases_folder / name).rename(hidden)
            self._manifest_path(name).unlink(missing_ok=True)
            shutil.rmtree(hidden)

    def _manifest(self, name: str) -> Mapping[str, PublishedFile]:
        noted = read_manifest(self._manifest_path(name))
        return describe_folder(self.releases_folder / name) if noted is None else noted

    def _make_release(self, name: str, files: Mapping[str, PublishedFile], site: PublishedSite) -> None:
        partial = self.releases_folder / f"{PARTIAL}{name}"
        for folder in (self.releases_folder, self.manifests):
            self._make_folder(folder)
        try:
            self._fill(partial, files, site)
            self._step("write the manifest")
            write_durably(self._manifest_path(name), to_json(files))
            self._step("rename the release")
            partial.rename(self.releases_folder / name)
            sync_folder(self.releases_folder)
        except BaseException:
            shutil.rmtree(partial, ignore_errors=True)  # gives the space back; after kill -9 the next run does
            raise

    def _fill(self, partial: Path, files: Mapping[str, PublishedFile], site: PublishedSite) -> None:
        """Link files that the current release has already, copy the rest, and make all of it durable."""
        before = self.current_files() or {}
        self._make_folder(partial)
        for number, (path, file) in enumerate(files.items(), start=1):
            self._make_folder((partial / path).parent)
            self._step(f"write {path}")
            if not (before.get(path) == file and link_same(self.current / path, partial / path, file)):
                copy_checked(site.place(path), partial / path, file, is_durable=True)
            self._progress(number, len(files))
        for folder in [partial, *(entry for entry in partial.rglob("*") if entry.is_dir())]:
            sync_folder(folder)

    def _mend(self, name: str, site: PublishedSite, plan: PublishPlan, *, is_same: bool) -> None:
        """Put the files of the present release right, and its manifest, where the site `is_same` as that release."""
        self._step("mend files")
        work = self.releases_folder / f"{PARTIAL}mended"
        mend_release(self.releases_folder / name, site, plan.mended, plan.foreign, work)
        if plan.rewrites_records and is_same:
            self._step("mend the manifest")
            self._make_folder(self.manifests)
            write_durably(self._manifest_path(name), to_json(site.files()))

    def _switch(self, name: str) -> None:
        following = self.root / ".current-next"
        self._step("prepare the switch")
        following.unlink(missing_ok=True)
        following.symlink_to(Path("releases") / name)
        self._step("switch")
        following.replace(self.current)
        sync_folder(self.root)

    def _names(self) -> list[str]:
        """Return all finished releases, oldest first; the name begins with the time."""
        entries = self.releases_folder.iterdir() if self.releases_folder.is_dir() else ()
        return sorted(entry.name for entry in entries if RELEASE_ID.fullmatch(entry.name))

    def _manifest_path(self, name: str) -> Path:
        return self.manifests / f"{name}.json"

    def _make_folder(self, folder: Path) -> None:
        """Make a folder that a web server of another user can read, under any umask of this user."""
        if not folder.is_dir():
            self._make_folder(folder.parent)
            self._step(f"make {folder.name}/")
            folder.mkdir()
            folder.chmod(0o755)

    def _clear_leftovers(self) -> None:
        (self.root / ".current-next").unlink(missing_ok=True)
        for partial in self.releases_folder.glob(f"{PARTIAL}*"):
            shutil.rmtree(partial)
        names = set(self._names())
        for manifest in self.manifests.glob("*.json*"):
            if manifest.name.removesuffix(".json") not in names:
                manifest.unlink()
        self.prune()

    def _refuse_foreign_folder(self) -> None:
        if self.root.exists() and not self.root.is_dir():
            raise PublishError(f"target {self.root} is a file; name a folder that is empty, new or published to before")
        if self.root.is_dir() and not self.releases_folder.is_dir():
            foreign = sorted({entry.name for entry in self.root.iterdir()} - OWN_ENTRIES)
            if foreign:
                raise PublishError(f"target {self.root} holds other things ({foreign[0]}); {REMEDY}")
