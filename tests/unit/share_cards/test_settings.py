from pathlib import Path

import pytest

from plugins.newsroom.settings import settings_problems
from plugins.share_cards.fonts import FOLDER, SCRIPTS
from plugins.share_cards.settings import Script, ShareCardsSettings


def problems(tmp_path: Path, text: str) -> list[str]:
    file = tmp_path / "pelicanconf.py"
    file.write_text(f"SHARE_CARDS = {text}\n", encoding="utf-8")
    settings = {"SHARE_CARDS": eval(text)}
    return [
        f"{problem.line}: {problem.what}; {problem.remedy}"
        for problem in settings_problems(ShareCardsSettings, settings, "SHARE_CARDS", [file])
    ]


def test_a_font_that_is_not_there_is_told_with_its_place(tmp_path: Path) -> None:
    assert problems(tmp_path, '{"fonts": {"hans": "fonts/song.otf"}}') == [
        "1: SHARE_CARDS.fonts: hans: there is no file 'fonts/song.otf'; write its path below the project's folder"
    ]


@pytest.mark.parametrize("content", [b"", b"words", b"wOF2" + bytes(100), (FOLDER / "thai.woff2").read_bytes()[:2_000]])
def test_a_file_that_is_no_font_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: bytes) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.ttf").write_bytes(content)

    assert problems(tmp_path, '{"fonts": {"serif": "a.ttf"}}') == [
        "1: SHARE_CARDS.fonts: serif: 'a.ttf' is no font that can be read; name a TTF, OTF or WOFF2 file"
    ]


def test_a_font_is_fine(tmp_path: Path) -> None:
    assert problems(tmp_path, f'{{"fonts": {{"serif": "{FOLDER / "thai.woff2"}"}}}}') == []


def test_an_unknown_script_is_refused(tmp_path: Path) -> None:
    (found,) = problems(tmp_path, '{"fonts": {"klingon": "a.ttf"}}')

    assert "klingon" in found


def test_every_font_of_the_kit_can_be_replaced() -> None:
    assert Script.__args__ == SCRIPTS  # type: ignore[attr-defined]
