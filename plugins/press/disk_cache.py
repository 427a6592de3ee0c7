"""A folder of results that the next process need not make again: compiled templates, minified styles.

A key stands for everything that its value depends on, so no entry is ever out of date; a damaged one is made anew. Only
those who may change the kit's source may write to the folder: compiled templates are code.
"""

from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from tempfile import NamedTemporaryFile

_DIGEST = 32
"""Bytes of a SHA-256; one stands before every value."""


class ThemeCache:
    """A file for every entry. Several processes may use one folder at once; removing it loses time only.

    Without a folder nothing is kept.
    """

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder

    def get(self, key: str) -> bytes | None:
        """Return the value put under `key`, or None where it is missing or damaged."""
        if self._folder is None:
            return None
        try:
            entry = (self._folder / key).read_bytes()
        except OSError:
            return None
        digest, value = entry[:_DIGEST], entry[_DIGEST:]
        return value if sha256(value).digest() == digest else None

    def put(self, key: str, value: bytes) -> None:
        """Keep `value` under `key`, which is a file name: small letters, digits and hyphens.

        Writes the whole file or none; raises OSError where the folder cannot be written.
        """
        if self._folder is None:
            return
        self._folder.mkdir(parents=True, exist_ok=True)
        with NamedTemporaryFile(dir=self._folder, delete=False) as file:
            file.write(sha256(value).digest() + value)
        Path(file.name).replace(self._folder / key)


NO_CACHE = ThemeCache(None)


def entry_key(kind: str, *parts: str) -> str:
    """Return the key of the entry of this `kind` that depends on `parts`; different parts give different keys."""
    digest = sha256()
    for part in map(str.encode, parts):
        digest.update(f"{len(part)}:".encode())
        digest.update(part)
    return f"{kind}-{digest.hexdigest()}"


def cached_text(cache: ThemeCache, key: str, make: Callable[[], str]) -> str:
    """Return the text under `key`; make and keep it where it is missing or damaged."""
    known = cache.get(key)
    if known is not None:
        return known.decode()
    text = make()
    cache.put(key, text.encode())
    return text
