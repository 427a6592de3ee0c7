"""What every kind of target does: say what it has, take a release, go back to an earlier one."""

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from typing import Protocol

from plugins.publish.plan.publish_plan import PublishPlan
from plugins.publish.site.model import PublishedSite, Release

Purge = Callable[[], None]
"""Purges what the release changes from the network in front of the target; raises PublishError where that fails."""


class Target(Protocol):
    """A place that readers get the publication from. All methods but `place` and `held` are called while held.

    They raise PublishError, with what is wrong and what to do, and leave readers a whole publication.
    """

    @property
    def place(self) -> str:
        """Where it is, in words for people."""

    def held(self) -> AbstractContextManager[None]:
        """Be the only publisher of this machine, and clear away what an interrupted run of it has left."""

    def plan(self, site: PublishedSite) -> PublishPlan:
        """Return what publishing `site` would do; changes nothing."""

    def publish(self, site: PublishedSite, plan: PublishPlan, purge: Purge) -> Release:
        """Do what `plan`, just made by this target, says, and call `purge` when readers' copies may be fetched anew."""

    def releases(self) -> Sequence[Release]:
        """Return the releases that are kept, newest first."""

    def kept(self, release: str) -> PublishedSite:
        """Return the content of a kept release, to be published again."""
