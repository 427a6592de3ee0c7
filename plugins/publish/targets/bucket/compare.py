"""The plan for a bucket: all objects compared with all files, or only with the files that have changed."""

from collections.abc import Callable, Iterable, Mapping

from plugins.publish.headers.per_file import is_lasting_path
from plugins.publish.plan.publish_plan import Count, PublishPlan, count, is_page
from plugins.publish.site.manifest import PublishedFile
from plugins.publish.targets.bucket.objects import StoredObjects, digest_sum, is_same_content
from plugins.publish.targets.bucket.state import BucketState

Digest = Callable[[str, PublishedFile], str]
"""Returns the digest of a file and its headers (`objects.object_digest`), by path and file."""


Stays = Callable[[str], bool]
"""Tells by its path whether a file that no page shows any more stays a while."""


def compare_all(
    state: BucketState,
    before: StoredObjects,
    files: Mapping[str, PublishedFile],
    digest: Digest,
    stays: Stays = is_lasting_path,
) -> PublishPlan:
    """Return the plan that leads from all objects of a bucket to these files. Uncertain keys are sent once more."""
    gone = (before.keys() | state.uncertain) - files.keys()
    return _plan(state, before, files, gone, digest, stays, count(files))


def compare_some(
    state: BucketState,
    before: StoredObjects,
    changes: Mapping[str, PublishedFile | None],
    digest: Digest,
    stays: Stays = is_lasting_path,
) -> PublishPlan:
    """Return the plan where all but the `changes` is known to be the same; `before` has the objects of their paths."""
    files = {path: file for path, file in changes.items() if file}
    gone = {path for path, file in changes.items() if not file and path in before}
    new = files.keys() - before.keys()
    after = Count(
        state.files + len(new) - len(gone),
        state.pages + sum(map(is_page, new)) - sum(map(is_page, gone)),
    )
    return _plan(state, before, files, gone, digest, stays, after)


def is_same(state: BucketState, files: Mapping[str, PublishedFile], digest: Digest) -> bool:
    """Tell, by the state alone, whether the bucket has just these files."""
    same_number = len(files) == state.files
    return same_number and digest_sum({path: digest(path, file) for path, file in files.items()}) == state.sum


def _plan(
    state: BucketState,
    before: StoredObjects,
    files: Mapping[str, PublishedFile],
    gone: Iterable[str],
    digest: Digest,
    stays: Stays,
    after: Count,
) -> PublishPlan:
    kinds: dict[str, list[str]] = {"new": [], "changed": [], "headers": [], "again": []}
    uncertain = state.uncertain
    for path, file in sorted(files.items()):
        stored = before.get(path)
        if stored is None:
            kinds["new"].append(path)
        elif (wanted := digest(path, file)) != stored.digest:
            kinds["headers" if is_same_content(wanted, stored.digest) else "changed"].append(path)
        elif path in uncertain:
            kinds["again"].append(path)
    retired = [path for path in sorted(gone) if stays(path)]
    sent = sorted(path for paths in kinds.values() for path in paths)
    return PublishPlan(
        new=kinds["new"],
        changed=kinds["changed"],
        headers=kinds["headers"],
        again=kinds["again"],
        removed=sorted(set(gone).difference(retired)),
        retired=retired,
        unpurged=state.intent.sent if state.intent else (),
        is_unfinished=state.intent is not None,
        unchanged=after.files - len(sent),
        files={path: files[path] for path in sent},
        before=Count(state.files, state.pages) if state.releases else None,
        after=after,
        siteurl_before=state.siteurl,
    )
