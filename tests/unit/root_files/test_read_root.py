import hashlib
from pathlib import Path

import pytest

from plugins.root_files.read_root import RootFileRenderer, read_root_files
from tests.unit.desk.conftest import write


def test_files_are_read_with_their_paths_and_others_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    names = ["ads.txt", ".well-known/security.txt", ".env", ".DS_Store", "index.html"]
    write(tmp_path / "content/root", {name: name for name in names})

    files, problems = read_root_files(tmp_path / "content/root")

    assert [(file.path, file.source) for file in files] == [
        (".well-known/security.txt", "content/root/.well-known/security.txt"),
        ("ads.txt", "content/root/ads.txt"),
    ]
    assert [str(problem).partition("; ")[0] for problem in sorted(problems)] == [
        "content/root/.env:1:1: '.env' begins with a dot, and is not published",
        "content/root/index.html:1:1: 'index.html' has the place of a file of the publication itself",
    ]
    source = RootFileRenderer().source_file(files[1])
    assert (source.place.read_bytes(), source.blake2b) == (b"ads.txt", hashlib.blake2b(b"ads.txt").digest())


def test_another_content_is_another_file(tmp_path: Path) -> None:
    digests = [read_root_files(write(tmp_path, {"ads.txt": text}))[0][0].digest for text in ("a", "b", "a")]

    assert digests[0] == digests[2] != digests[1]


def test_most_publications_have_no_such_folder(tmp_path: Path) -> None:
    assert read_root_files(tmp_path / "root") == ([], [])


def test_a_link_that_leads_nowhere_is_told(tmp_path: Path) -> None:
    (tmp_path / "ads.txt").symlink_to("nowhere")

    (problem,) = read_root_files(tmp_path)[1]

    assert problem.what == "a file that cannot be read (No such file or directory)"
