from pathlib import Path

import pytest
from pelican.settings import DEFAULT_CONFIG

from plugins.desk.files.strays import UNFINISHED_MOVE
from plugins.desk.moving.command import move
from tests.unit.desk.conftest import AUTHOR, CATEGORY, article, write

FILES = {
    "authors/ana-lim.md": AUTHOR,
    "categories/social.md": CATEGORY,
    "articles/2023/11/old.md": article(),
    "articles/2023/11/two.md": article("Two", keys="related: [old]\n"),
}


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1701400000")
    return write(tmp_path / "content", FILES)


def settings(root: Path) -> dict[str, object]:
    own: dict[str, object] = {
        "PATH": str(root),
        "ARTICLE_PATHS": ["articles"],
        "PLUGINS": [],
        "TIMEZONE": "Asia/Singapore",
    }
    own |= {"SITEURL": "https://own.example", "SITENAME": "Own", "SITESUBTITLE": "News of its own"}
    own |= {"TYPOGRIFY": True, "MARKDOWN": {"output_format": "html5"}}
    return DEFAULT_CONFIG | own


def names(root: Path) -> list[str]:
    return sorted(path.name for path in (root / "articles/2023/11").iterdir())


def test_a_rehearsal_says_all_and_changes_nothing(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status = move(settings(root), "old", "new", is_rehearsal=True)

    assert status == 0
    assert capsys.readouterr().out.splitlines() == [
        "content/articles/2023/11/old.md → content/articles/2023/11/new.md",
        "content/articles/2023/11/new.md: aliases: /2023/11/old/",
        "content/articles/2023/11/two.md:7: old → new",
        "/2023/11/old/ leads to /2023/11/new/ from the next publish on",
        "Nothing has been changed: this is what would be done.",
    ]
    assert names(root) == ["old.md", "two.md"]


def test_a_move_is_carried_out(root: Path) -> None:
    assert move(settings(root), "old", "new") == 0
    assert names(root) == ["new.md", "two.md"]


def test_a_refusal_ends_with_status_1_and_one_line(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status = move(settings(root), "odl", "new")

    assert (status, capsys.readouterr().err) == (1, "nothing is called 'odl'; did you mean 'FROM=old'?\n")


def test_a_move_that_was_stopped_is_finished_first(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    plan = '{"rename": ["articles/2023/11/old.md", "articles/2023/11/new.md"], "files": ["articles/2023/11/two.md"]}'
    write(root / UNFINISHED_MOVE, {"plan.json": plan, "0": article("Two", keys="related: [new]\n")})

    rehearsed = move(settings(root), "two", "three", is_rehearsal=True)
    status = move(settings(root), "", "")

    assert rehearsed == 1
    assert (status, capsys.readouterr().out) == (0, "A move that was stopped half way is finished.\n")
    assert names(root) == ["new.md", "two.md"]


def test_settings_with_mistakes_are_told(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status = move({**settings(root), "TIMEZONE": "Nowhere"}, "old", "new")

    assert status == 1
    assert "TIMEZONE" in capsys.readouterr().err
