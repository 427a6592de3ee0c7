"""What the keys of an object store hold, and how one state of them leads to the next. Knows no store."""

import json
import zlib
from collections.abc import Iterable, Mapping
from hashlib import blake2b
from typing import NamedTuple


class Holding(NamedTuple):
    """What one key holds."""

    digest: str
    """Of content and headers, in hexadecimal (`entry_digest`)."""
    tag: str
    """What the store calls this version of the object: its ETag, or its generation. No digest of anything."""


Holdings = Mapping[str, Holding]
"""By path."""

Delta = Mapping[str, Holding | None]
"""What is different from a state; None for a key that is gone."""

_CONTENT_DIGITS = 24
_MODULUS = 1 << 128


def entry_digest(sha256: str, headers: str) -> str:
    """Return what a file and the headers that it is stored with come to: another header, another digest.

    The first 96 bits are of the content, the last 32 of the headers.
    """
    return sha256[:_CONTENT_DIGITS] + blake2b(headers.encode(), digest_size=4).hexdigest()


def is_same_content(digest: str, other: str) -> bool:
    """Tell whether two digests differ in headers at most."""
    return digest[:_CONTENT_DIGITS] == other[:_CONTENT_DIGITS]


def overlay(layers: Iterable[Delta]) -> dict[str, Holding]:
    """Return the state that several deltas come to, oldest first."""
    state: dict[str, Holding] = {}
    for layer in layers:
        for path, holding in layer.items():
            if holding is None:
                state.pop(path, None)
            else:
                state[path] = holding
    return state


def state_sum(digests: Mapping[str, str]) -> int:
    """Return a sum over a whole state, which `moved_sum` carries on. It tells states apart, not attackers."""
    return sum(_term(path, digest) for path, digest in digests.items()) % _MODULUS


def moved_sum(before: int, old: Mapping[str, str], new: Mapping[str, str]) -> int:
    """Return the sum of a state in which the `new` digests stand in the place of the `old` ones."""
    return (before + state_sum(new) - state_sum(old)) % _MODULUS


def pack(delta: Delta) -> bytes:
    """Return a delta as bytes, the same for the same delta."""
    rows = [[path, *holding] if holding else [path] for path, holding in sorted(delta.items())]
    return zlib.compress(json.dumps(rows, separators=(",", ":"), ensure_ascii=False).encode())


def unpack(packed: bytes) -> dict[str, Holding | None]:
    """Return the delta that `pack` made bytes of; raises ValueError where they are none."""
    try:
        rows = json.loads(zlib.decompress(packed))
        return {str(path): Holding(*rest) if rest else None for path, *rest in rows}
    except (TypeError, zlib.error) as error:
        raise ValueError(f"no layer: {error}") from error


def _term(path: str, digest: str) -> int:
    return int.from_bytes(blake2b(f"{path}\0{digest}".encode(), digest_size=16).digest())
