import io
import json
from pathlib import Path

import pytest

from plugins.brand.__main__ import main
from tests.conftest import ROOT

CONF = """
SITENAME = "Kabar"
SITEURL = "https://kabar.example"
THEME = {theme!r}
PATH = "content"
BRAND = {brand!r}
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "content" / "brand").mkdir(parents=True)
    set_up(tmp_path)
    return tmp_path


def set_up(folder: Path, **brand: str) -> None:
    text = CONF.format(theme=str(ROOT / "theme"), brand=brand)
    (folder / "pelicanconf.py").write_text(text, encoding="utf-8")


def test_a_look_without_mistakes_says_nothing(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check"]) == 0
    assert capsys.readouterr() == ("", "")


def test_mistakes_of_files_end_it_with_status_1(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "content/brand/icon.ico").touch()

    assert main(["check"]) == 1
    assert "content/brand/icon.ico:1:1: a file that nothing reads" in capsys.readouterr().err


def test_mistakes_of_settings_too(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    set_up(folder, accent="blue")

    assert main(["check"]) == 1
    assert "pelicanconf.py:6:20: BRAND.accent: 'blue' is no colour" in capsys.readouterr().err


def test_warnings_do_so_only_when_asked(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    set_up(folder, accent="#fffc00")

    assert (main(["check"]), main(["check", "--strict"])) == (0, 1)
    assert capsys.readouterr().out.startswith("pelicanconf.py:6:20: warning: BRAND.accent: '#fffc00' becomes")


def test_its_report_joins_that_of_another_check(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "content/brand/icon.ico").touch()
    main(["check", "--format", "json"])
    monkeypatch.setattr("sys.stdin", io.StringIO(capsys.readouterr().out))
    (folder / "content/brand/icon.ico").rename(folder / "content/brand/Icon.svg")

    assert main(["check", "--format", "json", "--join"]) == 1
    rows = json.loads(capsys.readouterr().out)["problems"]
    assert [row["path"] for row in rows] == ["content/brand/Icon.svg", "content/brand/icon.ico"]
