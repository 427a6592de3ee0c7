"""The comparison with clean builds can fail: an engine that leaves something out is found out."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from plugins.newsroom.page_models import ArticlePage, FrontPage
from plugins.stet import making, outputs
from plugins.stet.facts import View
from plugins.stet.space import Space
from tests.soundness.edits import EditedPublication
from tests.tools.preload import preload

SEARCH = settings(
    max_examples=20,
    stateful_step_count=14,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=list(HealthCheck),
    phases=(Phase.generate,),
)


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

    def read(self: View, space: Space[Any], name: str = "") -> Any:
        value = whole(self, space, name)
        self._read -= {key for key in self._read if key[0] == "author"}
        return value

    monkeypatch.setattr(View, "read", read)


def without_specs(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take every output for what it was before."""
    monkeypatch.setattr(outputs, "spec_digest", lambda output: b"the same")


@pytest.mark.parametrize("mutate", [without_neighbours, without_leads, without_authors, without_specs])
def test_an_engine_that_leaves_something_out_is_found_out(
    mutate: Callable[[pytest.MonkeyPatch], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    preload()
    mutate(monkeypatch)

    with pytest.raises(AssertionError, match="differ"):
        run_state_machine_as_test(EditedPublication, settings=SEARCH)
