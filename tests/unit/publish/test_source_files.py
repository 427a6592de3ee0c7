import os
import shutil
from pathlib import Path

import pytest

from plugins.publish.source_files import first_difference, source_digests

LONG_AGO = 1_600_000_000_000_000_000
PICTURE = bytes(range(256)) * 2000


def write(root: Path, path: str, content: str | bytes) -> Path:
    file = root / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    return file


@pytest.fixture
def root(tmp_path: Path) -> Path:
    checkout = tmp_path / "checkout"
    write(checkout, "content/2026/a.md", "a")
    write(checkout, "content/pictures/p.jpg", PICTURE)
    write(checkout, "theme/templates/base.html", "base")
    write(checkout, "plugins/desk/load.py", "load")
    write(checkout, "pelicanconf.py", "A = 1")
    write(checkout, "requirements.txt", "pelican")
    return checkout


def digests(root: Path) -> dict[str, str]:
    return dict(source_digests(root, root.parent / "known.json"))


def test_sources_are_content_theme_plugins_settings_and_the_lock(root: Path) -> None:
    for other in ("docs/a.md", "output/index.html", "README.md", "content/.a.md.swp", "content/a.md~", ".env"):
        write(root, other, "no source")
    write(root, "plugins/desk/__pycache__/load.cpython-311.pyc", "no source")

    assert list(digests(root)) == [
        "content/2026/a.md",
        "content/pictures/p.jpg",
        "pelicanconf.py",
        "plugins/desk/load.py",
        "requirements.txt",
        "theme/templates/base.html",
    ]


@pytest.mark.parametrize("path", ["content/2026/a.md", "content/pictures/p.jpg", "pelicanconf.py", "theme/x.css"])
def test_an_edit_changes_the_digest_and_is_named(root: Path, path: str) -> None:
    write(root, path, PICTURE)
    before = digests(root)
    write(root, path, b"9" + PICTURE[1:])

    assert first_difference(before, digests(root)) == f"{path} has changed"


def test_new_and_removed_files_are_named(root: Path) -> None:
    before = digests(root)
    write(root, "content/b.md", "b")
    after = digests(root)

    assert first_difference(before, after) == "content/b.md is new"
    assert first_difference(after, before) == "content/b.md is gone"
    assert first_difference({}, before).startswith("content/2026/a.md is new, and 5 others")
    assert first_difference(after, after) == ""


def test_a_copy_with_other_times_has_the_same_digests(root: Path, tmp_path: Path) -> None:
    before = digests(root)
    shutil.copytree(root, tmp_path / "clone")
    for file in (tmp_path / "clone").rglob("*"):
        os.utime(file, ns=(LONG_AGO, LONG_AGO))

    assert source_digests(tmp_path / "clone", tmp_path / "none.json") == before


def test_a_file_of_the_same_signature_is_not_read_again(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    known = root.parent / "known.json"
    before = source_digests(root, known, margin=0)
    read: list[str] = []
    opened = Path.open

    def noted(self: Path, *rest: object, **more: object) -> object:
        read.append(self.name)
        return opened(self, *rest, **more)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", noted)

    assert source_digests(root, known, margin=0) == before
    assert set(read) <= {"known.json"}


def test_the_signature_of_a_file_that_has_just_changed_is_not_kept(root: Path) -> None:
    digests(root)

    assert (root.parent / "known.json").read_text() == ""


def test_signatures_that_are_damaged_or_cannot_be_kept_cost_time_alone(root: Path, tmp_path: Path) -> None:
    before = digests(root)
    (tmp_path / "known.json").write_text('{"content/2026/a.md": 7}')
    (tmp_path / "file").write_text("")

    assert digests(root) == before
    assert source_digests(root, tmp_path / "file" / "known.json") == before
