import runpy
from pathlib import Path
from typing import Any

import pytest

from plugins.newsroom.settings_places import UNREAD, place_of, unread_settings, unread_settings_told

BASE = 'NAME = "x"\nSHELF = {"width": 3, "books": ["a", "b"]}\n'


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "pelicanconf.py").write_text(BASE, encoding="utf-8")
    (tmp_path / "publishconf.py").write_text("from pelicanconf import *\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def found(value: Any, *place: str) -> tuple[str, int, int]:
    file, line, column = place_of({"SHELF": value}, "SHELF", place)
    return str(file), line, column


@pytest.mark.parametrize(
    ("place", "column"), [((), 9), (("width",), 19), (("books", "1"), 37), (("books", "7"), 31), (("other",), 9)]
)
def test_the_innermost_part_that_is_written_there_is_found(folder: Path, place: tuple[str, ...], column: int) -> None:
    assert found({"width": 3, "books": ["a", "b"]}, *place) == ("pelicanconf.py", 2, column)


def test_a_value_of_production_is_in_the_file_of_production(folder: Path) -> None:
    (folder / "publishconf.py").write_text('from pelicanconf import *\n\nSHELF = {"width": 9}\n', encoding="utf-8")

    assert found({"width": 9}, "width") == ("publishconf.py", 3, 19)


def test_a_value_that_production_changes_is_where_the_preview_has_it(folder: Path) -> None:
    (folder / "publishconf.py").write_text('from pelicanconf import *\n\nSHELF = {"width": 9}\n', encoding="utf-8")

    assert found({"width": 3, "books": ["a", "b"]}, "width") == ("pelicanconf.py", 2, 19)


def test_of_two_assignments_the_last_counts(folder: Path) -> None:
    (folder / "pelicanconf.py").write_text('SHELF = {}\nSHELF = {"width": 3}\n', encoding="utf-8")

    assert found({"width": 3}, "width") == ("pelicanconf.py", 2, 19)


def test_a_computed_value_is_where_it_is_assigned(folder: Path) -> None:
    (folder / "pelicanconf.py").write_text('SHELF = {"width": int("3")}\n', encoding="utf-8")

    assert found({"width": 3}, "width") == ("pelicanconf.py", 1, 19)


def test_what_no_file_says_is_at_the_start_of_the_settings() -> None:
    assert found({"width": 3}) == ("pelicanconf.py", 1, 1)


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ("A = 1\nB = “x”\n", "pelicanconf.py:2:5: settings that Python cannot read: invalid character '“' (U+201C); "),
        ("A = b\n", "pelicanconf.py:1:5: settings that Python cannot run: NameError: name 'b' is not defined; "),
        ("import re\n\nre.compile('(')\n", "pelicanconf.py:3:1: settings that Python cannot run: error: missing ), "),
    ],
)
def test_a_mistake_of_python_is_told_at_its_line(
    settings: str, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("pelicanconf.py").write_text(settings, encoding="utf-8")

    with pytest.raises(SystemExit) as ended, unread_settings_told():
        runpy.run_path("pelicanconf.py")

    assert ended.value.code == UNREAD
    assert capsys.readouterr().err.startswith(said)


def test_a_mistake_of_ours_is_none_of_the_settings() -> None:
    with pytest.raises(KeyError) as raised, unread_settings_told():
        raise KeyError("x")

    assert unread_settings(raised.value) is None
