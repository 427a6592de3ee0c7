"""A look at every file of a server's present release over SSH, and what puts it right."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from plugins.publish.plan.publish_plan import PublishPlan
from plugins.publish.plan.target_look import TargetLook, with_mended
from plugins.publish.targets.server.target import ServerTarget
from tests.publish.server.ssh_server import SshServer, lacking, ssh_server
from tests.publish.sites import EditedSite

pytestmark = pytest.mark.skipif(bool(lacking()), reason=f"this machine has no {', '.join(lacking())}")

ODD = "a b/é & ' \" % ~ (1)?+#[x]*.html"
TEXTS = {"index.html": "home", "a/b/index.html": "b", "-rf/--help.txt": "help", ODD: "odd"}


@pytest.fixture(scope="module")
def sshd(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SshServer]:
    with ssh_server(tmp_path_factory.mktemp("ssh")) as server:
        yield server


@pytest.fixture
def site(tmp_path: Path) -> EditedSite:
    return EditedSite(tmp_path / "output").write(TEXTS)


@pytest.fixture
def target(sshd: SshServer, tmp_path: Path, site: EditedSite) -> ServerTarget:
    made = ServerTarget(
        address=sshd.address(tmp_path / "www"), local_folder=tmp_path / "local", options=sshd.options, keep=2
    )
    publish(made, site)
    return made


def publish(
    target: ServerTarget, site: EditedSite, *, checks: bool = False, removes: bool = False
) -> tuple[PublishPlan, TargetLook | None]:
    with target.held():
        plan, found = target.plan(site), None
        if checks:
            found = target.inspect(site)
            assert found is not None
            plan = with_mended(plan, found, site.files(), removes_foreign=removes)
        if not plan.is_empty:
            target.publish(site, plan, lambda: None)
    return plan, found


def served(folder: Path) -> dict[str, str]:
    current = (folder / "current").resolve()
    return {
        path.relative_to(current).as_posix(): path.read_text() for path in sorted(current.rglob("*")) if path.is_file()
    }


def put_a_link(place: Path) -> None:
    elsewhere = place.with_name(f"not {place.name}")
    place.rename(elsewhere)
    place.symlink_to(elsewhere.name)


DAMAGES: dict[str, Callable[[Path], object]] = {
    "other content": lambda folder: (folder / ODD).write_text("ODD"),
    "unreadable": lambda folder: ((folder / "a").chmod(0o700), (folder / ODD).chmod(0o600)),
    "missing": lambda folder: (shutil.rmtree(folder / "a"), (folder / "-rf/--help.txt").unlink()),
    "links": lambda folder: (put_a_link(folder / "a"), put_a_link(folder / "index.html")),
    "file in place of a folder": lambda folder: (shutil.rmtree(folder / "-rf"), (folder / "-rf").write_text("?")),
    "missing manifest": lambda folder: shutil.rmtree(folder.parents[1] / "manifests"),
    "damaged manifest": lambda folder: next((folder.parents[1] / "manifests").iterdir()).write_text("{}"),
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_whatever_is_damaged_is_found_and_mended_in_the_present_release(
    target: ServerTarget, site: EditedSite, tmp_path: Path, damage: str
) -> None:
    folder = (tmp_path / "www/current").resolve()
    DAMAGES[damage](folder)
    _, found = publish(target, site, checks=True, removes=True)
    again, whole = publish(target, site, checks=True)

    assert found is not None
    assert not found.is_whole
    assert whole == TargetLook(looked=4, missing=[], damaged=[], foreign=[], records=[])
    assert again.is_empty
    assert served(tmp_path / "www") == TEXTS
    assert (tmp_path / "www/current").resolve() == folder


def test_a_look_reports_missing_damaged_and_foreign_files_and_an_edit_is_published_with_the_mending(
    target: ServerTarget, site: EditedSite, tmp_path: Path
) -> None:
    folder = (tmp_path / "www/current").resolve()
    (folder / ODD).write_text("ODD")
    (folder / "a/b/index.html").unlink()
    (folder / "their notes").mkdir()
    (folder / "their notes/a.txt").write_text("theirs")
    plan, found = publish(target, site.write({"index.html": "home again"}), checks=True, removes=True)

    assert found == TargetLook(
        looked=4, missing=["a/b/index.html"], damaged=[ODD], foreign=["their notes/a.txt"], records=[]
    )
    assert (plan.changed, plan.mended, plan.foreign) == (
        ["index.html"],
        [ODD, "a/b/index.html"],
        ["their notes/a.txt"],
    )
    assert served(tmp_path / "www") == site.texts()
    assert not (tmp_path / "www/current/their notes").exists()
