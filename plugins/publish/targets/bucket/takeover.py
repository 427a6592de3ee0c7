"""Whether a release that somebody has begun may be ended by this publisher."""

import time
from collections.abc import Callable
from dataclasses import dataclass

from plugins.publish.errors import PublishError
from plugins.publish.targets.bucket.head import Intent
from plugins.publish.targets.bucket.state import Bucket

LOOKS = 10
"""At the head in the time after which a publisher without a sign of life is taken for dead."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeoverPolicy:
    """How a publisher deals with another one."""

    lease: float
    """Seconds after which one that gives no sign is dead, by this machine's clock; its own lease, if longer."""
    waits: bool = False
    """Whether to look on until the other has finished or is dead, instead of ending at once."""
    sleep: Callable[[float], None] = time.sleep


def heed(bucket: Bucket, checkout: str, patience: TakeoverPolicy) -> None:
    """Return when no other publisher is at work. Raises PublishError while one is, or may be.

    That of this checkout is dead, for else it would hold the lock of the checkout.
    """
    while (intent := bucket.head.intent if bucket.head else None) and not (
        intent.is_over or intent.checkout == checkout
    ):
        lease = max(patience.lease, intent.lease)
        if not patience.waits:
            raise PublishError(_busy(bucket.place, intent, lease))
        if _is_dead(bucket, lease, patience.sleep):
            return


def _is_dead(bucket: Bucket, lease: float, sleep: Callable[[float], None]) -> bool:
    began = time.monotonic()
    while time.monotonic() - began < lease:
        sleep(lease / LOOKS)
        if bucket.has_moved():
            return False
    return True


def _busy(place: str, intent: Intent, lease: float) -> str:
    return (
        f"{place}: {intent.who} publishes there since {intent.since}; wait until that has finished. "
        f"If it is dead, make publish WAIT=1 goes on in its place once it has given no sign for {lease:.0f} seconds"
    )
