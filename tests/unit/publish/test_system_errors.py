import errno
import os
from pathlib import Path

import pytest

from plugins.publish.system_errors import system_error_in_words

FULL = "No space left on device"


def test_a_full_disk_is_told_with_the_file_and_the_disk(tmp_path: Path) -> None:
    file = tmp_path / "releases" / "a.html"
    told = system_error_in_words(OSError(errno.ENOSPC, FULL, str(file)), [])

    mount, _, rest = told.removeprefix(f"{file}: {FULL} (").partition(")")
    assert os.path.ismount(mount)
    assert rest == "; free some space there or lower keep, and run again."


def test_without_a_file_a_disk_that_has_room_is_not_accused(tmp_path: Path) -> None:
    told = system_error_in_words(OSError(errno.ENOSPC, FULL), [tmp_path / "output"])

    assert told == f"this machine: {FULL}; free some space there or lower keep, and run again."


def test_without_a_file_the_folder_on_a_full_disk_is_named() -> None:
    full = Path("/proc/none")  # the system's own, which has no room at all
    told = system_error_in_words(OSError(errno.ENOSPC, FULL), [full])

    assert told == f"/proc/none: {FULL} (/proc); free some space there or lower keep, and run again."


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can give files away")
def test_what_belongs_to_somebody_else_is_told_with_both_names(tmp_path: Path) -> None:
    os.chown(tmp_path, 65534, 65534)
    told = system_error_in_words(PermissionError(errno.EACCES, "Permission denied", str(tmp_path / "x" / "y")), [])

    said = f"{tmp_path / 'x' / 'y'}: Permission denied: {tmp_path} belongs to nobody, and this is root"
    assert told == f"{said}; give it to root and run again."


def test_other_errors_are_told_as_the_system_has_them(tmp_path: Path) -> None:
    exists = system_error_in_words(FileExistsError(errno.EEXIST, "File exists", str(tmp_path)), [])
    own = system_error_in_words(PermissionError(errno.EACCES, "Permission denied", str(tmp_path)), [])

    assert exists == f"{tmp_path}: File exists; see to that and run again."
    assert own == f"{tmp_path}: Permission denied; see to that and run again."


@pytest.mark.parametrize("number", [errno.EEXIST, errno.ENOTDIR])
def test_a_file_in_the_place_of_a_folder_is_named(tmp_path: Path, number: int) -> None:
    (tmp_path / "releases").write_text("")
    wanted = tmp_path / "releases" / ("x" if number == errno.ENOTDIR else "")
    told = system_error_in_words(OSError(number, "in the way", str(wanted)), [])

    file = tmp_path / "releases"
    assert told == f"{wanted}: {file} is no folder, and one is needed there; name another place, or move it away."


def test_a_link_that_leads_nowhere_is_told(tmp_path: Path) -> None:
    link = tmp_path / "published"
    link.symlink_to("/none/such")
    told = system_error_in_words(FileExistsError(errno.EEXIST, "File exists", str(link)), [])

    assert told.startswith(f"{link}: it is a link that leads nowhere; mount or make what it leads to")
