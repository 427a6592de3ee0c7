"""Results of a look at all files of a target, and the plan that mends them. Knows no target."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from plugins.publish.plan.publish_plan import PublishPlan
from plugins.publish.site.manifest import PublishedFile


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetLook:
    """Differences between the files at a target and those that its present release has, each in order of path."""

    looked: int
    """Number of files that should be there."""
    missing: Sequence[str] = ()
    damaged: Sequence[str] = ()
    """Files with other content than was published, or that readers may not get."""
    foreign: Sequence[str] = ()
    """Files that are of no release; a bucket may hold those of somebody else."""
    records: Sequence[str] = ()
    """The publisher's own files there that are missing or damaged, and can be written anew."""
    unseen: str = ""
    """A sentence on what such a look does not show; empty if it shows everything."""

    @property
    def is_whole(self) -> bool:
        """Tell whether every file is as published."""
        return not (self.missing or self.damaged or self.records)


def with_mended(
    plan: PublishPlan, found: TargetLook, files: Mapping[str, PublishedFile], *, removes_foreign: bool
) -> PublishPlan:
    """Return the plan that mends too; `files` are those of the site.

    What the plan sends or removes anyway needs no mending. Foreign files stay unless `removes_foreign`.
    """
    sent = set(plan.sent)
    mended = sorted(path for path in {*found.missing, *found.damaged} if path in files and path not in sent)
    return replace(
        plan,
        mended=mended,
        foreign=[path for path in found.foreign if path not in files] if removes_foreign else (),
        rewrites_records=bool(found.records),
        unchanged=plan.unchanged - len(mended),
        files={**plan.files, **{path: files[path] for path in mended}},
    )
