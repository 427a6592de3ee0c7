import os
from datetime import UTC, datetime
from pathlib import Path

import pytest

from plugins.publish.errors import PublishError
from plugins.publish.site.kept_release import KeptSite
from plugins.publish.site.manifest import PublishedFile, describe_folder
from plugins.publish.targets.base import Purge
from plugins.publish.targets.folder.target import FolderTarget


def write_site(folder: Path, **texts: str) -> dict[str, PublishedFile]:
    for name, text in {"index": "home", **texts}.items():
        path = folder / name / "index.html" if name != "index" else folder / "index.html"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return describe_folder(folder)


def site_of(folder: Path) -> KeptSite:
    return KeptSite(describe_folder(folder), lambda path, _: folder / path)


def publish(target: FolderTarget, output: Path, purge: Purge = lambda: None) -> str:
    """Publish what is in a folder, each time a second later than the last."""
    started = datetime(2026, 1, 1, tzinfo=UTC).timestamp()
    with target.held(), pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", str(int(started) + len(target.releases())))
        site = site_of(output)
        return target.publish(site, target.plan(site), purge).id


@pytest.fixture
def target(tmp_path: Path) -> FolderTarget:
    return FolderTarget(tmp_path / "published")


@pytest.fixture
def output(tmp_path: Path) -> Path:
    write_site(tmp_path / "output", one="1", two="2")
    return tmp_path / "output"


def test_readers_get_the_release_through_the_link(target: FolderTarget, output: Path) -> None:
    name = publish(target, output)

    assert target.current.readlink() == Path("releases") / name
    assert describe_folder(target.current) == describe_folder(output) == target.current_files()


def test_nothing_but_the_site_is_in_a_release(target: FolderTarget, output: Path) -> None:
    name = publish(target, output)

    assert sorted(path.name for path in target.root.iterdir()) == [".lock", "current", "manifests", "releases"]
    assert sorted(path.name for path in (target.releases_folder / name).iterdir()) == ["index.html", "one", "two"]


def test_an_unchanged_file_is_linked_and_a_changed_one_is_not(target: FolderTarget, output: Path) -> None:
    first = publish(target, output)
    write_site(output, one="another", two="2")
    second = publish(target, output)

    def is_one_file(path: str) -> bool:
        return (target.releases_folder / first / path).samefile(target.releases_folder / second / path)

    assert is_one_file("two/index.html")
    assert not is_one_file("one/index.html")


def test_an_unchanged_file_that_lost_bytes_is_copied_anew(target: FolderTarget, output: Path) -> None:
    first = publish(target, output)
    (target.releases_folder / first / "two" / "index.html").write_text("")
    write_site(output, one="another")
    publish(target, output)

    assert describe_folder(target.current) == describe_folder(output)


def test_files_and_folders_can_be_read_by_a_web_server_of_another_user(target: FolderTarget, output: Path) -> None:
    write_site(output, **{"2026/11/deep": "3"})
    before = os.umask(0o077)
    try:
        publish(target, output)
    finally:
        os.umask(before)

    modes = {path.is_dir(): path.stat().st_mode & 0o777 for path in target.current.resolve().rglob("*")}
    assert modes == {True: 0o755, False: 0o644}
    assert target.releases_folder.stat().st_mode & 0o777 == target.root.stat().st_mode & 0o777 == 0o755


def test_only_the_newest_releases_are_kept_with_their_manifests(target: FolderTarget, output: Path) -> None:
    target = FolderTarget(target.root, keep=2)
    names = []
    for number in range(4):
        write_site(output, one=str(number))
        names.append(publish(target, output))

    assert sorted(path.name for path in target.releases_folder.iterdir()) == names[2:]
    assert sorted(path.stem for path in target.manifests.iterdir()) == names[2:]


def test_the_current_release_is_kept_however_old_it_is(target: FolderTarget, output: Path) -> None:
    names = []
    for number in range(4):
        write_site(output, one=str(number))
        names.append(publish(target, output))
    target.current.unlink()
    target.current.symlink_to(Path("releases") / names[0])

    assert FolderTarget(target.root, keep=2).prune() == [names[1]]
    assert len(describe_folder(target.current)) == 3


def test_a_release_without_its_manifest_is_read_from_its_files(target: FolderTarget, output: Path) -> None:
    name = publish(target, output)
    (target.manifests / f"{name}.json").unlink()

    assert target.current_files() == describe_folder(output)


def test_before_the_first_release_there_is_none(target: FolderTarget) -> None:
    assert (target.current_id(), target.current_files()) == (None, None)


def test_what_an_interrupted_run_left_is_removed(target: FolderTarget, output: Path) -> None:
    name = publish(target, output)
    (target.releases_folder / ".partial-x" / "deep").mkdir(parents=True)
    (target.manifests / "20260101T000000Z-000000000000.json").touch()
    (target.manifests / "20260101T000000Z-000000000000.json.partial").touch()
    (target.root / ".current-next").symlink_to("releases/x")

    with target.held():
        pass

    assert [path.name for path in target.releases_folder.iterdir()] == [name]
    assert [path.stem for path in target.manifests.iterdir()] == [name]
    assert not (target.root / ".current-next").is_symlink()


def test_a_file_that_changed_after_the_build_stops_the_release(target: FolderTarget, output: Path) -> None:
    site = site_of(output)
    (output / "one" / "index.html").write_text("!")

    with (
        target.held(),
        pytest.raises(PublishError, match=r"one/index\.html changed after the build had written it; run again"),
    ):
        target.publish(site, target.plan(site), lambda: None)

    assert list(target.releases_folder.iterdir()) == []


def test_a_folder_with_other_things_is_refused(tmp_path: Path) -> None:
    (tmp_path / "thesis.odt").touch()

    with (
        pytest.raises(PublishError, match=r"holds other things \(thesis\.odt\); name a folder"),
        FolderTarget(tmp_path).held(),
    ):
        pass


def test_a_file_is_refused_as_target(tmp_path: Path) -> None:
    (tmp_path / "file").touch()

    with pytest.raises(PublishError, match="file is a file; name a folder"), FolderTarget(tmp_path / "file").held():
        pass


def test_a_real_folder_in_place_of_the_link_is_refused(target: FolderTarget) -> None:
    target.current.mkdir(parents=True)

    with pytest.raises(PublishError, match="current is not a link to a release; move it away and run again"):
        target.current_id()


def test_copies_are_purged_after_the_switch(target: FolderTarget, output: Path) -> None:
    seen: list[Path] = []
    name = publish(target, output, lambda: seen.append(target.current.readlink()))

    assert seen == [Path("releases") / name]


def test_what_could_not_be_purged_is_purged_by_the_next_run_without_another_release(
    target: FolderTarget, output: Path
) -> None:
    def fail() -> None:
        raise PublishError("the network does not answer")

    publish(target, output)
    write_site(output, one="another")
    with pytest.raises(PublishError, match="the network does not answer"):
        publish(target, output, fail)
    with target.held():
        left = target.plan(site_of(output))
    publish(target, output)
    with target.held():
        after = target.plan(site_of(output))

    assert (left.touched, left.is_empty) == (["one/index.html"], False)
    assert (after.touched, after.is_empty) == ([], True)
    assert len(target.releases()) == 2


def test_a_kept_release_can_be_published_again(target: FolderTarget, output: Path) -> None:
    first = publish(target, output)
    before = describe_folder(output)
    write_site(output, one="another")
    publish(target, output)
    with target.held():
        site = target.kept(first)
        again = target.publish(site, target.plan(site), lambda: None)

    assert target.current_files() == before
    assert [release.id for release in target.releases() if release.is_current] == [again.id]


def test_a_release_that_is_not_kept_is_told_with_those_that_are(target: FolderTarget, output: Path) -> None:
    name = publish(target, output)

    with pytest.raises(PublishError, match=f"there is no release 'x' in .*; kept are: {name}"):
        target.kept("x")
