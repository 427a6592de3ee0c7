import hashlib
from pathlib import Path

import pytest

from plugins.publish.errors import PublishError
from plugins.publish.site.copying import copy_checked, link_same
from plugins.publish.site.manifest import PublishedFile

FILE = PublishedFile(sha256=hashlib.sha256(b"12").hexdigest(), bytes=2)


@pytest.fixture
def source(tmp_path: Path) -> Path:
    (tmp_path / "a").write_text("12")
    (tmp_path / "a").chmod(0o600)
    return tmp_path / "a"


def test_a_file_of_the_right_size_is_linked(source: Path, tmp_path: Path) -> None:
    assert link_same(source, tmp_path / "b", FILE)
    assert (tmp_path / "b").samefile(source)


def test_a_file_of_another_size_is_not_linked(source: Path, tmp_path: Path) -> None:
    assert not link_same(source, tmp_path / "b", PublishedFile(sha256="", bytes=3))
    assert not (tmp_path / "b").exists()


def test_a_missing_file_is_not_linked(tmp_path: Path) -> None:
    assert not link_same(tmp_path / "a", tmp_path / "b", FILE)


@pytest.mark.parametrize("is_durable", [True, False])
def test_a_copy_can_be_read_by_all(source: Path, tmp_path: Path, is_durable: bool) -> None:
    copy_checked(source, tmp_path / "b", FILE, is_durable=is_durable)

    assert (tmp_path / "b").read_text() == "12"
    assert (tmp_path / "b").stat().st_mode & 0o777 == 0o644


def test_a_copy_is_compared_with_what_the_build_wrote(source: Path, tmp_path: Path) -> None:
    source.write_text("!!")

    with pytest.raises(PublishError, match="a changed after the build had written it; run again"):
        copy_checked(source, tmp_path / "b", FILE)


def test_a_copy_never_writes_into_a_file_that_is_there(source: Path, tmp_path: Path) -> None:
    (tmp_path / "b").write_text("a link of an earlier release")

    with pytest.raises(FileExistsError):
        copy_checked(source, tmp_path / "b", FILE)
