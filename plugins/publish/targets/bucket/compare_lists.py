"""A look at all objects of a bucket: the store's list of them, compared with the one that the state has."""

from collections.abc import Mapping

from plugins.publish.errors import PublishError
from plugins.publish.plan.target_look import TargetLook
from plugins.publish.site.manifest import PublishedFile
from plugins.publish.targets.bucket.cache import CachedBucket
from plugins.publish.targets.bucket.objects import StoredObject, is_same_content
from plugins.publish.targets.bucket.state import STATE_KEY
from plugins.publish.targets.bucket.store import OWN_PREFIX, Listed, Store

_UNSEEN = "A store lists no headers: those that somebody has changed before the last release are not seen."
_UNSEEN_WITHOUT_TAGS = f"This store lists sizes alone, so other content of the same size is not seen. {_UNSEEN}"


def inspect_bucket(store: Store, bucket: CachedBucket, files: Mapping[str, PublishedFile]) -> TargetLook:
    """Return how the objects of a bucket differ from those in its state; `files` are those of the site, for sizes.

    Other publications, below prefixes of their own in the same bucket, are not foreign.

    Costs a request for each thousand objects and for each layer, and one for the state. Raises PublishError where
    another publisher begins in the meantime, or the list in the state can be read neither there nor here.
    """
    state = bucket.state
    assert state is not None
    objects, is_listed = bucket.checked_objects()
    there = store.listed()
    if bucket.has_moved():
        what = "another publisher has begun while this one looked at it"
        raise PublishError(f"{bucket.place}: {what}; run it again once that has finished")
    written, settled = there.get(STATE_KEY), objects.keys() - state.uncertain
    damaged = [
        path
        for path in sorted(settled & there.keys())
        if not _is_same(there[path], objects[path], files.get(path)) or (written and _is_later(there[path], written))
    ]
    others = tuple(key.removesuffix(STATE_KEY) for key in there if key.endswith(f"/{STATE_KEY}"))
    own = {*objects, *state.uncertain, *state.retired, *(state.intent.sent if state.intent else ())}
    return TargetLook(
        looked=len(settled),
        missing=sorted(settled - there.keys()),
        damaged=damaged,
        foreign=sorted(key for key in there.keys() - own if not key.startswith((OWN_PREFIX, *others))),
        records=() if is_listed else [layer.key for layer in state.layers] or [STATE_KEY],
        unseen=_UNSEEN if all(each.tag for each in there.values()) else _UNSEEN_WITHOUT_TAGS,
    )


def _is_same(found: Listed, stored: StoredObject, file: PublishedFile | None) -> bool:
    """Tell whether an object is the version that was stored: by its tag; by its size where lists have no tags."""
    if found.tag and stored.tag:
        return found.tag == stored.tag.strip('"')
    return file is None or not is_same_content(stored.digest, file.sha256) or found.bytes == file.bytes


def _is_later(found: Listed, written: Listed) -> bool:
    """Tell whether an object was written after the state: a release writes that last, so somebody else did.

    S3's tags are digests of the content, which other headers leave as they are.
    """
    return found.modified > written.modified
