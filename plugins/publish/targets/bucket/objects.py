"""Objects of a bucket by path, their digests, and a sum over all digests. Knows no store."""

from collections.abc import Mapping
from hashlib import blake2b
from typing import NamedTuple


class StoredObject(NamedTuple):
    """One version of the object under a key."""

    digest: str
    """Digest of its content and headers, in hexadecimal (`object_digest`)."""
    tag: str
    """The store's own name of this version: its ETag, or its generation. Not a digest of ours."""


StoredObjects = Mapping[str, StoredObject]
"""Objects by path."""

ObjectChanges = Mapping[str, StoredObject | None]
"""Differences between two states by path; None for a key that is gone."""

_CONTENT_DIGITS = 24
_MODULUS = 1 << 128


def object_digest(sha256: str, headers: str) -> str:
    """Return one digest for a file and the headers that it is stored with.

    The first 96 bits are of the content, the last 32 of the headers.
    """
    return sha256[:_CONTENT_DIGITS] + blake2b(headers.encode(), digest_size=4).hexdigest()


def is_same_content(digest: str, other: str) -> bool:
    """Tell whether two digests differ in headers at most."""
    return digest[:_CONTENT_DIGITS] == other[:_CONTENT_DIGITS]


def digest_sum(digests: Mapping[str, str]) -> int:
    """Return a sum over digests by path, which `updated_digest_sum` carries on. No protection against attackers."""
    return sum(_term(path, digest) for path, digest in digests.items()) % _MODULUS


def updated_digest_sum(before: int, old: Mapping[str, str], new: Mapping[str, str]) -> int:
    """Return the sum after the `new` digests have taken the place of the `old` ones."""
    return (before + digest_sum(new) - digest_sum(old)) % _MODULUS


def _term(path: str, digest: str) -> int:
    return int.from_bytes(blake2b(f"{path}\0{digest}".encode(), digest_size=16).digest())
