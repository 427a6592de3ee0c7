"""The state of one run of Pelican: a typed value that plugins set and read, under one key of `settings`.

`plugins.stet.plugin` begins a run and ends it; `run_of` there returns the value.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NoReturn

from plugins.newsroom.articles import Publication
from plugins.newsroom.brand import Brand
from plugins.newsroom.choices import Promo
from plugins.newsroom.listed_articles import TextLinks
from plugins.newsroom.problem_report import Placer, as_noted
from plugins.newsroom.problems import Problem
from plugins.stet.engine import Engine
from plugins.stet.persistent_engine import PersistentEngine

RUN = "NEWSROOM_RUN"
"""Key of `settings` under which the `Run` travels."""

Slugs = Collection[str]
"""Those of the pages in `content/pages/` that this build shows."""

NameCheck = Callable[[Slugs], Iterable[Problem]]
"""Finds names of pages in settings that lead nowhere."""


_SETTERS = {
    "engine": "plugins.stet sets it on get_generators",
    "brand": "plugins.brand sets it on get_generators",
    "publication": "plugins.desk sets it on get_generators",
    "token": "plugins.desk sets it on get_generators",
    "terms_digests": "plugins.desk sets it on get_generators",
    "text_links": "plugins.desk sets it on get_generators, in the preview only",
}
"""Fields that a `Run` lacks until a plugin sets them."""


class UnsetError(LookupError):
    """A field of the run was read before its plugin set it: a mistake in the code of the reader."""


class Run:
    """All that plugins tell one another while Pelican runs, beside the facts that they offer to the engine."""

    engine: Engine
    brand: Brand
    publication: Publication
    token: bytes
    """Stands for all that `publication` says: while it is the same, so is every list."""
    terms_digests: Mapping[str, bytes]
    """Digest of each article's words, by slug."""
    text_links: TextLinks
    promo: Promo | None
    """The promo that runs now; `plugins.promos` sets it on `article_generator_finalized`, if it is there."""

    def __init__(
        self, persistent: PersistentEngine | None = None, rehearse: Callable[[Engine], None] | None = None
    ) -> None:
        """Take the owner of an engine that stays open from run to run, and a function to call instead of the build."""
        self.persistent = persistent
        self.rehearse = rehearse
        self.problems: list[Problem] = []
        """Mistakes in settings, which plugins find on `initialized`."""
        self.warnings: list[Problem] = []
        """Problems of this run that do not end it; `plugins.stet` sets them on `get_generators`."""
        self.place_problem: Placer = as_noted
        """Finds the place of a problem of the content; `plugins.desk` sets it on `get_generators`."""
        self.page_problems: Mapping[str, Sequence[Problem]] = {}
        """Problems by the address of the page that shows the file; `plugins.desk` sets them, in the preview only."""
        self.idle_work: Mapping[str, Callable[[], object]] = {}
        """Work that this build left for later, the most urgent first; each piece is named by all that it depends on.

        `plugins.desk` sets it, in the preview only: another build shows what was done.
        """
        self.load_content: Callable[[dict[str, Any]], tuple[Iterable[Problem], Slugs | None]] | None = None
        """Reads and checks the content; returns its problems, and the slugs of its pages, None where it is unreadable.

        `plugins.desk` sets it on `initialized`.
        """
        self.readings: list[Callable[[dict[str, Any]], Iterable[Problem]]] = []
        """Readings of files beside the texts, which plugins add on `initialized`; each returns its problems.

        They are done on `get_generators`, before the content is loaded.
        """
        self.is_refused = False
        """True if settings or what `readings` read have errors, so that this run ends before anything is made."""
        self.name_checks: list[NameCheck] = []
        """Checks of settings that name pages, which plugins add on `initialized`."""
        self.ages: set[int] = set()
        """Ages, in seconds since its date, at which an article leaves a list; plugins add them on `initialized`.

        A build falls due when a public article reaches one.
        """
        self.promo = None

    @property
    def has_engine(self) -> bool:
        """True from the beginning of a run to its end, and after an error that was none of the content's."""
        return "engine" in vars(self)

    @property
    def has_publication(self) -> bool:
        """True once the desk has read the content and found no error in it."""
        return "publication" in vars(self)

    def forget(self) -> None:
        """Forget the fields of the run before this one, with the same settings."""
        for name in _SETTERS:
            vars(self).pop(name, None)
        self.promo, self.is_refused = None, False
        self.warnings, self.page_problems, self.idle_work = [], {}, {}

    if not TYPE_CHECKING:  # a type checker would allow every name

        def __getattr__(self, name: str) -> NoReturn:
            """Say who sets a field that is missing. Raises UnsetError."""
            if name in _SETTERS:
                raise UnsetError(f"the run has no {name} yet: {_SETTERS[name]}")
            raise AttributeError(name)
