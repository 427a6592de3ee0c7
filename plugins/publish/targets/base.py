"""The protocol of targets: every kind of them tells its state, takes a release, and goes back to an earlier one."""

import re
from collections.abc import Callable, Iterable, Sequence
from contextlib import AbstractContextManager
from datetime import UTC, datetime, timedelta
from typing import Protocol

from plugins.publish.plan.publish_plan import PublishPlan
from plugins.publish.plan.target_look import TargetLook
from plugins.publish.site.model import PublishedSite, Release
from plugins.publish.site.takedown import Takedown

Purge = Callable[[], None]
"""Purges all changes of the release from the network in front of the target; raises PublishError where that fails."""

Step = Callable[[str], None]
"""Called with a name before every change that a target makes, so that tests can stop it there."""

RELEASE_ID = re.compile(r"\d{8}T\d{6}Z-[0-9a-f]{12}")
_TIME = "%Y%m%dT%H%M%SZ"


def release_id(digest: str, time: datetime, before: Iterable[str] = ()) -> str:
    """Return the name of a release: its time in UTC, then the first 12 digits of its content's digest.

    Names sort in the order in which releases were made, whatever the clocks of their publishers said: one that would
    not come after those `before` gets the second after the last of them.
    """
    last = _time_of(max(before, default=""))
    if last and time.replace(microsecond=0) <= last:
        time = last + timedelta(seconds=1)
    return f"{time:{_TIME}}-{digest[:12]}"


def _time_of(release: str) -> datetime | None:
    try:
        return datetime.strptime(release.partition("-")[0], _TIME).replace(tzinfo=UTC)
    except ValueError:  # none, or a name that no clock has given
        return None


def has_digest(release: str, digest: str) -> bool:
    """Tell whether a release has the content of this digest, by its name."""
    return release.endswith(f"-{digest[:12]}")


class Target(Protocol):
    """A place that readers get the publication from. All methods but `place` and `held` are called while held.

    They raise PublishError, with cause and remedy, and leave readers a whole publication.
    """

    takedown: Takedown
    """Files that it must not have, nor a release that it keeps; given before a plan is asked for."""

    @property
    def place(self) -> str:
        """Return its address, for people."""

    def held(self) -> AbstractContextManager[None]:
        """Be the only publisher of this machine, and remove the leftovers of its interrupted run."""

    def taken_down(self) -> Sequence[str]:
        """Return the addresses that it was told to take down in its last release; free where there were none."""

    def read(self, path: str) -> bytes | None:
        """Return the content of a file that readers have; None where it cannot be read."""

    def public_paths(self) -> Iterable[str]:
        """Return the paths of all files that it has, or a release that it keeps."""

    def plan(self, site: PublishedSite) -> PublishPlan:
        """Return the changes that publishing `site` would make; makes none."""

    def inspect(self, site: PublishedSite) -> TargetLook | None:
        """Return how all files there differ from those of the present release, after `plan`; makes no change.

        None where the target does not list its files.
        """

    def publish(self, site: PublishedSite, plan: PublishPlan, purge: Purge) -> Release:
        """Carry out `plan`, just made by this target, and call `purge` when readers' copies may be fetched anew."""

    def releases(self) -> Sequence[Release]:
        """Return the releases that are kept, newest first."""

    def forget_taken_down(self) -> Sequence[str]:
        """Remove the kept releases that hold files of the takedown, but not the present one; return their names."""

    def kept(self, release: str) -> PublishedSite:
        """Return the content of a kept release, to be published again."""
