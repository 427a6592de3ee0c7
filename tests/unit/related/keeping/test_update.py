"""After any edits, lists and choices brought up to date are those of the plain ranking, which keeps nothing."""

from collections.abc import Mapping
from functools import cache
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.newsroom.choices import Related
from plugins.newsroom.language.terms import terms
from plugins.related.keeping import ranking_run, term_index
from plugins.related.picker import RelatedCandidate
from plugins.related.ranking import lists, scoring, sketches, weights
from plugins.related.settings import RelatedSettings
from tests.conftest import SOAK_MINUTES
from tests.tools.shelf import MemoryShelf
from tests.unit.related import plain
from tests.unit.related.pieces import blank, new_chooser
from tests.unit.related.plain import plain_choices

EXAMPLES = 400 if SOAK_MINUTES else 25
DAY = 86_400
WORDS = st.lists(st.sampled_from([f"word{number}" for number in range(1, 21)] * 2 + ["the", "a1"] * 9), max_size=12)
SLUGS = [f"s{number:02}" for number in range(24)]
CHANGES = st.fixed_dictionaries(
    {},
    optional={
        "title": WORDS.map(" ".join),
        "text": WORDS.map(" ".join),
        "date": st.integers(0, 40).map(lambda month: month * 30 * DAY),
        "category": st.sampled_from("ab"),
        "tags": st.lists(st.sampled_from("xyz"), max_size=2, unique=True).map(tuple),
        "authors": st.lists(st.sampled_from("pq"), max_size=1).map(tuple),
        "is_offered": st.sampled_from([True, True, True, False]),
        "is_sponsored": st.booleans(),
        "related": st.lists(st.sampled_from(["s01", "s30", "gone"]), max_size=2).map(tuple),
        "dont_miss": st.sampled_from([None, "s02", "s31"]),
        "has_mark": st.booleans(),
    },
)
# An edit changes an article, adds it, or (None) removes it.
EDITS = st.lists(
    st.dictionaries(st.sampled_from([*SLUGS, "s30", "s31"]), st.none() | CHANGES, min_size=1, max_size=3),
    min_size=2,
    max_size=8,
)


@pytest.fixture(autouse=True)
def small_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let two dozen articles meet what else takes thousands: full lists, common terms, a new large part."""
    for module in (lists, plain):
        monkeypatch.setattr(module, "KEPT", 6)
    for module in (lists, scoring):
        monkeypatch.setattr(module, "WIDTH", 8)
    monkeypatch.setattr(weights, "_COMMON", 8)
    monkeypatch.setattr(term_index, "_ROOM", 4)
    monkeypatch.setattr(sketches, "_FEWEST", 5)
    monkeypatch.setattr(ranking_run, "_MANY", 2)


@cache
def terms_of(title: str, text: str) -> bytes:
    return terms(title, "", text)


class Archive:
    """Articles that are edited."""

    def __init__(self) -> None:
        self.texts: dict[str, tuple[str, str]] = {}
        self.candidates: dict[str, RelatedCandidate] = {}
        for number, slug in enumerate(SLUGS):
            text = f"the word{number % 20 + 1} word{number % 7 + 1} word{number % 3 + 1} a1"
            title = f"word{number % 9 + 1} word{number % 5 + 1}"
            self.edit(slug, {"title": title, "text": text, "date": number * 50 * DAY})

    def edit(self, slug: str, changes: Mapping[str, Any] | None) -> None:
        if changes is None:
            self.candidates.pop(slug, None)
            return
        values = dict(changes)
        title, text = self.texts.get(slug, ("", ""))
        texts = self.texts[slug] = values.pop("title", title), values.pop("text", text)
        known = self.candidates.get(slug) or blank(slug)
        self.candidates[slug] = known._replace(**values, terms_digest=repr(texts).encode())

    def terms(self, slug: str) -> bytes:
        return terms_of(*self.texts[slug])


def followed(edits: list[dict[str, dict[str, Any] | None]], lives_long: bool) -> list[tuple[Any, Any]]:
    """Return after every edit the choices from what is kept, and those of the plain ranking."""
    floor = 60 if lives_long else 200  # so that there are articles for which nothing is chosen
    choice = RelatedSettings(articles=4, dont_miss_score=100, variety=300, fill=lives_long, floor=floor)
    archive, shelf = Archive(), MemoryShelf()
    chooser = new_chooser(choice, shelf)
    found: list[tuple[Mapping[str, Related], Mapping[str, Related]]] = []
    for edit in [{}, *edits]:
        for slug, changes in edit.items():
            archive.edit(slug, changes)
        candidates = list(archive.candidates.values())
        chooser = chooser if lives_long else new_chooser(choice, shelf)
        found.append((chooser.choose_all(candidates, archive.terms), plain_choices(candidates, archive.terms, choice)))
    return found


@pytest.mark.slow
@pytest.mark.parametrize("lives_long", [True, False])
@settings(max_examples=EXAMPLES, deadline=None)
@given(edits=EDITS)
def test_after_any_edits_what_is_kept_gives_what_the_plain_ranking_gives(
    lives_long: bool, edits: list[dict[str, dict[str, Any] | None]]
) -> None:
    for kept, expected in followed(edits, lives_long):
        assert kept == expected
