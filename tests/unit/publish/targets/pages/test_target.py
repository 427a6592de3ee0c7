"""The folder that GitHub Pages and GitLab Pages take."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from plugins.publish.errors import PublishError
from plugins.publish.plan.publish_plan import PublishPlan
from plugins.publish.targets.pages.target import MARK, PagesTarget, pages_folder
from tests.publish.sites import EditedSite


@pytest.fixture
def site(tmp_path: Path) -> EditedSite:
    return EditedSite(tmp_path / "output").write({"index.html": "home", "a b/é.html": "a", "b.txt": "b"})


@pytest.fixture
def target(tmp_path: Path) -> PagesTarget:
    return PagesTarget(folder=tmp_path / "_site", record=tmp_path / "record", keep=2, who="ann@desk")


def publish(target: PagesTarget, site: EditedSite) -> PublishPlan:
    with target.held():
        plan = target.plan(site)
        target.publish(site, plan, lambda: None)
    return plan


def texts(folder: Path) -> dict[str, str]:
    files = (path for path in folder.rglob("*") if path.is_file() and path.name != MARK)
    return {path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in files}


def test_the_folder_holds_the_whole_site_as_plain_files(target: PagesTarget, site: EditedSite) -> None:
    publish(target, site)
    publish(target, site.write({"index.html": "other", "b.txt": None}))

    assert texts(target.folder) == site.texts()
    assert not any(path.is_symlink() for path in target.folder.rglob("*"))
    assert all(path.stat().st_mode & 0o444 == 0o444 for path in target.folder.rglob("*"))


def test_the_plan_is_against_the_last_release_that_this_machine_knows(target: PagesTarget, site: EditedSite) -> None:
    first = publish(target, site)
    second = publish(target, site.write({"index.html": "other", "b.txt": None, "c.txt": "c"}))

    assert (first.before, first.new) == (None, list(first.files))
    assert (second.new, second.changed, second.removed) == (["c.txt"], ["index.html"], ["b.txt"])


def test_a_folder_that_is_gone_is_filled_again_though_nothing_has_changed(
    target: PagesTarget, site: EditedSite, tmp_path: Path
) -> None:
    publish(target, site)
    target.folder.rename(tmp_path / "elsewhere")

    plan = publish(target, site)

    assert (plan.sent, plan.removed, plan.is_empty) == ([], [], False)
    assert texts(target.folder) == site.texts()


def test_a_release_that_fails_leaves_no_folder_and_is_not_noted(target: PagesTarget, site: EditedSite) -> None:
    publish(target, site)
    site.write({"index.html": "other"})
    (site.root / "index.html").write_text("OTHER")

    with pytest.raises(PublishError, match=r"index\.html changed after the build had written it; run again"):
        publish(target, site)

    assert not target.folder.exists()
    with target.held():
        assert [release.is_current for release in target.releases()] == [True]


def test_a_folder_with_other_things_is_left_alone(target: PagesTarget, site: EditedSite) -> None:
    target.folder.mkdir()
    (target.folder / MARK).touch()
    (target.folder / "manual.md").write_text("Words.")

    with pytest.raises(PublishError) as caught:
        publish(target, site)

    assert str(caught.value) == (
        f"target pages://{target.folder}: that folder holds other things (.nojekyll), and would be emptied; "
        "name a new one (pages://_site)"
    )
    assert (target.folder / "manual.md").exists()


@contextmanager
def served(folder: Path) -> Iterator[str]:
    handler = partial(SimpleHTTPRequestHandler, directory=folder)
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def test_what_readers_have_is_fetched_from_the_public_address(target: PagesTarget, site: EditedSite) -> None:
    publish(target, site.write({"gone/index.html": "words", "late.html": "old"}))
    (target.folder / "late.html").unlink()
    (target.folder / "late.html").write_text("other")

    with served(target.folder) as url, target.held():
        target.url = url
        found = [target.read(path) for path in ("gone/index.html", "late.html", "none.html")]

    assert found == [b"words", None, None]
    with target.held():
        assert target.read("gone/index.html") is None  # nobody answers any more


def test_an_earlier_release_is_an_earlier_commit(target: PagesTarget, site: EditedSite) -> None:
    publish(target, site)
    publish(target, site.write({"index.html": "other"}))

    with target.held():
        newer, older = target.releases()
        with pytest.raises(PublishError, match="git revert what came after it, and push"):
            target.kept(older.id)
    assert (newer.is_current, older.is_current, newer.who) == (True, False, "ann@desk")


def test_a_file_with_the_name_of_the_mark_is_refused(target: PagesTarget, site: EditedSite) -> None:
    with pytest.raises(PublishError, match=r"\.nojekyll is a name of the folder's own"):
        publish(target, site.write({MARK: ""}))


@pytest.mark.parametrize(
    ("address", "folder"), [("pages://_site", "_site"), ("PAGES://public/", "public"), ("pages:///srv/x", "/srv/x")]
)
def test_an_address_names_a_folder(address: str, folder: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)

    assert pages_folder(address) == Path(folder)


@pytest.mark.parametrize("address", ["pages://", "pages:///", "pages://~/site"])
def test_an_address_without_a_folder_is_refused(address: str) -> None:
    with pytest.raises(PublishError, match="names no folder; write pages://_site for GitHub Pages"):
        pages_folder(address)


def test_a_folder_of_the_checkout_is_refused_with_an_address_to_write(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)

    with pytest.raises(PublishError) as caught:
        pages_folder("pages://content/site")

    assert str(caught.value) == (
        "target 'pages://content/site' lies in content/, which is no place for releases; "
        "name a folder of its own (PUBLISH_TARGET=pages://_site)"
    )
