"""A platform as target, through its own command line tool, which takes a whole folder and switches by itself.

The contents of releases are kept on this machine (`history/archive.py`): to plan the next one, and to go back.
"""

import re
import shutil
import subprocess
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, field, replace
from hashlib import blake2b
from pathlib import Path

from plugins.newsroom import clock
from plugins.publish.errors import PublishError
from plugins.publish.history.archive import Archive
from plugins.publish.history.difference import plan_against
from plugins.publish.plan.publish_plan import HOME, PublishPlan
from plugins.publish.plan.target_look import TargetLook
from plugins.publish.publish_lock import held
from plugins.publish.site.manifest import digest_of_files
from plugins.publish.site.model import PublishedSite, Release
from plugins.publish.site.takedown import NOTHING, Takedown, read_memory, write_memory
from plugins.publish.targets.base import Purge, release_id
from plugins.publish.targets.platform.tools import SITE, Destination
from plugins.publish.targets.staging import empty_folder, stage

MISSING = "404.html"
"""Page that gone addresses are answered with."""
SHOWN = 8
"""Last lines of the tool that are told when it fails."""

_QUIET = {
    "CI": "1",
    "NO_COLOR": "1",
    "FORCE_COLOR": "0",
    "NO_UPDATE_NOTIFIER": "1",
    "WRANGLER_SEND_METRICS": "false",
    "WRANGLER_WRITE_LOGS": "false",
}
_COLOURS = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")


@dataclass(kw_only=True)
class PlatformTarget:
    """The site that `destination` names."""

    destination: Destination
    local_folder: Path
    """Folder of this machine for the releases that it has published."""
    rendered: Callable[[str, PublishedSite], str]
    """Returns what the platform is told of a site in one of `headers/formats.py`: `netlify`, `netlify-redirects`."""
    environment: Mapping[str, str]
    keep: int = 10
    who: str = ""
    """The publisher, `user@host`."""
    takedown: Takedown = NOTHING
    _archive: Archive = field(init=False)

    @property
    def place(self) -> str:
        return str(self.destination)

    @contextmanager
    def held(self) -> Iterator[None]:
        with held(self.local_folder / "lock"), closing(Archive(self.local_folder)) as self._archive:
            try:
                yield
            finally:
                shutil.rmtree(self._work, ignore_errors=True)

    def taken_down(self) -> Sequence[str]:
        return read_memory(self._taken_down)

    def read(self, path: str) -> bytes | None:
        return self._archive.read(path)

    def public_paths(self) -> Iterable[str]:
        return self._archive.catalogue.paths()

    def plan(self, site: PublishedSite) -> PublishPlan:
        """Return the changes from the last release of this machine, as the platform does not list its files."""
        plan = plan_against(self._archive.catalogue, site)
        plan = replace(plan, takes_down=self.takedown.beyond(self.taken_down()))
        noted = self._told_note.read_text(encoding="ascii") if self._told_note.exists() else ""
        (headers, _, redirects), told = noted.partition("\n"), self._told(site)
        if plan.before is None or (headers, redirects) == told:
            return plan
        files = site.files()
        same = [path for path in files if path not in plan.files]
        if headers == told[0]:  # a changed redirect is a changed file; where nothing else changes, one is enough
            same = [] if plan.sent or plan.removed else [MISSING if MISSING in files else HOME]
        return replace(plan, headers=same, files={**plan.files, **{path: files[path] for path in same}})

    def inspect(self, site: PublishedSite) -> TargetLook | None:
        return None

    def publish(self, site: PublishedSite, plan: PublishPlan, purge: Purge) -> Release:
        """Deploy the whole site, then keep it. After an interruption the next run deploys it once more."""
        platform = self.destination.platform
        program = self._ready_program()
        files = site.files()
        if found := next(filter(platform.left_out.search, files), None):
            raise PublishError(f"{platform.program} would leave {found} out; give it another name, or another target")
        work = empty_folder(self._work)
        stage(site, files.items(), work / SITE, plan.sent)
        for path, text in platform.settings(self.destination, *self._texts(site)).items():
            if path.removeprefix(f"{SITE}/") not in files:  # a file of the publication comes first
                (work / path).write_text(text, encoding="utf-8")
        self._deploy(program, work)
        purge()
        release = release_id(digest_of_files(files), clock.now(), [each.id for each in self.releases()])
        self._archive.keep(release, site, self.who)
        self._told_note.write_text("\n".join(self._told(site)), encoding="ascii")
        write_memory(self._taken_down, self.takedown)
        self._archive.prune(self.keep)
        return self.releases()[0]

    def releases(self) -> Sequence[Release]:
        return self._archive.releases()

    def forget_taken_down(self) -> Sequence[str]:
        return self._archive.forget_taken_down(self.takedown)

    def kept(self, release: str) -> PublishedSite:
        return self._archive.site(release)

    @property
    def _work(self) -> Path:
        return self.local_folder / "deploying"

    @property
    def _taken_down(self) -> Path:
        return self.local_folder / "taken-down"

    @property
    def _told_note(self) -> Path:
        return self.local_folder / "headers"

    def _texts(self, site: PublishedSite) -> tuple[str, str]:
        """Return headers and redirects of a site in the form of the platform."""
        scheme = self.destination.platform.scheme
        return self.rendered(scheme, site), self.rendered(f"{scheme}-redirects", site)

    def _told(self, site: PublishedSite) -> tuple[str, str]:
        """Return the digests of both; that of no redirects is empty, as in notes of before there were any."""
        headers, redirects = (
            blake2b(text.encode(), digest_size=16).hexdigest() if text else "" for text in self._texts(site)
        )
        return headers, redirects

    def _ready_program(self) -> str:
        platform = self.destination.platform
        program = shutil.which(platform.program, path=self.environment.get("PATH"))
        if program is None:
            raise PublishError(f"{platform.program} is not installed; npm install --global {platform.package}")
        if lacking := platform.lacking(self.environment):
            raise PublishError(lacking)
        return program

    def _deploy(self, program: str, work: Path) -> None:
        done = subprocess.run(
            [program, *self.destination.platform.command(self.destination)],
            check=False,
            cwd=work,
            env={**self.environment, **_QUIET},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        )
        if done.returncode:
            said = self._without_secrets(done.stdout.decode(errors="replace"))
            lines = [line.strip() for line in said.splitlines() if line.strip()][-SHOWN:]
            told = "\n".join(f"  {line}" for line in lines) or "  nothing"
            raise PublishError(
                f"{self.destination}: {Path(program).name} ended with status {done.returncode}; "
                f"readers have the last release; see to what it said, then run make publish again:\n{told}"
            )

    def _without_secrets(self, said: str) -> str:
        said = _COLOURS.sub("", said)
        for name in self.destination.platform.secrets:
            if secret := self.environment.get(name):
                said = said.replace(secret, f"${name}")
        return said
