"""An own server as target: the layout of a folder target there, filled over SSH by rsync, switched in one step.

A release begins as links to the one before it, made on the server; only what is different is sent.
"""

import contextlib
import json
import os
import socket
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from plugins.newsroom import clock
from plugins.publish.errors import PublishError
from plugins.publish.history.catalogue import Catalogue, CatalogueEntry
from plugins.publish.history.difference import between, changes_from_latest, plan_against
from plugins.publish.plan.publish_plan import PublishPlan, count, make_publish_plan
from plugins.publish.site.kept_release import KeptSite
from plugins.publish.site.manifest import Manifest, PublishedFile, from_json, to_json
from plugins.publish.site.model import Notes, PublishedSite, Release
from plugins.publish.targets.base import Purge
from plugins.publish.targets.folder.target import RELEASE_ID, release_id
from plugins.publish.targets.server import scripts
from plugins.publish.targets.server.address import ServerAddress
from plugins.publish.targets.server.connection import ScriptError, ServerConnection
from plugins.publish.targets.server.fetched import Fetched
from plugins.publish.targets.server.server_errors import refusal_in_words, script_in_words
from plugins.publish.targets.staging import empty_folder, stage

Step = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class _Found:
    """What the server has."""

    current: str | None
    names: Sequence[str] = ()
    """Releases, oldest first."""
    unpurged: Sequence[str] = ()


@dataclass(kw_only=True)
class ServerTarget:
    """Releases in the folder of `address`."""

    address: ServerAddress
    memory: Path
    """Folder of this machine for what is known of the releases; it may be deleted."""
    keep: int = 10
    lease: int = 60
    """Seconds without a sign of a publisher after which the server lets go of its lock."""
    who: str = ""
    """Who publishes, `user@host`, told to others who want to as well."""
    options: Sequence[str] = ()
    """For SSH, before all others (`-F file`)."""
    step: Step = lambda _: None
    """Hears of every change on the server before it is made: tests stop there."""
    _remote: ServerConnection | None = field(default=None, init=False)
    _found: _Found = field(default=_Found(None), init=False)

    @property
    def place(self) -> str:
        return f"{self.address}/current"

    @contextlib.contextmanager
    def held(self) -> Iterator[None]:
        with ServerConnection(self.address, self.lease, self.options) as remote:
            self._remote = remote
            self._enter(remote)
            self._found = self._look()
            try:
                yield
            finally:
                self._remote = None

    def plan(self, site: PublishedSite) -> PublishPlan:
        current = self._found.current
        if current is None:
            plan = make_publish_plan(None, site.files())
        else:
            with self._catalogue() as catalogue:
                self._recall(catalogue, current)
                plan = plan_against(catalogue, site)
        return replace(plan, unpurged=self._found.unpurged)

    def publish(self, site: PublishedSite, plan: PublishPlan, purge: Purge) -> Release:
        """Make a release, switch to it, and purge. What was not purged is remembered: the next run does it."""
        current = self._found.current
        if plan.sent or plan.removed or current is None:
            current = self._make_release(site, plan)
        self.step("purge")
        purge()
        names = sorted({*self._found.names, current})
        doomed = [name for name in names[: -self.keep] if name != current]
        self.step("end")
        self._run(scripts.end(doomed))
        self._found = _Found(current, [name for name in names if name not in doomed])
        with self._catalogue() as catalogue:
            catalogue.forget(self.keep)
        return Release(id=current, files=plan.after.files, pages=plan.after.pages, who=self.who, is_current=True)

    def releases(self) -> Sequence[Release]:
        with self._catalogue() as catalogue:
            known = {entry.id: entry.release for entry in catalogue.entries()}
        strange = [name for name in self._found.names if name not in known]
        counted = self._run(scripts.counts(strange)).splitlines() if strange else []
        for name, line in zip(strange, counted, strict=True):
            files, pages = map(int, line.split())
            known[name] = Release(id=name, files=files, pages=pages)
        newest_first = reversed(self._found.names)
        return [replace(known[name], is_current=name == self._found.current) for name in newest_first]

    def kept(self, release: str) -> PublishedSite:
        if release not in self._found.names:
            kept = ", ".join(reversed(self._found.names))
            raise PublishError(f"there is no release {release!r} on {self.address}; kept are: {kept or 'none'}")
        with self._catalogue() as catalogue:
            entry = catalogue.entry(release)
            files = catalogue.files(release) if entry else self._described(release)
            current = self._found.current
            if current:
                self._recall(catalogue, current)
            there = catalogue.files(current) if current else {}
        wanted = [path for path, file in between(there, files).items() if file]
        fetched = Fetched(self._at, release, wanted, empty_folder(self.memory / "fetched"))
        return KeptSite(files, fetched.find, entry.notes if entry else Notes())

    def _enter(self, remote: ServerConnection) -> None:
        since = f"{clock.now():%Y-%m-%d %H:%M:%S} UTC"
        holder = {"pid": os.getpid(), "host": socket.gethostname(), "since": since, "who": self.who}
        try:
            remote.settle(scripts.enter_folder(self.address.folder, json.dumps(holder)))
        except ScriptError as error:
            raise PublishError(
                refusal_in_words(self.address, error.status, error.text) or self._failure(error)
            ) from None

    def _failure(self, error: ScriptError) -> str:
        last = (error.text.strip().splitlines() or [f"status {error.status}"])[-1]
        return script_in_words(self.address, error.text) or f"{self.address}: {last}; see to that and run again"

    def _run(self, script: str) -> str:
        try:
            return self._at.run(script)
        except ScriptError as error:
            raise PublishError(self._failure(error)) from None

    @property
    def _at(self) -> ServerConnection:
        assert self._remote, "the target is not held"
        return self._remote

    def _look(self) -> _Found:
        """Clear up on the server, and return what is there."""
        link, *rest = self._run(scripts.clear_leftovers()).split("\n")
        end = rest.index("")
        name = link.removeprefix("releases/")
        if link and not (link.startswith("releases/") and RELEASE_ID.fullmatch(name)):
            raise PublishError(f"{self.place} is not a link to a release; move it away and run again")
        names = sorted(filter(RELEASE_ID.fullmatch, rest[:end]))
        return _Found(name if name in names else None, names, [path for path in rest[end + 1 :] if path])

    @contextlib.contextmanager
    def _catalogue(self) -> Iterator[Catalogue]:
        with contextlib.closing(Catalogue(self.memory / "catalogue")) as catalogue:
            yield catalogue

    def _recall(self, catalogue: Catalogue, release: str) -> None:
        """Have this release, which the server has, as the latest of the catalogue."""
        latest, known = catalogue.latest(), catalogue.entry(release)
        if latest is None or latest.id != release:
            files = catalogue.files(release) if known else self._described(release)
            entry = known or CatalogueEntry(id=release, count=count(files))
            catalogue.add(entry, between(catalogue.files(latest.id) if latest else {}, files))

    def _described(self, release: str) -> Mapping[str, PublishedFile]:
        """Return the files of a release from its manifest there, or from the files where that is missing."""
        with contextlib.suppress(ScriptError, ValueError):
            return from_json(self._at.run(scripts.manifest(release))).files
        files: dict[str, list[str]] = {}
        for line in self._run(scripts.describe(release)).split("\0")[:-1]:
            said, path = line.split("  ./", 1)
            files.setdefault(path, []).append(said.strip())
        found = sorted(files.items())
        return {path: PublishedFile(sha256=digest, bytes=int(size)) for path, (digest, size) in found}

    def _make_release(self, site: PublishedSite, plan: PublishPlan) -> str:
        manifest = Manifest(site.files())
        release = release_id(manifest, clock.now())
        current = self._found.current
        self.step("begin")
        try:
            if release in self._found.names:
                self._run(f"{scripts.note_unpurged(plan.touched)}\n{scripts.switch(release)}")
            else:
                self._run(scripts.begin_release(release, current, plan.removed))
                self._send(release, site, plan, manifest)
                self.step("finish")
                self._run(scripts.finish(release, [*plan.new, *plan.changed]))
        except BaseException:
            with contextlib.suppress(PublishError, ScriptError):  # what the connection no longer can, the next run does
                self._at.run(scripts.abandon(release))
            raise
        self.step("remember")
        self._remember(release, site, manifest)
        return release

    def _send(self, release: str, site: PublishedSite, plan: PublishPlan, manifest: Manifest) -> None:
        folder = empty_folder(self.memory / "sending")
        paths = [*plan.new, *plan.changed]
        stage(site, ((path, plan.files[path]) for path in paths), folder / "site", paths)
        (folder / "manifest.json").write_text(to_json(manifest), encoding="utf-8")
        (folder / "unpurged").write_text("\n".join(plan.touched), encoding="utf-8")
        self.step("send")
        self._at.send(folder, f"releases/.partial-{release}")
        empty_folder(folder)

    def _remember(self, release: str, site: PublishedSite, manifest: Manifest) -> None:
        with self._catalogue() as catalogue:
            if self._found.current:
                self._recall(catalogue, self._found.current)
            changed = changes_from_latest(catalogue, site)
            entry = CatalogueEntry(
                id=release, count=count(manifest.files), who=self.who, notes=site.notes, version=site.version
            )
            catalogue.add(entry, changed)
