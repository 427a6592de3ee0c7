"""The one clock: every decision that depends on the time asks here."""

import os
from datetime import UTC, datetime


def now() -> datetime:
    """Return the time of this run, aware and in UTC.

    `SOURCE_DATE_EPOCH` (seconds since 1970, reproducible-builds.org) sets it, for rebuilds and for tests.
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    return datetime.now(UTC) if epoch is None else datetime.fromtimestamp(int(epoch), UTC)
