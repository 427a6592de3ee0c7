import json
import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from plugins.start.begin import carry_out, write_aside
from plugins.start.git import Git
from plugins.start.merge_release import BACK, begin_update, conflicts, finish_update, pending_update
from plugins.start.release import make_release
from plugins.start.stopped_error import StoppedError
from plugins.start.versions import Version, version_of
from tests.unit.start.conftest import KIT, commit, write
from tests.unit.start.test_begin import NEW, files, ignore

pytestmark = pytest.mark.slow


def releases(kit: Path, version: str, changes: Mapping[str, str | None]) -> None:
    """Make a release with changes; the digest of the demonstration is no part of these tests."""
    changelog = (kit / "CHANGELOG.md").read_text().replace("## Unreleased\n", "## Unreleased\n\n- More.\n", 1)
    commit(kit, {"CHANGELOG.md": changelog, **changes})
    make_release(kit, Version.parse(version), date(2026, 11, 30))


@pytest.fixture
def published(kit: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A publication that was started at release 1.0.0 of the kit and edited since."""
    monkeypatch.setattr("plugins.start.release.is_untouched", lambda root: True)
    releases(kit, "1.0.0", {})
    folder = tmp_path / "publication"
    Git(kit).says("clone", "--quiet", ".", str(folder))
    begun(folder)
    return folder


def begun(folder: Path) -> None:
    write_aside(folder, NEW)
    carry_out(folder, ignore)
    own = {"content/articles/own.md": "Own.\n", "content/brand/icon.svg": "<svg/>", "pelicanconf.py": "NEW = 2\n"}
    if Git(folder).is_there:
        commit(folder, own, "Ours")
    else:
        write(folder, own)


CHANGES: Mapping[str, str | None] = {
    "plugins/one.py": "a = 1\nb = 2\nc = 3\nd = 4\ne = 50\n",
    "plugins/three.py": "THREE = 3\n",
    "plugins/two.py": None,
    "content/articles/new-sample.md": "New.\n",
    "content/pages/about.md": "Anew about the kit.\n",
    "pelicanconf.py": 'SITEURL = "https://anew.example"\n',
    "README.md": "The kit, anew.\n",
}


def own_files(folder: Path) -> dict[str, str]:
    return {path: text for path, text in files(folder).items() if path.startswith(("content/", "pelican", "README"))}


def update(folder: Path, *, to: str = "", source: str = "") -> None:
    assert begin_update(folder, source, to, ignore)
    git = Git(folder)
    pending = pending_update(git)
    assert pending
    assert conflicts(git) == []
    finish_update(git, pending)


def test_an_update_brings_the_kits_files_and_leaves_the_publications(kit: Path, published: Path) -> None:
    releases(kit, "1.1.0", CHANGES)
    before = own_files(published)

    update(published)

    after = files(published)
    assert own_files(published) == before
    assert "content/articles/new-sample.md" not in after
    assert after["plugins/one.py"] == CHANGES["plugins/one.py"]
    assert "plugins/three.py" in after
    assert "plugins/two.py" not in after
    assert version_of(published) == Version(1, 1, 0)
    git = Git(published)
    assert git.says("log", "-1", "--format=%s") == "Update the kit to 1.1.0"
    assert git.changes() == []
    assert git.tells("merge-base", "--is-ancestor", "refs/kit/v1.1.0", "HEAD")


def test_the_demonstration_that_tests_need_follows(kit: Path, published: Path) -> None:
    releases(kit, "1.1.0", CHANGES)

    update(published)

    moved = published / "tests/demonstration"
    assert (moved / "content/articles/new-sample.md").read_text() == "New.\n"
    assert (moved / "pelicanconf.py").read_text() == CHANGES["pelicanconf.py"]
    assert (moved / "theme").is_symlink()


def test_one_update_after_another(kit: Path, published: Path) -> None:
    releases(kit, "1.1.0", CHANGES)
    update(published)
    releases(kit, "1.2.0", {"plugins/one.py": "a = 1\nb = 2\nc = 3\nd = 40\ne = 50\n"})
    releases(kit, "1.3.0", {"plugins/two.py": "TWO = 22\n"})

    update(published, to="1.2.0")
    there = version_of(published)
    update(published)

    assert (there, version_of(published)) == (Version(1, 2, 0), Version(1, 3, 0))
    assert (published / "plugins/two.py").read_text() == "TWO = 22\n"


def test_an_update_that_was_reverted_can_be_made_again(kit: Path, published: Path) -> None:
    before = files(published)
    releases(kit, "1.1.0", CHANGES)
    update(published)
    whole = files(published)

    Git(published).says("revert", "--no-edit", "-m", "1", "HEAD")
    reverted = files(published)
    update(published)

    assert reverted == before
    assert files(published) == whole


def test_an_unpacked_archive_is_updated_as_well(kit: Path, published: Path, tmp_path: Path) -> None:
    unpacked = tmp_path / "unpacked"
    Git(kit).says("checkout-index", "--all", f"--prefix={unpacked}/")
    begun(unpacked)
    before = own_files(unpacked)
    releases(kit, "1.1.0", CHANGES)

    update(unpacked, source=str(kit))

    assert own_files(unpacked) == before
    assert (unpacked / "plugins/one.py").read_text() == CHANGES["plugins/one.py"]
    assert Git(unpacked).says("log", "--format=%s") == "Update the kit to 1.1.0\nBegin"


def test_a_publication_whose_history_is_shallow_is_updated_as_well(kit: Path, published: Path, tmp_path: Path) -> None:
    shallow = tmp_path / "shallow"
    Git(kit).says("clone", "--quiet", "--depth=1", f"file://{kit}", str(shallow))
    begun(shallow)
    releases(kit, "1.1.0", CHANGES)

    update(shallow)

    assert (shallow / "plugins/one.py").read_text() == CHANGES["plugins/one.py"]


def test_changes_of_ones_own_elsewhere_in_a_file_of_the_kit_stay(kit: Path, published: Path) -> None:
    commit(published, {"plugins/one.py": "a = 10\nb = 2\nc = 3\nd = 4\ne = 5\n"})
    releases(kit, "1.1.0", CHANGES)

    update(published)

    assert (published / "plugins/one.py").read_text() == "a = 10\nb = 2\nc = 3\nd = 4\ne = 50\n"


def test_a_file_of_the_kit_that_was_removed_stays_removed_and_that_is_told(kit: Path, published: Path) -> None:
    commit(published, {"plugins/one.py": None})
    releases(kit, "1.1.0", CHANGES)
    told: list[str] = []

    begin_update(published, "", "", told.append)

    assert "plugins/one.py: changed in 1.1.0, and you had removed it; it stays removed" in told
    assert conflicts(Git(published)) == []
    assert not (published / "plugins/one.py").exists()


@pytest.mark.parametrize(
    ("own", "theirs"),
    [
        ({"plugins/one.py": "a = 1\nb = 2\nc = 3\nd = 4\ne = 500\n"}, {}),
        ({"plugins/two.py": "TWO = 222\n"}, {}),  # the release removes it
        ({"plugins/three.py": "THREE = 333\n"}, {}),  # the release has one of that name
    ],
)
def test_what_meets_is_told_and_the_way_back_leads_to_where_one_was(
    kit: Path, published: Path, own: Mapping[str, str | None], theirs: Mapping[str, str | None]
) -> None:
    commit(published, own)
    releases(kit, "1.1.0", {**CHANGES, **theirs})
    before, head = files(published), Git(published).says("rev-parse", "HEAD")

    begin_update(published, "", "", ignore)
    found = conflicts(Git(published))
    Git(published).says(*BACK.split()[1:])

    assert found == list(own)
    assert files(published) == before
    assert (Git(published).changes(), Git(published).says("rev-parse", "HEAD")) == ([], head)
    assert pending_update(Git(published)) is None


def test_an_update_goes_on_once_conflicts_are_settled(kit: Path, published: Path) -> None:
    commit(published, {"plugins/one.py": "a = 1\nb = 2\nc = 3\nd = 4\ne = 500\n"})
    releases(kit, "1.1.0", CHANGES)
    begin_update(published, "", "", ignore)
    write(published, {"plugins/one.py": "settled = 1\n"})
    Git(published).says("add", "plugins/one.py")

    update(published)

    assert (published / "plugins/one.py").read_text() == "settled = 1\n"
    assert version_of(published) == Version(1, 1, 0)


def test_what_is_edited_after_the_way_back_is_no_update(kit: Path, published: Path) -> None:
    commit(published, {"plugins/one.py": "a = 1\nb = 2\nc = 3\nd = 4\ne = 500\n"})
    releases(kit, "1.1.0", CHANGES)
    begin_update(published, "", "", ignore)
    Git(published).says(*BACK.split()[1:])

    write(published, {"content/pages/about.md": "Edited.\n"})

    assert pending_update(Git(published)) is None
    assert "no commit has, first content/pages/about.md" in refused(published)


def killed_at(monkeypatch: pytest.MonkeyPatch, command: str, *, is_done: bool) -> None:
    """Let an update end where git is asked for `command`, before or after git did it."""
    tells = Git.tells

    def dying(git: Git, *arguments: str) -> bool:
        if arguments[0] != command:
            return tells(git, *arguments)
        if is_done:
            tells(git, *arguments)
        raise KeyboardInterrupt

    monkeypatch.setattr(Git, "tells", dying)


def test_an_update_that_was_killed_before_it_changed_files_begins_anew(kit: Path, published: Path) -> None:
    releases(kit, "1.1.0", CHANGES)
    with pytest.MonkeyPatch.context() as patch, pytest.raises(KeyboardInterrupt):
        killed_at(patch, "cherry-pick", is_done=False)
        begin_update(published, "", "", ignore)

    update(published)

    assert (published / "plugins/one.py").read_text() == CHANGES["plugins/one.py"]
    assert version_of(published) == Version(1, 1, 0)


def test_an_update_that_was_killed_half_way_is_taken_back_first(kit: Path, published: Path) -> None:
    releases(kit, "1.1.0", CHANGES)
    with pytest.MonkeyPatch.context() as patch, pytest.raises(KeyboardInterrupt):
        killed_at(patch, "cherry-pick", is_done=True)
        begin_update(published, "", "", ignore)
    write(published, {"plugins/one.py": KIT["plugins/one.py"]})  # which git had not come to

    said = refused(published)
    for command in re.findall(r"git (reset \S+|clean \S+ [\w-]+)", said):
        Git(published).says(*command.split())
    update(published)

    assert said.startswith("The update to 1.1.0 was stopped while git merged it")
    assert (published / "plugins/one.py").read_text() == CHANGES["plugins/one.py"]
    assert version_of(published) == Version(1, 1, 0)


def test_an_update_that_an_earlier_release_began_goes_on(kit: Path, published: Path) -> None:
    releases(kit, "1.1.0", CHANGES)
    begin_update(published, "", "", ignore)
    note = published / ".git" / "kit-update.json"
    begun = json.loads(note.read_text())
    note.write_text(json.dumps({key: begun[key] for key in ("head", "old", "new")}))  # all that 1.0.0 writes

    pending = pending_update(Git(published))

    assert pending is not None
    assert (pending.old, pending.new) == ("1.0.0", "1.1.0")


def test_an_archive_of_a_branch_is_compared_with_the_commit_it_was_made_of(
    kit: Path, published: Path, tmp_path: Path
) -> None:
    commit(kit, {"plugins/one.py": "a = 1\nb = 2\nc = 3\nd = 4\ne = 49\n"})
    unpacked = tmp_path / "unpacked"
    Git(kit).says("checkout-index", "--all", f"--prefix={unpacked}/")
    begun(unpacked)
    releases(kit, "1.1.0", CHANGES)

    update(unpacked, source=str(kit))

    assert (unpacked / "plugins/one.py").read_text() == CHANGES["plugins/one.py"]


@pytest.mark.parametrize("source", ["/nowhere/kit", "--upload-pack=touch should-not-be"])
def test_a_kit_that_cannot_be_reached_is_told_with_what_to_do(published: Path, source: str) -> None:
    said = refused(published, source=source)

    assert said.startswith(f"The releases of the kit could not be had from {source!r}, and nothing was changed.")
    assert not (published / "should-not-be").exists()


def test_a_file_of_the_kit_that_is_like_ones_own_leads_nothing_there(kit: Path, published: Path) -> None:
    """As git would have it, who looks for renames."""
    commit(published, {"content/brand/card.html": "<p>card</p>\n", "theme/card.html": None})
    releases(kit, "1.1.0", {"theme/card.html": "<p>card anew</p>\n"})

    begin_update(published, "", "", ignore)

    assert (published / "content/brand/card.html").read_text() == "<p>card</p>\n"


def refused(folder: Path, *, to: str = "", source: str = "") -> str:
    before = files(folder)
    with pytest.raises(StoppedError) as stopped:
        begin_update(folder, source, to, ignore)
    assert files(folder) == before
    return str(stopped.value)


def test_changes_without_a_commit_are_not_put_at_risk(published: Path) -> None:
    write(published, {"content/pages/about.md": "Changed.\n"})

    assert refused(published).startswith("There are changes that no commit has, first content/pages/about.md.")


def test_a_release_that_is_not_there_is_named_with_those_that_are(published: Path) -> None:
    assert refused(published, to="1.7.0") == "There is no release 1.7.0; there are 1.0.0"


def test_an_older_release_is_no_update(kit: Path, published: Path) -> None:
    releases(kit, "1.1.0", CHANGES)
    update(published)

    assert refused(published, to="1.0.0").startswith("1.0.0 is older than 1.1.0, which is here")


def test_without_an_address_of_the_kit_one_is_asked_for(published: Path) -> None:
    Git(published).says("remote", "remove", "kit")

    assert "git remote add kit address-of-its-repository" in refused(published)


def test_without_a_later_release_nothing_is_done(published: Path) -> None:
    told: list[str] = []

    assert not begin_update(published, "", "", told.append)
    assert told == ["The kit is at 1.0.0 already."]
