"""An engine that stays open, over real folders."""

import shutil
import time
from collections.abc import Mapping
from pathlib import Path

import pytest

from plugins.stet.build_errors import BuildError
from plugins.stet.build_report import BuildReport
from plugins.stet.outputs import Kind, Output
from plugins.stet.persistent_engine import PersistentEngine
from plugins.stet.state.signatures import OUTPUT_MARGIN
from plugins.stet.step import Step, say_nothing
from tests.tools.small_build import TextRenderer, build_texts


class Site:
    """Texts by their path in the output, built by one engine."""

    def __init__(self, root: Path) -> None:
        self.output = root / "output"
        self.warm = PersistentEngine(say_nothing, b"code")
        self.made: list[str] = []

    def build(self, texts: Mapping[str, str]) -> BuildReport:
        engine = self.warm.engine(self.output, lambda: b"world", ())
        engine.offer_renderer("text", TextRenderer())
        engine.offer_kinds({"text": Kind(make=self._make, renderer="text")})
        outputs = [Output(path, "text", (text,)) for path, text in texts.items()]
        engine.offer_outputs(Step("Planning", None, lambda _: outputs))
        try:
            return engine.build()
        finally:
            self.warm.rest()

    def _make(self, _: object, output: Output) -> str:
        self.made.append(output.path)
        if output.spec == ("wrong",):
            raise ValueError("wrong")
        return str(output.spec[0])

    def contents(self) -> dict[str, str]:
        files = (path for path in sorted(self.output.rglob("*")) if path.is_file())
        return {path.relative_to(self.output).as_posix(): path.read_text() for path in files}

    def look(self) -> bool:
        return self.warm.look(lambda: True)


@pytest.fixture
def site(tmp_path: Path) -> Site:
    return Site(tmp_path)


TEXTS = {"index.html": "home", "a/index.html": "a", "b/index.html": "b"}


def test_only_what_has_changed_is_made(site: Site) -> None:
    site.build(TEXTS)
    site.made.clear()
    site.build({**TEXTS, "a/index.html": "other"})

    assert site.made == ["a/index.html"]
    assert site.contents() == {**TEXTS, "a/index.html": "other"}


def test_files_come_and_go(site: Site) -> None:
    for texts in (TEXTS, {"c": "c"}, {**TEXTS, "c/d": "d"}, {}, TEXTS):
        site.build(texts)
        assert site.contents() == texts


def test_the_engine_is_the_same_until_it_is_closed(site: Site) -> None:
    engines = []
    for _ in range(2):
        engines.append(site.warm.engine(site.output, lambda: b"world", ()))
    site.warm.close()
    engines.append(site.warm.engine(site.output, lambda: b"world", ()))

    assert [engine is engines[0] for engine in engines] == [True, True, False]


def test_another_output_gets_another_engine(site: Site, tmp_path: Path) -> None:
    first = site.warm.engine(site.output, lambda: b"world", ())
    second = site.warm.engine(tmp_path / "other", lambda: b"world", ())

    assert first is not second
    assert build_texts(site.output, TEXTS).new == 3  # nobody holds its lock


def test_what_it_leaves_is_known_to_the_next_process(site: Site) -> None:
    site.build(TEXTS)
    site.build({**TEXTS, "a/index.html": "other"})
    site.warm.close()
    again = Site(site.output.parent)
    again.build({**TEXTS, "a/index.html": "other"})

    assert again.made == []


def test_after_a_build_that_broke_off_the_next_one_begins_from_what_holds(site: Site) -> None:
    site.build(TEXTS)
    with pytest.raises(ValueError, match="wrong"):
        site.build({"a/index.html": "new", "b/index.html": "wrong"})
    site.build({"a/index.html": "new"})

    assert site.contents() == {"a/index.html": "new"}


def test_two_files_at_one_place_are_told_every_time(site: Site) -> None:
    site.build(TEXTS)
    for _ in range(2):
        with pytest.raises(BuildError):
            site.build({"a": "file", "a/index.html": "in a folder"})

    site.build(TEXTS)
    assert site.contents() == TEXTS


def test_a_removed_state_is_begun_anew(site: Site) -> None:
    site.build(TEXTS)
    for folder in site.output.parent.iterdir():
        shutil.rmtree(folder)
    site.build(TEXTS)

    assert site.contents() == TEXTS


def test_a_stray_file_that_has_lain_there_for_longer_than_a_tick_is_removed(site: Site) -> None:
    site.build(TEXTS)
    (site.output / "a/stray").touch()
    time.sleep(2 * OUTPUT_MARGIN / 1e9)  # now the folder's times cannot change again without a trace

    assert site.look()
    site.build(TEXTS)
    assert site.contents() == TEXTS


@pytest.mark.parametrize("damage", ["change", "delete", "add", "add a folder", "delete a folder"])
def test_a_look_finds_what_somebody_has_done_and_the_next_build_puts_it_right(site: Site, damage: str) -> None:
    site.build(TEXTS)
    place = site.output / "a/index.html"
    match damage:
        case "change":
            place.write_text("x")
        case "delete":
            place.unlink()
        case "add":
            (site.output / "a/stray").touch()
        case "add a folder":
            (site.output / "a/stray/deep").mkdir(parents=True)
            (site.output / "a/stray/deep/x").touch()
        case "delete a folder":
            shutil.rmtree(place.parent)

    assert site.look()
    site.build(TEXTS)
    assert site.contents() == TEXTS
    assert not site.look()


def test_a_look_at_what_is_as_it_was_left_finds_nothing(site: Site) -> None:
    site.build(TEXTS)
    (site.output / "a/index.html").write_text("a")  # as it was, for all its new times

    assert not site.look()


def test_what_happens_before_a_look_was_done_is_found_by_the_next(site: Site) -> None:
    site.build(TEXTS)
    (site.output / "index.html").write_text("x")
    ended_early = site.warm.look(lambda: False)
    site.build({**TEXTS, "a/index.html": "other"})

    assert not ended_early
    assert site.look()


def test_nothing_is_looked_at_before_the_first_build(site: Site) -> None:
    assert not site.look()
