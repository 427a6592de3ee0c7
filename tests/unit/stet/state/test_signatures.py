import os
from pathlib import Path

import pytest

from plugins.stet.state.signatures import (
    OUTPUT_MARGIN,
    SOURCE_MARGIN,
    UNSETTLED,
    scan,
    settled_signature,
    signature_of,
)
from tests.unit.stet.conftest import LONG_AGO, write


def names(root: Path, linked: list[str] | None = None) -> list[str]:
    found = scan(root, lambda name: not name.startswith("."), [] if linked is None else linked)
    return [path for path, _ in found]


@pytest.mark.parametrize("margin", [SOURCE_MARGIN, OUTPUT_MARGIN])
def test_a_file_is_settled_once_its_last_change_is_a_margin_ago(tmp_path: Path, margin: int) -> None:
    status = write(tmp_path, {"a": "a"}).joinpath("a").stat()
    changed = max(status.st_ctime_ns, status.st_mtime_ns)

    assert settled_signature(status, changed + margin - 1, margin) == UNSETTLED
    assert settled_signature(status, changed + margin, margin) == signature_of(status)


def test_a_file_from_the_future_is_never_settled(tmp_path: Path) -> None:
    write(tmp_path, {"a": "a"})
    now = (tmp_path / "a").stat().st_ctime_ns + SOURCE_MARGIN
    os.utime(tmp_path / "a", ns=(now + 1, now + 1))

    assert settled_signature((tmp_path / "a").stat(), now, SOURCE_MARGIN) == UNSETTLED


def test_a_file_whose_time_was_put_back_is_not_settled_before_that_is_a_margin_ago(tmp_path: Path) -> None:
    write(tmp_path, {"a": "a"})
    os.utime(tmp_path / "a", ns=(LONG_AGO, LONG_AGO))
    status = (tmp_path / "a").stat()

    assert settled_signature(status, status.st_ctime_ns, SOURCE_MARGIN) == UNSETTLED


def test_no_real_signature_is_that_of_the_unsettled(tmp_path: Path) -> None:
    assert len(signature_of(tmp_path.stat())) == 32
    assert signature_of(tmp_path.stat()) != UNSETTLED


def test_files_come_in_order_of_path_within_each_folder_and_folders_after_them(tmp_path: Path) -> None:
    write(tmp_path, dict.fromkeys(("b/two", "b/one", "c", "a", "b/deep/x", "a.b/y"), ""))

    assert names(tmp_path) == ["a", "c", "a.b/y", "b/one", "b/two", "b/deep/x"]


def test_what_is_not_wanted_is_not_looked_at(tmp_path: Path) -> None:
    write(tmp_path, {"a": "", ".git/a": "", ".b": ""})

    assert names(tmp_path) == ["a"]


def test_a_link_to_a_file_has_the_status_of_the_file(tmp_path: Path) -> None:
    write(tmp_path, {"elsewhere/a": "words", "root/b": ""})
    (tmp_path / "root/a").symlink_to(tmp_path / "elsewhere/a")

    found = dict(scan(tmp_path / "root", lambda _: True, []))

    assert found["a"].st_ino == (tmp_path / "elsewhere/a").stat().st_ino


def test_a_link_that_leads_nowhere_has_a_status_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to(tmp_path / "gone")

    ((path, status),) = scan(tmp_path, lambda _: True, [])

    assert (path, status) == ("a", (tmp_path / "a").lstat())


def test_a_link_in_a_circle_has_a_status_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to(tmp_path / "a")

    assert names(tmp_path) == ["a"]


def test_a_link_to_a_folder_is_named_and_not_followed(tmp_path: Path) -> None:
    write(tmp_path, {"elsewhere/a": "", "root/in/b": ""})
    (tmp_path / "root/in/link").symlink_to(tmp_path / "elsewhere")
    linked: list[str] = []

    assert names(tmp_path / "root", linked) == ["in/b"]
    assert linked == ["in/link"]
