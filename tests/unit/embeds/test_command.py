from pathlib import Path

import pytest

from plugins.embeds.__main__ import main
from tests.conftest import ROOT
from tests.unit.desk.conftest import AUTHOR, CATEGORY, article, write

CONF = f"""
from plugins.settings import *

SITENAME = "Kabar"
SITEURL = "https://kabar.example"
SITESUBTITLE = "Trade news"
TIMEZONE = "Asia/Jakarta"
THEME = {str(ROOT / "theme")!r}
PATH = "content"
"""
POST = "https://www.linkedin.com/feed/update/urn:li:activity:7123456789012345678/"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "pelicanconf.py").write_text(CONF, encoding="utf-8")
    files = {"categories/social.md": CATEGORY, "authors/ana-lim.md": AUTHOR, "articles/2023/11/one.md": article()}
    write(tmp_path / "content", files)
    return tmp_path


def test_a_site_that_tells_nobody_is_told_without_a_failure(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["fetch", "--", POST]) == 0
    assert capsys.readouterr().err == (
        f"{POST}: LinkedIn tells nobody of it; "
        'write [title](address "text | author") in the text, or an entry in content/embeds.toml\n'
    )


def test_an_address_that_is_no_embed_ends_it_with_status_1(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["fetch", "https://www.youtube.com/@channel"]) == 1
    assert capsys.readouterr().err.startswith("https://www.youtube.com/@channel: is no embed; name one video")


def test_texts_without_embeds_ask_nobody(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONPATH", str(ROOT))

    assert main(["fetch"]) == 0
    assert capsys.readouterr() == ("no text shows an embed: nobody was asked\n", "")
