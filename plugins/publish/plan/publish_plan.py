"""What a release changes at its target: pure functions of what is there and what there shall be."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from plugins.publish.site.manifest import PublishedFile


@dataclass(frozen=True, slots=True)
class Count:
    """How much there is of a publication."""

    files: int = 0
    pages: int = 0
    bytes: int = 0


def count(files: Mapping[str, PublishedFile]) -> Count:
    """Return how much these files are."""
    return Count(len(files), sum(map(is_page, files)), sum(file.bytes for file in files.values()))


def is_page(path: str) -> bool:
    """Tell whether a file is a page."""
    return path.endswith(".html")


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishPlan:
    """Paths by what a release does to them, each in order of path."""

    new: Sequence[str] = ()
    changed: Sequence[str] = ()
    headers: Sequence[str] = ()
    """Those whose content is the same, and not the headers that they are served with."""
    again: Sequence[str] = ()
    """Those that an interrupted release may have left in any state, and that are none of the others."""
    removed: Sequence[str] = ()
    retired: Sequence[str] = ()
    """Those that nothing shows any more, and that stay a while for readers who still have a page that does."""
    unpurged: Sequence[str] = ()
    """Those that an interrupted release has changed for good, and that were not purged yet."""
    is_unfinished: bool = False
    """Whether an earlier release was interrupted, which this one ends even if there is nothing else to do."""
    unchanged: int = 0
    files: Mapping[str, PublishedFile] = field(default_factory=dict)
    """What is sent, by path."""
    before: Count | None = None
    """What readers have now; None before the first release."""
    after: Count = Count()
    siteurl_before: str = ""
    """`SITEURL` of the release that readers have now, where that is known."""

    @property
    def sent(self) -> Sequence[str]:
        """Return the paths of all files that are sent, in order of path."""
        return sorted([*self.new, *self.changed, *self.headers, *self.again])

    @property
    def is_empty(self) -> bool:
        """Tell whether the release would be the same as the last one."""
        return not (self.touched or self.retired or self.is_unfinished)

    @property
    def touched(self) -> Sequence[str]:
        """Return the paths whose copies in front of the target are no longer true, in order of path."""
        return sorted({*self.new, *self.changed, *self.headers, *self.again, *self.removed, *self.unpurged})


def make_publish_plan(
    previous: Mapping[str, PublishedFile] | None, following: Mapping[str, PublishedFile]
) -> PublishPlan:
    """Return what leads from the files of the last release (None before the first) to those of the next."""
    before = previous or {}
    new = sorted(following.keys() - before.keys())
    changed = sorted(path for path in following.keys() & before.keys() if following[path] != before[path])
    return PublishPlan(
        new=new,
        changed=changed,
        removed=sorted(before.keys() - following.keys()),
        unchanged=len(following) - len(new) - len(changed),
        files=_chosen(following, (*new, *changed)),
        before=None if previous is None else count(previous),
        after=count(following),
    )


def _chosen(files: Mapping[str, PublishedFile], paths: Iterable[str]) -> dict[str, PublishedFile]:
    return {path: files[path] for path in paths}
