"""An object store through obstore: reads, conditional writes, deletes; errors in words.

Every request to a bucket goes through `Store`; tests put faults between it and its callers.
"""

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from secrets import token_hex
from typing import Any

import obstore
from obstore import exceptions

from plugins.publish.errors import PublishError
from plugins.publish.targets.bucket.redirect_objects import (
    LOCATION,
    ChangedObjectError,
    RedirectWriter,
    UnknownHeaderError,
)
from plugins.publish.targets.bucket.store_errors import store_error_in_words

LARGE = 8_000_000
"""Bytes from which a file is sent in parts, straight from the disk, instead of from memory."""

PARTS_AT_ONCE = 4
"""Parts of 5 MiB of one file that are in memory and on their way: more would not end in time over a slow line."""

_IN_PARTS = re.compile(r'-\d+"?$')
"""End of an S3 tag of an object that was sent in parts."""


class ConflictError(Exception):
    """The object is not the one that the condition of a write names, or the answer to an earlier try was lost."""


@dataclass(frozen=True, slots=True)
class Found:
    """An object as read: its content, and the tag of this version of it."""

    body: bytes
    tag: str


@dataclass(frozen=True, slots=True)
class Listed:
    """An object as the store lists it; headers are not in lists."""

    tag: str
    """Tag of this version, without quotes, as some stores leave them out in lists; empty where lists have none."""
    bytes: int
    modified: datetime


UNMODIFIED = Found(b"", "")
"""Result of a read with the present tag."""

OWN_PREFIX = ".publish/"
"""Prefix of the publisher's own objects, which are never public."""

PRIVATE = {"Content-Type": "application/octet-stream", "Cache-Control": "no-store"}
"""Headers of the publisher's own objects."""

NEW = "new"
"""Condition of a write: no such object yet."""


class Store:
    """The objects below the prefix of a target. `place` names it for people."""

    def __init__(
        self,
        backend: Any,
        place: str,
        *,
        has_generations: bool = False,
        has_digests: bool = True,
        redirects: RedirectWriter | None = None,
    ) -> None:
        """Take a store of obstore; `has_generations` is True for Google's, whose conditions name a number.

        `has_digests` is True for S3, where a tag is a digest of the content: the same content gets the same tag again.
        `redirects` writes objects that redirect by themselves, where the store may have such.
        """
        self.place, self._redirects = place, redirects
        self._backend = backend
        self._has_generations, self._has_digests = has_generations, has_digests

    @property
    def has_redirects(self) -> bool:
        """Tell whether objects may redirect by themselves."""
        return self._redirects is not None

    def read(self, key: str, known: str | None = None) -> Found | None:
        """Return an object; None where there is none, UNMODIFIED where its tag is still the `known` one."""
        options: Any = {"if_none_match": known} if known and not self._has_generations else {}
        with self._in_words(key):
            try:
                answer = obstore.get(self._backend, key, options=options)
                found = Found(bytes(answer.bytes()), self._tag(answer.meta))
            except FileNotFoundError:
                return None
            except exceptions.NotModifiedError:
                return UNMODIFIED
        return UNMODIFIED if known and found.tag == known else found

    def tag(self, key: str) -> str | None:
        """Return the tag of an object, None where there is none."""
        with self._in_words(key), suppress(FileNotFoundError):
            return self._tag(obstore.head(self._backend, key))
        return None

    def write(
        self, key: str, body: bytes | Path, headers: Mapping[str, str], condition: str = "", *, in_parts: bool = False
    ) -> str:
        """Store an object and return its tag; `condition` is NEW, the tag of the present object, or empty for none.

        An upload in parts, as that of a `Path` is, takes no condition. Raises ConflictError.
        """
        attributes: Any = {name: value for name, value in headers.items() if name != LOCATION}
        with self._in_words(key):
            try:
                in_parts = in_parts or isinstance(body, Path)
                if tag := self._write_redirect(key, body, headers, condition, in_parts=in_parts):
                    return tag
                mode = None if in_parts else self._mode(condition)
                parts: Any = {"use_multipart": in_parts, "max_concurrency": PARTS_AT_ONCE}
                result = obstore.put(self._backend, key, body, attributes=attributes, mode=mode, **parts)
            except (exceptions.AlreadyExistsError, exceptions.PreconditionError, ChangedObjectError) as error:
                raise ConflictError(key) from error
            except FileNotFoundError as error:
                if condition not in ("", NEW):  # the object to replace is gone
                    raise ConflictError(key) from error
                raise
        return self._tag(result)

    def _write_redirect(
        self, key: str, body: bytes | Path, headers: Mapping[str, str], condition: str, *, in_parts: bool
    ) -> str | None:
        """Store an object that redirects and return its tag; None for others, and where the store has none such."""
        if self._redirects is None or LOCATION not in headers or isinstance(body, Path):
            return None
        conditions = {"": {}, NEW: {"IfNoneMatch": "*"}}.get(condition, {"IfMatch": condition})
        try:
            return self._redirects.write(key, body, headers, None if in_parts else conditions)
        except UnknownHeaderError:
            return None

    def write_with_new_tag(
        self, key: str, body: bytes | Path, headers: Mapping[str, str], condition: str, before: str
    ) -> str:
        """Store an object under a tag that differs from `before` even if the content is the same; return the tag.

        A publisher that was stopped may wake and replace the object that has the tag `before`. Where tags are digests
        of the content, writing the same content back would let it. An upload in parts, even of one part, has a tag of
        another form; it takes no condition.
        """
        if self._has_digests and not _IN_PARTS.search(before):
            return self.write(key, body, headers, in_parts=True)
        return self.write(key, body, headers, condition)

    def delete(self, key: str) -> None:
        """Remove an object, if it is there."""
        with self._in_words(key), suppress(FileNotFoundError):
            obstore.delete(self._backend, key)

    def listed(self) -> dict[str, Listed]:
        """Return all objects by their keys, the publisher's own too: a request for each thousand."""
        with self._in_words(""):
            entries = [entry for chunk in obstore.list(self._backend, chunk_size=1000) for entry in chunk]
        return {
            str(entry["path"]): Listed(self._tag(entry).strip('"'), entry["size"], entry["last_modified"])
            for entry in entries
        }

    def some_foreign_key(self) -> str | None:
        """Return any key that is not the publisher's own; None where there is none."""
        with self._in_words(""):
            keys = (str(entry["path"]) for chunk in obstore.list(self._backend, chunk_size=10) for entry in chunk)
            return next((key for key in keys if not key.startswith(OWN_PREFIX)), None)

    def _mode(self, condition: str) -> Any:
        plain = {"": "overwrite", NEW: "create"}
        return plain.get(condition) or {"version" if self._has_generations else "e_tag": condition}

    def _tag(self, meta: Any) -> str:
        return str((meta["version"] if self._has_generations else meta["e_tag"]) or "")

    @contextmanager
    def _in_words(self, key: str) -> Iterator[None]:
        try:
            yield
        except (exceptions.BaseError, ValueError, TimeoutError, PermissionError) as error:
            raise PublishError(store_error_in_words(error, self.place, key)) from error
        except FileNotFoundError as error:
            raise PublishError(store_error_in_words(error, self.place, "")) from error


def keeps_conditions(store: Store) -> bool:
    """Tell whether a store keeps to the conditions of a write: some servers take them, and ignore them silently.

    Makes five requests, for a small object under conditions that hold and that do not. A store that refuses a write
    which it should take does not keep to them either.
    """
    key = f"{OWN_PREFIX}probe-{token_hex(8)}"
    try:
        first = store.write(key, b"first", PRIVATE, NEW)
        if _is_taken(store, key, NEW):
            return False
        second = store.write(key, b"second", PRIVATE, first)
        return not _is_taken(store, key, first) and second != first
    except ConflictError:
        return False
    except PublishError as error:
        if type(error.__cause__).__name__ == "NotSupportedError" or "501" in str(error.__cause__):
            return False  # the library or the store says that it knows no conditions
        raise
    finally:
        store.delete(key)


def _is_taken(store: Store, key: str, condition: str) -> bool:
    try:
        store.write(key, b"never", PRIVATE, condition)
    except ConflictError:
        return False
    return True
