from datetime import date
from pathlib import Path

import pytest

from plugins.start.git import Git
from plugins.start.release import make_release, released
from plugins.start.stopped_error import StoppedError
from plugins.start.versions import Version, version_of
from tests.unit.start.conftest import commit, write

TODAY = date(2026, 11, 30)


def test_a_release_is_a_commit_and_a_tag_with_the_version_in_its_files(kit: Path) -> None:
    make_release(kit, Version(1, 0, 0), TODAY)

    git = Git(kit)
    assert git.says("log", "-1", "--format=%s") == "release: 1.0.0"
    assert git.says("rev-parse", "v1.0.0^{commit}") == git.says("rev-parse", "HEAD")
    assert version_of(kit) == Version(1, 0, 0)
    assert (kit / "CHANGELOG.md").read_text() == ("# Changelog\n\n## Unreleased\n\n## 1.0.0 (2026-11-30)\n\n- First.\n")
    assert git.changes() == []


@pytest.mark.parametrize(
    "changelog", ["# Changelog\n", "## Unreleased\n\n### Added\n", "## Unreleased\n\n## 1.0.0\n\n- One.\n"]
)
def test_a_release_without_a_word_of_what_changed_is_refused(changelog: str) -> None:
    with pytest.raises(StoppedError, match=r"^CHANGELOG\.md has nothing under '## Unreleased'; write"):
        released(changelog, Version(1, 1, 0), TODAY)


def refused(kit: Path, version: Version) -> str:
    with pytest.raises(StoppedError) as stopped:
        make_release(kit, version, TODAY)
    return str(stopped.value)


def test_a_version_must_come_after_the_last(kit: Path) -> None:
    assert refused(kit, Version(0, 1, 0)).startswith("0.1.0 is not later than 0.1.0")


def test_what_was_released_is_not_released_again(kit: Path) -> None:
    make_release(kit, Version(1, 0, 0), TODAY)

    assert refused(kit, Version(1, 0, 0)).startswith("1.0.0 was released before")


def test_a_folder_with_changes_is_not_released(kit: Path) -> None:
    write(kit, {"plugins/one.py": "changed\n"})

    assert refused(kit, Version(1, 0, 0)).startswith("There are changes that no commit has, first plugins/one.py")


def test_a_demonstration_without_its_digest_is_not_released(kit: Path) -> None:
    commit(kit, {"content/pages/about.md": "Changed.\n"})

    assert "make docs" in refused(kit, Version(1, 0, 0))
