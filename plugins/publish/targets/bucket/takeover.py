"""Waits for another publisher of the same bucket, and decides when it is dead."""

import sys
import time
from collections.abc import Callable
from dataclasses import dataclass

from plugins.publish.errors import PublishError
from plugins.publish.targets.bucket.cache import CachedBucket

LOOKS = 10
"""Looks at the state in the time after which a publisher without a sign of life is taken for dead."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeoverPolicy:
    """Limits for a wait for another publisher."""

    lease: float
    """Seconds without a sign after which a publisher is dead; that publisher's own lease, if longer."""
    waits: bool = False
    """True to wait until the other has finished or is dead, instead of ending at once."""
    sleep: Callable[[float], None] = time.sleep


def wait_for_other_publisher(bucket: CachedBucket, checkout: str, policy: TakeoverPolicy) -> None:
    """Return when no other publisher is at work. Raises PublishError while one is, or may be.

    One of this checkout is dead: alive, it would hold the lock of the checkout.
    """
    said = ""
    while (intent := bucket.state.intent if bucket.state else None) and not (
        intent.is_over or intent.checkout == checkout
    ):
        lease = max(policy.lease, intent.lease)
        busy = f"{bucket.place}: {intent.who} publishes there since {intent.since}"
        if not policy.waits:
            remedy = f"make publish WAIT=1 goes on in its place once it has given no sign for {lease:.0f} seconds"
            raise PublishError(f"{busy}; wait until that has finished. If it is dead, {remedy}")
        if busy != said:
            said = busy
            print(f"Waiting: {busy}; Ctrl-C ends the wait.", file=sys.stderr)
        if _is_dead(bucket, lease, policy.sleep):
            return


def _is_dead(bucket: CachedBucket, lease: float, sleep: Callable[[float], None]) -> bool:
    began = time.monotonic()
    while time.monotonic() - began < lease:
        sleep(lease / LOOKS)
        if bucket.has_moved():
            return False
    return True
