"""An own server as target: the layout of a folder target there, filled over SSH by rsync, switched in one step.

A release begins as links to the one before it, made on the server; only files that are different are sent.
"""

import json
import os
import shutil
import socket
import sys
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from plugins.newsroom import clock
from plugins.publish.errors import PublishError
from plugins.publish.history.catalogue import Catalogue, CatalogueEntry
from plugins.publish.history.difference import add_release, between, changes_from_latest, plan_against
from plugins.publish.plan.publish_plan import PublishPlan, count, make_publish_plan
from plugins.publish.plan.target_look import TargetLook
from plugins.publish.site.kept_release import KeptSite
from plugins.publish.site.manifest import PublishedFile, digest_of_files, from_json, hash_file, to_json
from plugins.publish.site.model import Notes, PublishedSite, Release
from plugins.publish.site.takedown import NOTHING, Takedown
from plugins.publish.targets.base import Purge, Step, release_id
from plugins.publish.targets.server import scripts
from plugins.publish.targets.server.address import ServerAddress
from plugins.publish.targets.server.connection import ScriptError, ServerConnection
from plugins.publish.targets.server.release_entries import inspect_entries
from plugins.publish.targets.server.server_errors import failure_in_words, refusal_in_words
from plugins.publish.targets.server.server_releases import ServerReleases, read_releases
from plugins.publish.targets.staging import empty_folder, stage

LOOK_SECONDS = 1
"""Seconds between two looks at a lock on the server that is waited for."""


@dataclass(kw_only=True)
class ServerTarget:
    """Releases in the folder of `address`."""

    address: ServerAddress
    local_folder: Path
    """Folder of this machine for the catalogue of the releases; it may be deleted."""
    keep: int = 10
    lease: int = 60
    """Seconds without a sign of a publisher after which the server lets go of its lock."""
    who: str = ""
    """The publisher, `user@host`, whom others are told of in the meantime."""
    options: Sequence[str] = ()
    """First options of SSH (`-F file`)."""
    waits: bool = False
    """True to wait for another publisher's end, instead of ending at once."""
    step: Step = lambda _: None
    takedown: Takedown = NOTHING
    _shell: ServerConnection = field(init=False)
    _catalogue: Catalogue = field(init=False)
    _found: ServerReleases = field(init=False)

    @property
    def place(self) -> str:
        return f"{self.address}/current"

    @contextmanager
    def held(self) -> Iterator[None]:
        with (
            closing(Catalogue(self.local_folder / "catalogue")) as self._catalogue,
            ServerConnection(self.address, self.lease, self.options) as self._shell,
        ):
            self._enter_folder()
            self._found = read_releases(self._run(scripts.clear_leftovers()), self.place)
            yield

    def taken_down(self) -> Sequence[str]:
        return self._run(scripts.taken_down()).splitlines()

    def read(self, path: str) -> bytes | None:
        try:
            text = self._shell.run(scripts.print_file(path))
        except ScriptError:
            return None
        return text.encode("utf-8", "surrogateescape")

    def public_paths(self) -> Iterable[str]:
        known = {entry.id for entry in self._catalogue.entries()}
        read = {True: self._catalogue.files, False: self._files_there}
        return {path for name in self._found.names for path in read[name in known](name)}

    def plan(self, site: PublishedSite) -> PublishPlan:
        if current := self._found.current:
            self._make_latest(current)
        plan = plan_against(self._catalogue, site) if current else make_publish_plan(None, site.files())
        takes_down = self.takedown.beyond(self.taken_down()) if self.takedown else ()
        return replace(plan, unpurged=self._found.unpurged, takes_down=takes_down)

    def inspect(self, site: PublishedSite) -> TargetLook | None:
        current = self._found.current
        listed = self._run(scripts.list_entries(current)) if current else ""
        return inspect_entries(listed, self._catalogue.files(current), current) if current else None

    def publish(self, site: PublishedSite, plan: PublishPlan, purge: Purge) -> Release:
        """Make a release, switch to it, and purge. Until the purge is done its paths are noted, for the next run."""
        current = self._found.current
        if plan.mends and current:
            self._mend(current, site, plan)
        if plan.new or plan.changed or plan.removed or current is None:
            current = self._make_release(site, plan)
        self.step("purge")
        purge()
        names = sorted({*self._found.names, current})
        doomed = [name for name in names[: -self.keep] if name != current]
        self.step("end")
        self._run(f"{scripts.note_taken_down(self.takedown.addresses)}\n{scripts.end(doomed)}")
        self._found = ServerReleases(current, [name for name in names if name not in doomed])
        self._catalogue.forget(self.keep)
        return Release(id=current, files=plan.after.files, pages=plan.after.pages, who=self.who, is_current=True)

    def releases(self) -> Sequence[Release]:
        known = {entry.id: entry.release for entry in self._catalogue.entries()}
        unknown = [name for name in self._found.names if name not in known]
        counted = self._run(scripts.counts(unknown)).splitlines() if unknown else []
        for name, line in zip(unknown, counted, strict=True):
            files, pages = map(int, line.split())
            known[name] = Release(id=name, files=files, pages=pages)
        newest_first = reversed(self._found.names)
        return [replace(known[name], is_current=name == self._found.current) for name in newest_first]

    def forget_taken_down(self) -> Sequence[str]:
        shutil.rmtree(self.local_folder / "fetched", ignore_errors=True)
        found = self._run(scripts.holding(self.takedown.paths, self.takedown.families)).splitlines()
        held = {path.split("/", 2)[1] for path in found}
        doomed = [name for name in self._found.names if name in held and name != self._found.current]
        if doomed:
            self._run(scripts.remove(doomed))
            self._found = self._found.without(doomed)
            self._catalogue.forget_releases(doomed)
        return doomed

    def kept(self, release: str) -> PublishedSite:
        if release not in self._found.names:
            kept = ", ".join(reversed(self._found.names))
            raise PublishError(f"there is no release {release!r} on {self.address}; kept are: {kept or 'none'}")
        entry, current = self._catalogue.entry(release), self._found.current
        files = self._catalogue.files(release) if entry else self._files_there(release)
        if current:
            self._make_latest(current)
        there = self._catalogue.files(current) if current else {}
        wanted = [path for path, file in between(there, files).items() if file]
        folder = empty_folder(self.local_folder / "fetched")
        return KeptSite(files, partial(self._fetch, release, wanted, folder), entry.notes if entry else Notes())

    def _fetch(self, release: str, wanted: Sequence[str], folder: Path, path: str, file: PublishedFile) -> Path:
        """Return the local copy of a file of a release; the `wanted` ones are fetched with the first of them."""
        place = folder / path
        if not place.is_file():
            self._shell.fetch(f"releases/{release}", wanted if path in wanted else [path], folder)
        if hash_file(place) != file.sha256:
            raise PublishError(f"{path} of release {release} is damaged on the server; go back to another one")
        return place

    def _enter_folder(self) -> None:
        since = f"{clock.now():%Y-%m-%d %H:%M:%S} UTC"
        holder = {"pid": os.getpid(), "host": socket.gethostname(), "since": since, "who": self.who}
        script, said = scripts.enter_folder(self.address.folder, json.dumps(holder)), ""
        while True:
            try:
                self._shell.run_in_place(script)
                return
            except ScriptError as error:
                ended = (self.address, error.status, error.text)
                refusal = refusal_in_words(*ended) or failure_in_words(*ended)
                if not (self.waits and error.status == scripts.IS_HELD):
                    raise PublishError(refusal) from None
            if refusal != said:
                said = refusal
                print(f"Waiting: {said.partition(';')[0]}; Ctrl-C ends the wait.", file=sys.stderr)
            time.sleep(LOOK_SECONDS)

    def _run(self, script: str) -> str:
        try:
            return self._shell.run(script)
        except ScriptError as error:
            raise PublishError(failure_in_words(self.address, error.status, error.text)) from None

    def _make_latest(self, release: str) -> None:
        """Make this release, which the server has, the latest of the catalogue."""
        catalogue = self._catalogue
        latest, known = catalogue.latest(), catalogue.entry(release)
        if latest is None or latest.id != release:
            files = catalogue.files(release) if known else self._files_there(release)
            entry = known or CatalogueEntry(id=release, count=count(files))
            catalogue.add(entry, between(catalogue.files(latest.id) if latest else {}, files))

    def _files_there(self, release: str) -> Mapping[str, PublishedFile]:
        """Return the files of a release from its manifest there, or from the files where that is missing."""
        with suppress(ScriptError, ValueError):
            return from_json(self._shell.run(scripts.manifest(release)))
        files: dict[str, list[str]] = {}
        for line in self._run(scripts.describe(release)).split("\0")[:-1]:
            said, path = line.split("  ./", 1)
            files.setdefault(path, []).append(said.strip())
        found = sorted(files.items())
        return {path: PublishedFile(sha256=digest, bytes=int(size)) for path, (digest, size) in found}

    def _make_release(self, site: PublishedSite, plan: PublishPlan) -> str:
        files, current = site.files(), self._found.current
        release = release_id(digest_of_files(files), clock.now(), self._found.names)
        self.step("begin")
        try:
            self._run(scripts.begin_release(release, current, plan.removed))
            self._send(release, site, plan, files)
            self.step("finish")
            self._run(scripts.finish(release, [*plan.new, *plan.changed]))
        except BaseException:
            with suppress(PublishError, ScriptError):  # if the connection is gone, the next run clears up
                self._shell.run(scripts.abandon(release))
            raise
        self.step("remember")
        if current:
            self._make_latest(current)
        add_release(self._catalogue, release, site, changes_from_latest(self._catalogue, site), self.who)
        return release

    def _mend(self, release: str, site: PublishedSite, plan: PublishPlan) -> None:
        """Put the files of the present release right, and its manifest, where the site is that release."""
        folder = empty_folder(self.local_folder / "sending")
        stage(site, ((path, plan.files[path]) for path in plan.mended), folder / "site", plan.mended)
        self.step("mend")
        self._run(scripts.begin_mending(release, plan.touched, plan.mended, plan.foreign))
        self._shell.send(folder / "site", f"releases/{release}")
        if plan.rewrites_records and plan.only_mends:
            manifest = empty_folder(folder / "manifests") / f"{release}.json"
            manifest.write_text(to_json(site.files()), encoding="utf-8")
            self._shell.send(manifest.parent, "manifests")
        self._run(scripts.end_mending(release, plan.mended))
        empty_folder(folder)

    def _send(self, release: str, site: PublishedSite, plan: PublishPlan, files: Mapping[str, PublishedFile]) -> None:
        folder = empty_folder(self.local_folder / "sending")
        paths = [*plan.new, *plan.changed]
        stage(site, ((path, plan.files[path]) for path in paths), folder / "site", paths)
        (folder / "manifest.json").write_text(to_json(files), encoding="utf-8")
        (folder / "unpurged").write_text("\n".join(plan.touched), encoding="utf-8")
        self.step("send")
        self._shell.send(folder, f"releases/.partial-{release}")
        empty_folder(folder)
