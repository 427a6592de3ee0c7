"""Chooses for every article of a build, and keeps its work on a shelf, so that the next run is cheap.

A choice is a function of the articles and the settings alone: with a full shelf, an empty one or another order of
articles it is the same.
"""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from plugins.related.keeping.memory import Memory, RankingStats
from plugins.related.keeping.records import digest_records, record
from plugins.related.keeping.stored_choices import StoredChoices
from plugins.related.picker import RelatedCandidate
from plugins.related.settings import RelatedSettings
from plugins.stet.state.shelf import Shelf
from plugins.stet.step import StepProgress, say_nothing
from plugins.stet.workers import Spread

if TYPE_CHECKING:  # brings numpy
    from plugins.related.explain import ComparedText, Explainer

_VERSION = 5
"""Version of the values on the shelf. Raise it when the same articles can give another list, choice or form."""


class Chooser:
    """Chooses for one run after another of a process; keeps in memory only values that are on its shelf too.

    Where those of a run are not committed, its chooser must not be used again.
    """

    def __init__(self, shelf: Shelf, settings: RelatedSettings, spread: Spread) -> None:
        self._shelf, self._settings, self._spread = shelf, settings, spread
        self._memory: Memory | None = None
        self.stats = RankingStats()
        """Counts of the last run."""

    def choose_all(
        self,
        candidates: Sequence[RelatedCandidate],
        terms: Callable[[str], bytes],
        progress: StepProgress = say_nothing,
    ) -> StoredChoices:
        """Return the choice for every candidate, by its slug; `terms` returns those of an article, by its slug."""
        memory = self._memory or Memory(self._shelf, f"{_VERSION} {self._settings.model_dump_json()}")
        self._memory, self.stats = None, RankingStats()
        records = [record(each) for each in candidates]
        digest = digest_records(records)
        if memory.digest != digest:
            from plugins.related.keeping.ranking_run import RankingRun  # not at the top: it brings numpy

            run = RankingRun(
                candidates={each.slug: each for each in candidates},
                records={each.slug: known for each, known in zip(candidates, records, strict=True)},
                digest=digest,
                terms=terms,
                settings=self._settings,
                memory=memory,
                shelf=self._shelf,
                spread=self._spread,
                progress=progress,
            )
            self.stats = run.run()
        self._memory = memory
        return memory.choices.frozen()

    def explainer(
        self,
        candidates: Sequence[RelatedCandidate],
        terms: Callable[[str], bytes],
        texts: Callable[[str], "ComparedText"],
    ) -> "Explainer":
        """Return an explainer of the last run, which chose for these candidates."""
        from plugins.related.explain import Explainer

        if self._memory is None:
            raise ValueError("nothing has been chosen yet")
        return Explainer({each.slug: each for each in candidates}, terms, texts, self._memory, self._settings)
