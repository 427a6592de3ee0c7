"""What every kind of target does: say what it has, take a release, go back to an earlier one."""

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Protocol

from plugins.publish.plan.plan import PublishPlan
from plugins.publish.site.model import Site

Purge = Callable[[], None]
"""Purges what the release changes from the network in front of the target; raises PublishError where that fails."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Release:
    """One release that a target had or has."""

    id: str
    """Its time in UTC and the first digits of its content's digest, `20261126T113153Z-0a27862c4e79`."""
    files: int
    pages: int
    who: str = ""
    """Who published it: `user@host`; empty where that was not kept."""
    is_current: bool = False


class Target(Protocol):
    """A place that readers get the publication from. All methods but `place` and `held` are called while held.

    They raise PublishError, with what is wrong and what to do, and leave readers a whole publication.
    """

    @property
    def place(self) -> str:
        """Where it is, in words for people."""

    def held(self) -> AbstractContextManager[None]:
        """Be the only publisher of this machine, and clear away what an interrupted run of it has left."""

    def plan(self, site: Site) -> PublishPlan:
        """Return what publishing `site` would do; changes nothing."""

    def publish(self, site: Site, plan: PublishPlan, purge: Purge) -> Release:
        """Do what `plan`, just made by this target, says, and call `purge` when readers' copies may be fetched anew."""

    def releases(self) -> Sequence[Release]:
        """Return the releases that are kept, newest first."""

    def kept(self, release: str) -> Site:
        """Return the content of a kept release, to be published again."""
