"""Plan of a release: the changes from the files at the target to the files of a site."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from plugins.publish.site.manifest import PublishedFile

HOME = "index.html"


@dataclass(frozen=True, slots=True)
class Count:
    """Size of a site."""

    files: int = 0
    pages: int = 0
    bytes: int = 0


def count(files: Mapping[str, PublishedFile]) -> Count:
    """Return the size of a site with these files."""
    return Count(len(files), sum(map(is_page, files)), sum(file.bytes for file in files.values()))


def is_page(path: str) -> bool:
    """Tell whether a file is a page."""
    return path.endswith(".html")


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishPlan:
    """Paths by kind of change, each in order of path."""

    new: Sequence[str] = ()
    changed: Sequence[str] = ()
    headers: Sequence[str] = ()
    """Files with other headers and the same content."""
    again: Sequence[str] = ()
    """Files that an interrupted release may have left in any state, and that are none of the others."""
    removed: Sequence[str] = ()
    retired: Sequence[str] = ()
    """Files that no page shows any more, and that stay a while for readers who still have a page that does."""
    unpurged: Sequence[str] = ()
    """Files that an interrupted release has changed for good, and that were not purged yet."""
    dropped: Sequence[str] = ()
    """Files that no page has shown for a while, and that go before their time."""
    takes_down: Sequence[str] = ()
    """Addresses that the target was not told to take down before."""
    gone: Sequence[str] = ()
    """Addresses of pages at which nothing will be, and of which nobody has said so (`gone_pages`)."""
    mended: Sequence[str] = ()
    """Files that are missing or damaged at the target, as a look at all of them has shown, and none of the others."""
    foreign: Sequence[str] = ()
    """Files of no release that are removed, as that was asked for."""
    rewrites_records: bool = False
    """True if the publisher's own files at the target are written anew, as one is missing or damaged."""
    is_unfinished: bool = False
    """True if an earlier release was interrupted, which this one ends even if there is nothing else to do."""
    unchanged: int = 0
    files: Mapping[str, PublishedFile] = field(default_factory=dict)
    """Files that are sent, by path."""
    before: Count | None = None
    """Size of the present release; None before the first."""
    after: Count = Count()
    siteurl_before: str = ""
    """`SITEURL` of the present release, where that is known."""

    @property
    def sent(self) -> Sequence[str]:
        """Return the paths of all files that are sent, in order of path."""
        return sorted([*self.new, *self.changed, *self.headers, *self.again, *self.mended])

    @property
    def is_empty(self) -> bool:
        """Tell whether the release would be the same as the last one."""
        return not (self.touched or self.retired or self.takes_down or self.is_unfinished or self.mends)

    @property
    def mends(self) -> bool:
        """Tell whether something at the target is put right."""
        return bool(self.mended or self.foreign or self.rewrites_records)

    @property
    def only_mends(self) -> bool:
        """Tell whether the release stays the same but for what is put right."""
        changes = (self.new, self.changed, self.headers, self.again, self.removed, self.retired)
        others = (*changes, self.unpurged, self.dropped, self.takes_down)
        return self.mends and not (self.is_unfinished or any(others))

    @property
    def touched(self) -> Sequence[str]:
        """Return the paths whose copies in a network are outdated, in order of path."""
        gone = {*self.removed, *self.dropped, *self.foreign, *self.unpurged}
        return sorted({*self.sent, *gone})


def make_publish_plan(
    previous: Mapping[str, PublishedFile] | None, following: Mapping[str, PublishedFile]
) -> PublishPlan:
    """Return the plan from the files of the last release (None before the first) to those of the next."""
    before = previous or {}
    new = sorted(following.keys() - before.keys())
    changed = sorted(path for path in following.keys() & before.keys() if following[path] != before[path])
    return PublishPlan(
        new=new,
        changed=changed,
        removed=sorted(before.keys() - following.keys()),
        unchanged=len(following) - len(new) - len(changed),
        files={path: following[path] for path in (*new, *changed)},
        before=None if previous is None else count(previous),
        after=count(following),
    )
