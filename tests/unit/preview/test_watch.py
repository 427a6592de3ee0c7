import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from plugins.preview.watch import Watcher


@pytest.fixture
def watcher(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Watcher]:
    (tmp_path / "content" / "deep").mkdir(parents=True)
    (tmp_path / "pelicanconf.py").touch()
    monkeypatch.chdir(tmp_path)
    watcher = Watcher()
    watcher.start(["content", "not-there"])
    time.sleep(0.5)  # until the system's watches stand
    yield watcher
    watcher.stop()


def hears(watcher: Watcher, seconds: float = 5) -> bool:
    waiting = threading.Thread(target=watcher.wait, daemon=True)
    waiting.start()
    waiting.join(seconds)
    return not waiting.is_alive()


@pytest.mark.parametrize("path", ["content/deep/a.md", "pelicanconf.py"])
def test_a_save_is_heard(watcher: Watcher, path: str) -> None:
    Path(path).write_text("new")

    assert hears(watcher)


def test_settings_replaced_by_a_rename_are_heard_every_time(watcher: Watcher) -> None:
    heard = []
    for number in range(2):
        Path("content/deep/.new").unlink(missing_ok=True)
        Path("new.tmp").write_text(str(number))
        Path("new.tmp").replace("pelicanconf.py")
        heard.append(hears(watcher))

    assert heard == [True, True]


@pytest.mark.parametrize("name", ["b.jpg", "A.JPG"])
def test_pictures_that_only_change_names_are_heard(watcher: Watcher, name: str) -> None:
    for number, picture in enumerate(("a.jpg", "b.jpg")):
        Path("content/deep", picture).write_bytes(bytes([number]))
    assert hears(watcher)

    Path("content/deep/a.jpg").rename(Path("content/deep", name))
    assert hears(watcher)


def test_somebody_else_may_wake_it(watcher: Watcher) -> None:
    watcher.wake()

    assert hears(watcher)


def test_other_files_beside_the_settings_are_not_heard(watcher: Watcher) -> None:
    Path("output.ledger.json").write_text("{}")

    assert not hears(watcher, seconds=1)


def test_many_saves_while_nobody_waits_are_heard_once(watcher: Watcher) -> None:
    for number in range(20):
        Path(f"content/deep/{number}.md").write_text("new")
    time.sleep(1)

    assert hears(watcher)
    assert not hears(watcher, seconds=1)


@pytest.mark.parametrize("is_there_before", [True, False])
def test_a_save_of_a_file_that_a_link_leads_to_is_heard(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, is_there_before: bool
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "content").mkdir()
    (tmp_path / "elsewhere.md").write_text("old")
    link, watcher = tmp_path / "content/a.md", Watcher()
    if is_there_before:
        link.symlink_to("../elsewhere.md")
    watcher.start(["content"])
    time.sleep(0.5)
    if not is_there_before:
        link.symlink_to("../elsewhere.md")
        assert hears(watcher)
        time.sleep(0.5)

    (tmp_path / "elsewhere.md").write_text("new")

    assert hears(watcher)
    watcher.stop()
