"""The state of one run of Pelican: a typed value that plugins set and read, under one key of `settings`.

`plugins.stet.plugin` begins a run and ends it; `run_of` there returns the value.
"""

from collections.abc import Callable, Collection, Iterable, Mapping
from typing import Any, Generic, TypeVar, overload

from plugins.newsroom.articles import Publication
from plugins.newsroom.choices import Promo
from plugins.newsroom.listed_articles import TextLinks
from plugins.newsroom.problems import Problem
from plugins.stet.engine import Engine
from plugins.stet.persistent_engine import PersistentEngine

RUN = "LOWDOWN_RUN"
"""Key of `settings` under which the `Run` travels."""

Value = TypeVar("Value")

Slugs = Collection[str]
"""Those of the pages in `content/pages/` that this build shows."""

NameCheck = Callable[[Slugs], Iterable[Problem]]
"""Finds names of pages in settings that lead nowhere."""


class UnsetError(LookupError):
    """A field of the run was read before its plugin set it: a mistake in the code of the reader."""


class SetBy(Generic[Value]):
    """A field of `Run` that one plugin sets on one signal. Raises UnsetError where it is read before that."""

    def __init__(self, plugin: str, signal: str) -> None:
        self._plugin, self._signal = plugin, signal

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = name

    @overload
    def __get__(self, run: None, owner: type) -> "SetBy[Value]": ...

    @overload
    def __get__(self, run: object, owner: type) -> Value: ...

    def __get__(self, run: object | None, owner: type) -> "SetBy[Value] | Value":
        if run is None:
            return self
        try:
            value: Value = vars(run)[self._name]
        except KeyError:
            setter = f"plugins.{self._plugin} sets it on {self._signal}"
            raise UnsetError(f"the run has no {self._name} yet: {setter}") from None
        return value

    def __set__(self, run: object, value: Value) -> None:
        vars(run)[self._name] = value

    def __delete__(self, run: object) -> None:
        vars(run).pop(self._name, None)


class Run:
    """All that plugins tell one another while Pelican runs, beside the facts that they offer to the engine."""

    engine = SetBy[Engine]("stet", "get_generators")
    publication = SetBy[Publication]("desk", "get_generators")
    token = SetBy[bytes]("desk", "get_generators")
    """Stands for all that `publication` says: while it is the same, so is every list."""
    terms_digests = SetBy[Mapping[str, bytes]]("desk", "get_generators")
    """Digest of each article's words, by slug."""
    text_links = SetBy[TextLinks]("desk", "get_generators, in the preview only")
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
        self.load_content: Callable[[dict[str, Any]], tuple[Iterable[Problem], Slugs | None]] | None = None
        """Reads and checks the content; returns its problems, and the slugs of its pages, None where it is unreadable.

        `plugins.desk` sets it on `initialized`.
        """
        self.name_checks: list[NameCheck] = []
        """Checks of settings that name pages, which plugins add on `initialized`."""
        self.promo = None

    @property
    def has_engine(self) -> bool:
        """True from the beginning of a run to its end, and after an error that was none of the content's."""
        return "engine" in vars(self)

    def forget(self) -> None:
        """Forget the fields of the run before this one, with the same settings."""
        for name, field in vars(type(self)).items():
            if isinstance(field, SetBy):
                delattr(self, name)
        self.promo = None
