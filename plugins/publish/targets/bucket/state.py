"""What a bucket has, read as seldom as can be: one request where this checkout was the last to publish there."""

from collections.abc import Iterable
from pathlib import Path

from plugins.publish.errors import PublishError
from plugins.publish.targets.bucket.head import HEAD, Head, from_bytes
from plugins.publish.targets.bucket.holdings import Delta, Holding
from plugins.publish.targets.bucket.layers import MissingLayerError, read_layers
from plugins.publish.targets.bucket.local_copy import Agreed, Mirror
from plugins.publish.targets.bucket.store import UNMODIFIED, Store


class Bucket:
    """The head of a bucket and, where that is asked for, the state that it stands for."""

    def __init__(self, store: Store, mirror: Path) -> None:
        """Take the store, and the file that its mirror is kept in."""
        self.head: Head | None = None
        self.tag = ""
        self._body = b""
        self._store = store
        self._mirror = Mirror(mirror)

    @property
    def place(self) -> str:
        """Return the address of the bucket."""
        return self._store.place

    def close(self) -> None:
        self._mirror.close()

    def look(self) -> Head | None:
        """Read the head: one request."""
        known = self._mirror.head()
        found = self._store.read(HEAD, known[0] if known else None)
        if found is UNMODIFIED and known:
            self.tag, self._body = known
        else:
            self.tag, self._body = (found.tag, found.body) if found else ("", b"")
        self.head = from_bytes(self._body, self._store.place) if self.tag else None
        return self.head

    def has_moved(self) -> bool:
        """Tell whether the head is another one than was seen last, and look at it."""
        before = self.tag
        self.look()
        return self.tag != before

    def agreed(self) -> Agreed | None:
        """Return which build the bucket has, if this checkout has seen to that and nobody was there since."""
        return self._mirror.agreed() if self._is_known else None

    def agree(self, agreed: Agreed) -> None:
        """Note which build the bucket has."""
        if self._is_known:
            self._mirror.agree(agreed)

    def some(self, paths: Iterable[str]) -> dict[str, Holding]:
        """Return what the keys of these paths hold, as far as the head says."""
        self._learn()
        return self._mirror.some(paths)

    def all(self) -> dict[str, Holding]:
        """Return what all keys hold, as far as the head says."""
        self._learn()
        return self._mirror.all()

    def advance(self, tag: str, body: bytes, delta: Delta) -> None:
        """Take over a head that was just written, with what it changed."""
        self._learn()
        self.tag, self._body, self.head = tag, body, from_bytes(body, self._store.place)
        # Last: a mirror that has missed one must not take the next for its own.
        self._mirror.advance(tag, body, delta, None)

    @property
    def _is_known(self) -> bool:
        known = self._mirror.head()
        return known is not None and known[0] == self.tag

    def _learn(self) -> None:
        """Bring the mirror to the head; a request for each layer where another publisher was there."""
        if not self._is_known:
            try:
                holdings = read_layers(self._store, self.head) if self.head else {}
            except MissingLayerError:
                if self.has_moved():  # and the layers of the head before are gone, as they should
                    what = "another publisher has just published there"
                    raise PublishError(f"{self.place}: {what}; run make publish again") from None
                raise
            self._mirror.replace(self.tag, self._body, holdings)
