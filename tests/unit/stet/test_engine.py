from collections.abc import Iterator
from pathlib import Path

import pytest

from plugins.stet.build_errors import OfferError
from plugins.stet.engine import Engine
from plugins.stet.space import Space
from plugins.stet.state.lock import LockedError
from plugins.stet.state.state_paths import database_file

TITLE = Space[str]("title")


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    opened = Engine(tmp_path / "output", b"code")
    yield opened
    opened.close()


def test_two_engines_of_one_folder_are_one_too_many(engine: Engine) -> None:
    with pytest.raises(LockedError):
        Engine(engine.folder.root, b"code")


def test_an_engine_that_cannot_open_its_state_holds_no_lock(tmp_path: Path) -> None:
    output = tmp_path / "output"
    database_file(output).mkdir(parents=True)
    for _ in range(2):
        with pytest.raises(OSError, match=database_file(output).name):
            Engine(output, b"code")


def test_other_code_drops_the_state_and_says_so(tmp_path: Path) -> None:
    said = []
    for code in (b"code", b"code", b"other"):
        engine = Engine(tmp_path / "output", code)
        said.append(engine.dropped)
        engine.close()

    assert said == [None, None, "was written with other plugins, libraries or another Python"]


def test_a_process_that_builds_once_makes_a_value_each_time(engine: Engine) -> None:
    assert [engine.kept("numbers", b"key", lambda value=value: value) for value in (1, 2)] == [1, 2]


def test_a_process_that_builds_again_keeps_a_value_until_its_key_changes(engine: Engine) -> None:
    engine.runs_again = True
    asked = [("numbers", b"key", 1), ("numbers", b"key", 2), ("others", b"key", 3), ("numbers", b"new", 4)]

    assert [engine.kept(name, key, lambda value=value: value) for name, key, value in asked] == [1, 1, 3, 4]


def test_a_renewed_engine_takes_all_offers_again(engine: Engine) -> None:
    engine.offer_constant(TITLE, "One")
    with pytest.raises(OfferError):
        engine.offer_constant(TITLE, "Two")

    is_good = engine.renew()

    engine.offer_constant(TITLE, "Two")
    assert is_good
    assert engine.view().read(TITLE) == "Two"


@pytest.mark.parametrize("gone", ["lock", "build.sqlite"])
def test_an_engine_whose_state_is_gone_cannot_be_renewed(engine: Engine, gone: str) -> None:
    database_file(engine.folder.root).with_name(gone).unlink()

    assert not engine.renew()
