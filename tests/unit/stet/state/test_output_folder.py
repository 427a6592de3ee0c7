import hashlib
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from plugins.stet.build_errors import BuildError
from plugins.stet.state.ledger import KnownFile
from plugins.stet.state.output_folder import OutputFolder
from plugins.stet.state.signatures import OUTPUT_MARGIN, UNSETTLED, signature_of
from tests.unit.stet.conftest import LONG_AGO, in_a_child, write

FILES = {"index.html": "home", "a/one.html": "1", "a/deep/two.html": "2"}
LATER = 2 * LONG_AGO
"""When all has settled."""


@pytest.fixture
def folder(tmp_path: Path) -> OutputFolder:
    folder = OutputFolder(write(tmp_path / "output", FILES), tmp_path / "staging", spared=["CNAME"])
    folder.prepare()
    return folder


def standing(folder: OutputFolder) -> dict[str, KnownFile]:
    return {path: KnownFile(0, b"", signature) for path, signature in folder.signatures(FILES, LATER).items()}


def known(folder: OutputFolder) -> dict[str, bytes]:
    return folder.signatures(["", "a", "a/deep"], LATER)


def test_files_that_are_as_they_were_left_are_not_touched(folder: OutputFolder) -> None:
    assert folder.edited_files(standing(folder)) == set()


def test_whatever_was_done_to_a_file_is_noticed(folder: OutputFolder, tmp_path: Path) -> None:
    left = standing(folder)
    (folder.root / "index.html").unlink()
    (folder.root / "a/one.html").write_text("x")
    (folder.root / "a/deep/two.html").rename(tmp_path / "elsewhere")
    (folder.root / "a/deep/two.html").symlink_to(tmp_path / "elsewhere")

    assert folder.edited_files(left) == set(FILES)


def test_a_file_that_had_not_settled_is_suspected(folder: OutputFolder) -> None:
    status = (folder.root / "index.html").stat()

    (signature,) = folder.signatures(["index.html"], status.st_ctime_ns + OUTPUT_MARGIN - 1).values()

    assert signature == UNSETTLED
    assert folder.edited_files({"index.html": KnownFile(0, b"", signature)}) == {"index.html"}


def test_the_root_has_a_signature_under_the_empty_path(folder: OutputFolder) -> None:
    assert folder.signatures([""], LATER) == {"": signature_of(folder.root.stat())}


def test_where_no_folder_has_changed_no_stranger_is_looked_for(folder: OutputFolder) -> None:
    assert folder.foreign_files(known(folder), FILES) == ([], set())


def test_strangers_are_found_and_of_strange_folders_the_topmost(folder: OutputFolder) -> None:
    left = known(folder)
    write(folder.root, {"a/stray": "", "a/deep/stray": "", "strange/deep/file": "", "CNAME": "", "a/CNAME": ""})

    found, looked_into = folder.foreign_files(left, FILES)

    assert sorted(found) == ["a/CNAME", "a/deep/stray", "a/stray", "strange"]
    assert looked_into == {"", "a", "a/deep"}


def test_a_link_is_a_stranger_and_not_followed(folder: OutputFolder, tmp_path: Path) -> None:
    left = known(folder)
    (folder.root / "link").symlink_to(write(tmp_path / "elsewhere", {"file": ""}))

    assert folder.foreign_files(left, FILES)[0] == ["link"]


def test_in_a_folder_that_nothing_is_known_of_strangers_are_found(folder: OutputFolder) -> None:
    write(folder.root, {"a/deep/stray": ""})

    assert folder.foreign_files({}, FILES)[0] == ["a/deep/stray"]


def test_a_file_that_shall_be_there_is_no_stranger(folder: OutputFolder) -> None:
    left = known(folder)
    write(folder.root, {"a/new.html": "", "b/new.html": ""})

    assert folder.foreign_files(left, [*FILES, "a/new.html", "b/new.html"])[0] == []


def test_where_all_is_spared_there_are_no_strangers(folder: OutputFolder, tmp_path: Path) -> None:
    write(folder.root, {"stray": ""})

    assert OutputFolder(folder.root, tmp_path / "staging", None).foreign_files({}, FILES)[0] == []


def test_what_is_staged_changes_nothing_of_the_output(folder: OutputFolder) -> None:
    folder.stage(0, b"new")

    assert (folder.root / "index.html").read_text() == "home"
    assert (folder.staging / "0").read_bytes() == b"new"


def test_preparing_empties_what_a_killed_build_has_left(folder: OutputFolder) -> None:
    folder.stage(0, b"old")
    folder.prepare()

    assert list(folder.staging.iterdir()) == []
    folder.clear()
    assert not folder.staging.exists()


def test_staged_files_are_moved_to_their_paths_and_others_removed_with_empty_folders(folder: OutputFolder) -> None:
    for number, body in enumerate((b"new home", b"3")):
        folder.stage(number, body)

    folder.apply({"index.html": 0, "b/three.html": 1}, ["a/deep/two.html"], [])

    assert sorted(path.relative_to(folder.root).as_posix() for path in folder.root.rglob("*")) == [
        *("a", "a/one.html", "b", "b/three.html", "index.html"),
    ]
    assert (folder.root / "index.html").read_bytes() == b"new home"
    assert list(folder.staging.iterdir()) == []


def test_obstacles_make_way_before_files_move(folder: OutputFolder) -> None:
    folder.stage(0, b"new")

    folder.apply({"a/one.html/index.html": 0}, [], ["a/one.html"])

    assert (folder.root / "a/one.html/index.html").read_bytes() == b"new"


def test_what_is_gone_already_is_removed(folder: OutputFolder) -> None:
    folder.apply({}, ["none.html", "none/deep.html", "index.html/x"], [])

    assert (folder.root / "index.html").read_text() == "home"


def test_the_root_stays_also_when_it_is_empty(folder: OutputFolder) -> None:
    folder.apply({}, FILES, [])

    assert list(folder.root.iterdir()) == []


def test_a_strange_folder_is_removed_whole_and_a_link_without_what_it_leads_to(
    folder: OutputFolder, tmp_path: Path
) -> None:
    write(folder.root, {"strange/deep/file": ""})
    (folder.root / "link").symlink_to(write(tmp_path / "elsewhere", {"file": "stays"}))

    folder.apply({}, ["strange", "link"], [])

    assert sorted(path.name for path in folder.root.iterdir()) == ["a", "index.html"]
    assert (tmp_path / "elsewhere/file").read_text() == "stays"


def test_the_digest_of_a_file_is_empty_where_there_is_none(folder: OutputFolder) -> None:
    (folder.root / "link").symlink_to(folder.root / "index.html")

    assert folder.sha256("index.html") == hashlib.sha256(b"home").digest()
    assert [folder.sha256(path) for path in ("none", "a", "link", "index.html/x")] == [b""] * 4


@pytest.fixture
def open_place() -> Iterator[Path]:
    """Return a folder that any user can reach."""
    with tempfile.TemporaryDirectory() as place:
        Path(place).chmod(0o777)
        yield Path(place)


def drop_privileges() -> None:
    """Become somebody whom the system refuses what root may do."""
    if os.geteuid() == 0:
        os.setgid(65534)
        os.setuid(65534)


def test_a_folder_that_nobody_may_write_to_is_refused_before_anything_moves(open_place: Path) -> None:
    root = open_place / "output"

    def work() -> None:
        drop_privileges()
        folder = OutputFolder(write(root, FILES), open_place / "staging")
        folder.prepare()
        for number in range(3):
            folder.stage(number, b"new")
        (root / "z").mkdir()
        (root / "z").chmod(0o500)
        said = rf"^{root}/z: Permission denied; nothing of the output was changed; see to that and run again$"
        with pytest.raises(BuildError, match=said):
            folder.apply({"index.html": 0, "a/one.html": 1, "z/new.html": 2}, ["a/deep/two.html"], [])
        assert {path: (root / path).read_text() for path in FILES} == FILES

    assert in_a_child(work) == 0


def test_a_folder_that_nobody_may_make_a_folder_in_is_refused_before_anything_moves(open_place: Path) -> None:
    root = open_place / "output"

    def work() -> None:
        drop_privileges()
        folder = OutputFolder(write(root, FILES), open_place / "staging")
        folder.prepare()
        folder.stage(0, b"new")
        folder.stage(1, b"new")
        (root / "a").chmod(0o500)
        with pytest.raises(BuildError, match=r"a/new: Permission denied; nothing of the output was changed"):
            folder.apply({"index.html": 0, "a/new/x.html": 1}, [], [])
        assert (root / "index.html").read_text() == "home"

    assert in_a_child(work) == 0


def test_where_no_staging_folder_can_be_made_a_build_is_refused(open_place: Path) -> None:
    def work() -> None:
        drop_privileges()
        (open_place / "state").mkdir()
        (open_place / "state").chmod(0o500)
        with pytest.raises(BuildError, match=r"state/staging: Permission denied; nothing of the output was changed"):
            OutputFolder(open_place / "output", open_place / "state/staging").prepare()

    assert in_a_child(work) == 0


def test_an_output_on_another_disk_is_refused_before_a_page_is_made(tmp_path: Path) -> None:
    disks = [folder for folder in (Path("/dev/shm"), Path(__file__).parent) if folder.is_dir()]
    other = next((folder for folder in disks if folder.stat().st_dev != tmp_path.stat().st_dev), None)
    if other is None:
        pytest.skip("there is no second file system here")
    with tempfile.TemporaryDirectory(dir=other) as elsewhere:
        (tmp_path / "output").symlink_to(elsewhere)
        folder = OutputFolder(tmp_path / "output", tmp_path / "output.stet/staging")

        with pytest.raises(BuildError, match=r"output is on another disk than \S+output\.stet; have both on one"):
            folder.prepare()
