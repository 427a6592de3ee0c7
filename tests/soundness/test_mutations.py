"""The comparison with clean builds can fail: an engine that leaves something out is found out by a fitting edit."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from plugins.newsroom.page_models import ArticlePage, FrontPage
from plugins.stet import making, outputs
from plugins.stet.facts import View
from tests.soundness.compared import ComparedBuilds
from tests.soundness.publication import Publication
from tests.tools.chance import thinned
from tests.tools.preload import preload


def without_neighbours(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave a field of an article's model out of its fingerprint."""
    whole = making.fingerprint_of

    def fingerprint_of(model: Any, version: bytes) -> bytes:
        return whole(replace(model, neighbours=None) if isinstance(model, ArticlePage) else model, version)

    monkeypatch.setattr(making, "fingerprint_of", fingerprint_of)


def without_leads(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave a field of a front's model out of its fingerprint."""
    whole = making.fingerprint_of

    def fingerprint_of(model: Any, version: bytes) -> bytes:
        return whole(replace(model, lead=None) if isinstance(model, FrontPage) else model, version)

    monkeypatch.setattr(making, "fingerprint_of", fingerprint_of)


def without_authors(monkeypatch: pytest.MonkeyPatch) -> None:
    """Forget that a page has read of an author."""
    whole = View.read

    def read(self: View, space: Any, name: str = "") -> Any:
        value = whole(self, space, name)
        self._read -= {key for key in self._read if key[0] == "author"}
        return value

    monkeypatch.setattr(View, "read", read)


def without_specs(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take every output for what it was before."""
    monkeypatch.setattr(outputs, "spec_digest", lambda output: b"the same")


@pytest.fixture
def builds(tmp_path: Path) -> Iterator[Callable[[], ComparedBuilds]]:
    """Makes a publication whose pages show their neighbours, and nothing else of other articles."""
    made: list[ComparedBuilds] = []

    def make() -> ComparedBuilds:
        made.append(ComparedBuilds(tmp_path))
        made[0].publication.set(RELATED={"articles": 0, "dont_miss": False})
        made[0].check()
        return made[0]

    yield make
    for each in made:
        each.close()


MUTATIONS: list[tuple[Callable[[pytest.MonkeyPatch], None], Callable[[Publication], None]]] = [
    (without_neighbours, lambda publication: publication.change("two", title="Another")),
    (without_leads, lambda publication: publication.change("four", title="Another")),
    (without_authors, lambda publication: publication.author("mei", "Mei W.", "Chief")),
    (without_specs, lambda publication: publication.change("four", draft=True)),
]


@pytest.mark.parametrize(("mutate", "edit"), thinned(MUTATIONS, "mutations of the engine", 2))
def test_an_engine_that_leaves_something_out_is_found_out(
    mutate: Callable[[pytest.MonkeyPatch], None],
    edit: Callable[[Publication], None],
    builds: Callable[[], ComparedBuilds],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    preload()
    mutate(monkeypatch)
    compared = builds()

    edit(compared.publication)

    with pytest.raises(AssertionError, match="differ"):
        compared.check()
