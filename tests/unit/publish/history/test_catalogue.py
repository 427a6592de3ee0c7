from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.publish.history.catalogue import Catalogue, CatalogueEntry
from plugins.publish.plan.publish_plan import Count
from plugins.publish.site.manifest import PublishedFile
from plugins.publish.site.model import Notes, OutputVersion


def file(digest: str) -> PublishedFile:
    return PublishedFile(sha256=digest, bytes=len(digest), kind="article")


def entry(release: str) -> CatalogueEntry:
    return CatalogueEntry(id=release, count=Count(1, 1, 1))


@pytest.fixture
def catalogue(tmp_path: Path) -> Catalogue:
    return Catalogue(tmp_path / "catalogue")


def test_what_is_noted_of_a_release_comes_back(catalogue: Catalogue) -> None:
    noted = CatalogueEntry(
        id="r0",
        count=Count(3, 2, 40),
        who="ann@desk",
        notes=Notes(siteurl="https://small.example", due=12.5, styles=("a=", "b=")),
        version=OutputVersion("record", 7),
    )
    catalogue.add(noted, {})

    assert catalogue.latest() == catalogue.entry("r0") == noted
    assert catalogue.entry("r1") is None


def test_the_build_that_the_latest_release_is_can_be_noted_later(catalogue: Catalogue) -> None:
    catalogue.add(entry("r0"), {})
    catalogue.add(entry("r1"), {})
    catalogue.note_version(OutputVersion("record", 2))

    assert [noted.version for noted in catalogue.entries()] == [OutputVersion("record", 2), None]


def test_single_paths_are_those_of_the_latest_release(catalogue: Catalogue) -> None:
    catalogue.add(entry("r0"), {"a": file("1"), "b": file("1")})
    catalogue.add(entry("r1"), {"a": file("2"), "b": None})

    assert catalogue.files_at(["a", "b", "c"]) == {"a": file("2")}


def test_a_catalogue_of_another_format_begins_anew(tmp_path: Path) -> None:
    first = Catalogue(tmp_path / "catalogue")
    first.add(entry("r0"), {"a": file("1")})
    first._connection.execute("PRAGMA user_version = 99")
    first.close()

    assert Catalogue(tmp_path / "catalogue").entries() == []


STATES = st.lists(st.dictionaries(st.sampled_from("abcd"), st.sampled_from("123"), max_size=4), min_size=1, max_size=7)


@settings(max_examples=40, deadline=None)  # each commits to a real disk
@given(STATES, st.integers(1, 4))
def test_any_kept_release_is_as_it_was_and_forgotten_contents_are_in_none(
    tmp_path_factory: pytest.TempPathFactory, states: list[dict[str, str]], keep: int
) -> None:
    catalogue = Catalogue(tmp_path_factory.mktemp("one") / "catalogue")
    stored: set[str] = set()
    before: dict[str, str] = {}
    for number, state in enumerate(states):
        changed = {path: file(digest) for path, digest in state.items() if before.get(path) != digest}
        catalogue.add(entry(f"r{number}"), {**dict.fromkeys(before.keys() - state.keys()), **changed})
        stored = (stored | set(state.values())) - catalogue.forget(keep)
        before = state

    kept = dict(list(enumerate(states))[-keep:])
    assert [noted.id for noted in catalogue.entries()] == [f"r{number}" for number in sorted(kept, reverse=True)]
    for number, state in kept.items():
        found = {path: held.sha256 for path, held in catalogue.files(f"r{number}").items()}
        assert found == dict(sorted(state.items()))
    assert stored == {digest for state in kept.values() for digest in state.values()}
    catalogue.close()
