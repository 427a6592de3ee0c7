"""Chooses for every article of a build, and keeps what it has worked out on a shelf, so that the next run is cheap.

What is chosen is a function of the articles and the settings alone: with a full shelf, an empty one or another order of
articles it is the same.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from plugins.newsroom.choices import Related
from plugins.related.candidates import Candidate
from plugins.related.keeping.memory import Memory
from plugins.related.keeping.records import digest, record
from plugins.related.keeping.shelf import Shelf
from plugins.related.keeping.stored_choices import Choices
from plugins.related.settings import RelatedSettings
from plugins.related.spreading import Spread, serial

if TYPE_CHECKING:  # brings numpy
    from plugins.related.explain import Text, Witness

_VERSION = 3
"""Of what is on the shelf: one more whenever a list, a choice or its form can be another for the same articles."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stats:
    """What a run had to do."""

    rescored: int = 0
    """Articles that were compared with all others."""
    chosen: int = 0
    """Articles for which a choice was made again."""


def choose_all(
    candidates: Sequence[Candidate],
    terms: Callable[[str], bytes],
    shelf: Shelf,
    settings: RelatedSettings,
    spread: Spread = serial,
) -> Mapping[str, Related]:
    """Return what to read next, for every candidate by its slug. `terms` returns those of an article, by its slug."""
    return Chooser(shelf, settings, spread).choose_all(candidates, terms)


class Chooser:
    """Chooses again and again, for a process that lives long; its memory holds nothing that its shelf does not.

    So when what a run has put on the shelf is not kept, the chooser of that run must not be used again either.
    """

    def __init__(self, shelf: Shelf, settings: RelatedSettings, spread: Spread = serial) -> None:
        self._shelf, self._settings, self._spread = shelf, settings, spread
        self._memory: Memory | None = None
        self.stats = Stats()
        """What the last run had to do."""

    def choose_all(self, candidates: Sequence[Candidate], terms: Callable[[str], bytes]) -> Choices:
        """Return what to read next, for every candidate by its slug; see `choose_all`."""
        memory = self._memory or Memory(self._shelf, f"{_VERSION} {self._settings.model_dump_json()}")
        self._memory, self.stats = None, Stats()
        records = [record(each) for each in candidates]
        seen = digest(records)
        if not memory.fits or memory.digest != seen:
            from plugins.related.keeping.run import Run, work  # not at the top: it brings numpy

            run = Run(
                candidates={each.slug: each for each in candidates},
                records={each.slug: known for each, known in zip(candidates, records, strict=True)},
                digest=seen,
                terms=terms,
                settings=self._settings,
            )
            done = work(run, memory, self._shelf, self._spread)
            self.stats = Stats(rescored=len(done.rescored), chosen=len(done.chosen))
        self._memory = memory
        return memory.choices.frozen()

    def witness(
        self, candidates: Sequence[Candidate], terms: Callable[[str], bytes], texts: Callable[[str], "Text"]
    ) -> "Witness":
        """Return who tells why the last run, of these candidates, has chosen as it did."""
        from plugins.related.explain import Witness
        from plugins.related.ranking.features import features

        if self._memory is None:
            raise ValueError("nothing has been chosen yet")
        by_slug = {each.slug: each for each in candidates}
        return Witness(by_slug, lambda slug: features(by_slug[slug], terms(slug)), texts, self._memory, self._settings)
