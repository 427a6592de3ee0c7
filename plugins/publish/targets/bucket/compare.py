"""What a bucket lacks of a build: all compared with all, or only what has changed since the two were the same."""

from collections.abc import Callable, Iterable, Mapping

from plugins.publish.headers.per_file import is_lasting_path
from plugins.publish.plan.publish_plan import Count, PublishPlan, count, is_page
from plugins.publish.site.manifest import PublishedFile
from plugins.publish.targets.bucket.head import Head
from plugins.publish.targets.bucket.holdings import Holdings, is_same_content, state_sum

Digest = Callable[[str, PublishedFile], str]
"""Returns what a file and its headers come to (`holdings.entry_digest`)."""


def compare_all(head: Head | None, before: Holdings, files: Mapping[str, PublishedFile], digest: Digest) -> PublishPlan:
    """Return what leads from a state to these files. What an intent of the head has left open is sent once more."""
    doubted = frozenset(head.intent.paths) if head and head.intent else frozenset()
    gone = (before.keys() | doubted) - files.keys()
    return _plan(head, before, files, gone, digest, doubted, count(files))


def compare_some(
    head: Head, before: Holdings, changes: Mapping[str, PublishedFile | None], digest: Digest
) -> PublishPlan:
    """Return the same where all but the `changes` is known to be the same; `before` is what their keys hold."""
    files = {path: file for path, file in changes.items() if file}
    gone = {path for path, file in changes.items() if not file and path in before}
    new, left = files.keys() - before.keys(), len(gone)
    after = Count(
        head.files + len(new) - left,
        head.pages + sum(map(is_page, new)) - sum(map(is_page, gone)),
    )
    return _plan(head, before, files, gone, digest, frozenset(), after)


def is_same(head: Head, files: Mapping[str, PublishedFile], digest: Digest) -> bool:
    """Tell, by the head alone, whether the bucket has just these files."""
    same_number = len(files) == head.files
    return same_number and state_sum({path: digest(path, file) for path, file in files.items()}) == head.sum


def _plan(
    head: Head | None,
    before: Holdings,
    files: Mapping[str, PublishedFile],
    gone: Iterable[str],
    digest: Digest,
    doubted: frozenset[str],
    after: Count,
) -> PublishPlan:
    kinds: dict[str, list[str]] = {"new": [], "changed": [], "headers": [], "again": []}
    for path, file in sorted(files.items()):
        held = before.get(path)
        if held is None:
            kinds["new"].append(path)
        elif (asked := digest(path, file)) != held.digest:
            kinds["headers" if is_same_content(asked, held.digest) else "changed"].append(path)
        elif path in doubted:
            kinds["again"].append(path)
    retired = [path for path in sorted(gone) if is_lasting_path(path)]
    sent = {path for paths in kinds.values() for path in paths}
    return PublishPlan(
        **kinds,
        removed=sorted(set(gone).difference(retired)),
        retired=retired,
        unpurged=head.intent.sent if head and head.intent else (),
        is_unfinished=head is not None and head.intent is not None,
        unchanged=after.files - len(sent),
        files={path: files[path] for path in sorted(sent)},
        before=Count(head.files, head.pages) if head and head.releases else None,
        after=after,
        siteurl_before=head.siteurl if head else "",
    )
