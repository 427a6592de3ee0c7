"""A look at every file of a folder's present release, and what puts it right."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from plugins.publish.plan.publish_plan import PublishPlan
from plugins.publish.plan.target_look import TargetLook, with_mended
from plugins.publish.targets.folder.target import FolderTarget
from tests.publish.sites import EditedSite

WHOLE = TargetLook(looked=4, missing=[], damaged=[], foreign=[])
TEXTS = {"index.html": "home", "a/index.html": "a", "a/b/index.html": "b", "c.txt": "c"}


@pytest.fixture
def site(tmp_path: Path) -> EditedSite:
    return EditedSite(tmp_path / "output").write(TEXTS)


@pytest.fixture
def target(tmp_path: Path, site: EditedSite) -> FolderTarget:
    made = FolderTarget(tmp_path / "www")
    publish(made, site)
    return made


def publish(target: FolderTarget, site: EditedSite, *, checks: bool = False, removes: bool = False) -> PublishPlan:
    with target.held():
        plan = target.plan(site)
        if checks:
            found = target.inspect(site)
            assert found is not None
            plan = with_mended(plan, found, site.files(), removes_foreign=removes)
        if not plan.is_empty:
            target.publish(site, plan, lambda: None)
    return plan


def look(target: FolderTarget, site: EditedSite) -> TargetLook:
    with target.held():
        found = target.inspect(site)
    assert found is not None
    return found


def served(target: FolderTarget) -> dict[str, str]:
    return {
        path.relative_to(target.current.resolve()).as_posix(): path.read_text()
        for path in sorted(target.current.resolve().rglob("*"))
        if path.is_file()
    }


def replaced_by_a_link(place: Path) -> None:
    place.rename(place.with_name("elsewhere"))
    place.symlink_to("elsewhere")


def replaced_by_a_folder(place: Path) -> None:
    place.unlink()
    place.mkdir()
    (place / "inside").write_text("?")


DAMAGES: dict[str, Callable[[Path], object]] = {
    "other content": lambda folder: (folder / "a/index.html").write_text("A"),
    "other content of another size": lambda folder: (folder / "a/index.html").write_text("longer"),
    "unreadable file": lambda folder: (folder / "a/index.html").chmod(0o600),
    "unreadable folder": lambda folder: (folder / "a").chmod(0o700),
    "unreadable release": lambda folder: folder.chmod(0o700),
    "missing file": lambda folder: (folder / "a/index.html").unlink(),
    "missing folder": lambda folder: shutil.rmtree(folder / "a"),
    "link in place of a file": lambda folder: replaced_by_a_link(folder / "a/index.html"),
    "link in place of a folder": lambda folder: replaced_by_a_link(folder / "a"),
    "folder in place of a file": lambda folder: replaced_by_a_folder(folder / "c.txt"),
    "file in place of a folder": lambda folder: (shutil.rmtree(folder / "a"), (folder / "a").write_text("?")),
    "missing manifest": lambda folder: shutil.rmtree(folder.parents[1] / "manifests"),
    "damaged manifest": lambda folder: next((folder.parents[1] / "manifests").iterdir()).write_text("{}"),
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_whatever_is_damaged_is_found_and_mended_in_the_present_release(
    target: FolderTarget, site: EditedSite, damage: str
) -> None:
    before = target.current_id()
    DAMAGES[damage](target.current.resolve())
    found = look(target, site)
    publish(target, site, checks=True, removes=True)

    assert not found.is_whole
    assert look(target, site) == WHOLE
    assert served(target) == TEXTS
    assert target.current_id() == before or damage == "damaged manifest"
    assert {path.stat().st_mode & 0o555 for path in target.current.resolve().rglob("*") if path.is_dir()} == {0o555}
    assert publish(target, site, checks=True).is_empty


def test_a_look_reports_missing_damaged_and_foreign_files(target: FolderTarget, site: EditedSite) -> None:
    folder = target.current.resolve()
    (folder / "a/index.html").unlink()
    (folder / "c.txt").write_text("C")
    (folder / "notes/.hidden").parent.mkdir()
    (folder / "notes/.hidden").write_text("theirs")
    (folder / "way-out").symlink_to("/")

    assert look(target, site) == TargetLook(
        looked=4, missing=["a/index.html"], damaged=["c.txt"], foreign=["notes/.hidden", "way-out"]
    )


def test_foreign_files_stay_until_somebody_wants_them_removed(target: FolderTarget, site: EditedSite) -> None:
    theirs = target.current.resolve() / "notes/theirs.txt"
    theirs.parent.mkdir()
    theirs.write_text("theirs")

    assert publish(target, site, checks=True).is_empty
    assert theirs.exists()
    assert publish(target, site, checks=True, removes=True).foreign == ["notes/theirs.txt"]
    assert not theirs.parent.exists()
    assert len(target.releases()) == 1


def test_what_is_mended_gets_a_file_of_its_own_and_the_links_of_other_releases_stay(
    target: FolderTarget, site: EditedSite
) -> None:
    old = target.current.resolve()
    publish(target, site.write({"index.html": "home again"}))
    new = target.current.resolve()
    assert (old / "c.txt").samefile(new / "c.txt")
    (new / "c.txt").write_text("C")
    publish(target, site, checks=True)

    assert ((old / "c.txt").read_text(), (new / "c.txt").read_text()) == ("C", "c")


def test_an_edit_and_a_damage_are_put_right_by_one_run(target: FolderTarget, site: EditedSite) -> None:
    (target.current / "c.txt").write_text("C")
    (target.current / "a/index.html").unlink()
    plan = publish(target, site.write({"index.html": "home again"}), checks=True)

    assert (plan.changed, plan.mended) == (["index.html"], ["a/index.html", "c.txt"])
    assert served(target) == site.texts()
    assert not os.path.lexists(target.root / ".unpurged")


def test_what_was_mended_is_purged_even_if_the_run_ends_before(target: FolderTarget, site: EditedSite) -> None:
    (target.current / "c.txt").write_text("C")
    with target.held():
        found = target.inspect(site)
        assert found is not None
        plan = with_mended(target.plan(site), found, site.files(), removes_foreign=False)
        with pytest.raises(KeyboardInterrupt):
            target.publish(site, plan, interrupted)

    with target.held():
        assert target.plan(site).touched == ["c.txt"]


@pytest.mark.parametrize("text", ["", "garbage", "{}", '{"index.html": {}}'])
def test_a_manifest_that_cannot_be_read_is_told_and_written_anew(
    target: FolderTarget, site: EditedSite, text: str
) -> None:
    manifest = next(target.manifests.iterdir())
    whole = manifest.read_text()
    manifest.write_text(text)
    with target.held():
        found = target.inspect(site)
    publish(target, site, checks=True)

    assert found is not None
    assert found.records == (f"manifests/{manifest.name}",)
    assert manifest.read_text() == whole


def interrupted() -> None:
    raise KeyboardInterrupt
