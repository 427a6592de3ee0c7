from pathlib import Path

import pytest

from plugins.start.__main__ import INCOMPLETE, main

ANSWERS = ["--name", "Kabar", "--locale", "id"]


@pytest.fixture(autouse=True)
def inside(kit: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(kit)


def test_a_start_says_what_it_did_and_what_follows(kit: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status = main(ANSWERS)

    said = capsys.readouterr().out
    assert status == 0
    assert "Kabar is started." in said
    assert "https://kabar.example for now" in said
    assert 'SITENAME = "Kabar"' in (kit / "pelicanconf.py").read_text()


def test_without_a_terminal_what_is_missing_is_told_and_nothing_is_changed(
    kit: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status = main(["--name", "Kabar", "--locale", "en"])

    assert status == INCOMPLETE
    assert capsys.readouterr().err.startswith("ZONE is missing; say ZONE=Europe/London")
    assert (kit / "content/articles/sample.md").is_file()


def test_a_second_start_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    statuses = (main(ANSWERS), main(ANSWERS))

    assert statuses == (0, 1)
    assert capsys.readouterr().err.startswith("This publication was started before")
