"""Grace of files that no page shows any more: they stay for readers who still have a page that does."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from plugins.publish.headers.per_file import is_lasting_path
from plugins.publish.plan.publish_plan import PublishPlan
from plugins.publish.site.picture_families import is_in_shared_folder
from plugins.publish.site.takedown import NOTHING, Takedown
from plugins.publish.targets.bucket.state import BucketState


@dataclass(frozen=True, slots=True, kw_only=True)
class Grace:
    """Grace of `seconds`. With what is taken down its pictures and files go at once, with all that nothing shows."""

    seconds: int
    takedown: Takedown = NOTHING
    """Files that go whoever still shows them."""
    takes_down: Sequence[str] = ()
    """Addresses that the release takes down, and no one before it did."""

    def stays(self, path: str) -> bool:
        """Tell whether a file stays for a while after the last page that shows it."""
        goes = self.takedown.covers(path) or (bool(self.takes_down) and is_in_shared_folder(path))
        return is_lasting_path(path) and not goes

    def dropped(self, retired: Iterable[str], plan: PublishPlan) -> Sequence[str]:
        """Return the `retired` keys that go before their time with what a plan takes down."""
        return (
            sorted(key for key in retired if not self.stays(key) and key not in plan.files) if self.takes_down else ()
        )

    def expired(self, state: BucketState, plan: PublishPlan, now: float) -> list[str]:
        """Return the retired keys whose grace is over `now`, or that are taken down."""
        retired = ((key, due) for key, due in sorted(state.retired.items()) if key not in plan.files)
        return [key for key, due in retired if due <= now or key in plan.dropped or self.takedown.covers(key)]

    def retired(
        self, noted: BucketState, plan: PublishPlan, expired: Collection[str], late_keys: Iterable[str], now: float
    ) -> dict[str, int]:
        """Return the retired keys after a release that has removed the `expired` ones, with the ends of their grace.

        The `late_keys` hold nothing now, but an interrupted publisher that wakes, or a late request of it, may fill
        them again, so the next release removes them again.
        """
        stay = {key: due for key, due in noted.retired.items() if key not in plan.files and key not in expired}
        stay |= dict.fromkeys(late_keys, int(now))
        return stay | dict.fromkeys(plan.retired, int(now) + self.seconds)
