"""Finds out whether a store keeps to the conditions of a write.

Some servers take them, and ignore them without a word.
"""

from secrets import token_hex

from plugins.publish.errors import PublishError
from plugins.publish.targets.bucket.layers import PRIVATE
from plugins.publish.targets.bucket.store import NEW, ConflictError, Store


def keeps_conditions(store: Store) -> bool:
    """Write a small object under conditions that hold and under others, and tell whether each did what it should.

    Five requests. A store that refuses what it should take is as good as none.
    """
    key = f".publish/probe-{token_hex(8)}"
    try:
        first = store.write(key, b"first", PRIVATE, NEW)
        if _is_taken(store, key, NEW):
            return False
        second = store.write(key, b"second", PRIVATE, first)
        return not _is_taken(store, key, first) and second != first
    except ConflictError:
        return False
    except PublishError as error:
        if _is_unsupported(error):
            return False
        raise
    finally:
        store.delete(key)


def _is_taken(store: Store, key: str, condition: str) -> bool:
    try:
        store.write(key, b"never", PRIVATE, condition)
    except ConflictError:
        return False
    return True


def _is_unsupported(error: PublishError) -> bool:
    """Tell whether the library or the store says that it knows no conditions."""
    return type(error.__cause__).__name__ == "NotSupportedError" or "501" in str(error.__cause__)
