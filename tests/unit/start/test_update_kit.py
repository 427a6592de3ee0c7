from pathlib import Path

import pytest

from plugins.start import update_kit
from plugins.start.git import Git
from tests.unit.start.conftest import commit
from tests.unit.start.test_merge_release import CHANGES, published, releases

pytestmark = pytest.mark.slow

__all__ = ["published"]


@pytest.fixture(autouse=True)
def inside(published: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(published)


def test_an_update_ends_with_what_changed(
    kit: Path, published: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(update_kit, "_CHECKS", (("-c", "print('templates: no problems')"),))
    releases(kit, "1.1.0", CHANGES)

    statuses = (update_kit.main(["begin"]), update_kit.main(["finish"]))

    assert statuses == (0, 0)
    assert capsys.readouterr().out.endswith(
        "## 1.1.0 (2026-11-30)\n\n- More.\ntemplates: no problems\nUpdated from 1.0.0 to 1.1.0, in one commit.\n"
    )
    assert Git(published).changes() == []


def test_problems_of_settings_or_content_stop_before_the_commit(
    kit: Path, published: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(update_kit, "_CHECKS", (("-c", "raise SystemExit('pelicanconf.py:1:1: unknown setting')"),))
    releases(kit, "1.1.0", CHANGES)
    head = Git(published).says("rev-parse", "HEAD")

    statuses = (update_kit.main(["begin"]), update_kit.main(["finish"]))

    said = capsys.readouterr().err
    assert statuses == (0, 1)
    assert "pelicanconf.py:1:1: unknown setting" in said
    assert "git reset --merge" in said
    assert Git(published).says("rev-parse", "HEAD") == head


def test_conflicts_end_with_status_1_and_both_ways_on(
    kit: Path, published: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    commit(published, {"plugins/one.py": "a = 1\nb = 2\nc = 3\nd = 4\ne = 500\n"})
    releases(kit, "1.1.0", CHANGES)

    status = update_kit.main(["begin"])

    said = capsys.readouterr().err
    assert status == 1
    assert "  plugins/one.py\n" in said
    assert "make update goes on" in said
    assert "git reset --merge" in said


def test_without_an_update_there_is_nothing_to_finish() -> None:
    assert (update_kit.main(["begin"]), update_kit.main(["finish"])) == (0, 0)


def test_marks_of_a_conflict_that_were_staged_are_not_committed(
    kit: Path, published: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    commit(published, {"plugins/one.py": "a = 1\nb = 2\nc = 3\nd = 4\ne = 500\n"})
    releases(kit, "1.1.0", CHANGES)
    update_kit.main(["begin"])
    Git(published).says("add", "--all")

    status = update_kit.main(["finish"])

    assert status == 1
    assert "(<<<<<<<) are left in plugins/one.py;" in capsys.readouterr().err
