import os
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from plugins.publish.due import DEFAULT_TARGET, is_due, main, remember
from plugins.publish.settings import PublishSettings
from plugins.publish.site.model import Notes
from plugins.publish.source_files import source_digests
from plugins.publish.verify.past_looks import PastLook, note_look
from tests.conftest import ROOT

DUE = datetime(2026, 11, 27, 1, 0, tzinfo=UTC)
NOTES = Notes(due=DUE.timestamp(), timezone="Asia/Singapore")
UNKNOWN = (True, "It is time: nothing is known here of the last release.")


@pytest.mark.parametrize(
    ("before", "words"),
    [
        (timedelta(hours=3, minutes=12, seconds=40), "in 3 h 12 min"),
        (timedelta(days=2, minutes=5), "in 2 d 5 min"),
        (timedelta(days=2, hours=4, minutes=5), "in 2 d 4 h"),
        (timedelta(seconds=1), "in less than a minute"),
    ],
)
def test_before_the_next_change_it_is_not_yet_time(tmp_path: Path, before: timedelta, words: str) -> None:
    remember(tmp_path, "published", NOTES)

    expected = f"Not yet: the next change falls at 2026-11-27 09:00 +08 ({words})."
    assert is_due(tmp_path, "published", DUE - before) == (False, expected)


@pytest.mark.parametrize(
    ("after", "words"),
    [(timedelta(0), "less than a minute ago"), (timedelta(minutes=12), "12 min ago"), (timedelta(days=9), "9 d ago")],
)
def test_from_that_moment_on_it_is_time(tmp_path: Path, after: timedelta, words: str) -> None:
    remember(tmp_path, "published", NOTES)

    expected = f"It is time: a change fell at 2026-11-27 09:00 +08 ({words})."
    assert is_due(tmp_path, "published", DUE + after) == (True, expected)


def test_where_nothing_changes_by_itself_it_is_never_time(tmp_path: Path) -> None:
    remember(tmp_path, "published", Notes())

    said = "Not yet: readers have an earlier release (make rollback) until somebody publishes."
    assert is_due(tmp_path, "published", DUE) == (False, said)


def test_where_nothing_was_published_it_is_time(tmp_path: Path) -> None:
    assert is_due(tmp_path / "cache", "published", DUE) == UNKNOWN


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"due": "soon", "timezone": ""}', '{"due": 1e99, "timezone": ""}'])
def test_where_what_was_kept_is_damaged_it_is_time(tmp_path: Path, text: str) -> None:
    remember(tmp_path, "published", NOTES)
    next(tmp_path.iterdir()).write_text(text)

    assert is_due(tmp_path, "published", DUE) == UNKNOWN


def test_each_target_has_a_time_of_its_own(tmp_path: Path) -> None:
    remember(tmp_path, "s3://one", NOTES)
    remember(tmp_path, "s3://two/", Notes())

    answers = [is_due(tmp_path, target, DUE).is_due for target in ("s3://one/", "s3://two", "s3://three")]
    assert answers == [True, False, True]


def test_what_is_remembered_takes_the_place_of_what_was(tmp_path: Path) -> None:
    remember(tmp_path, "published", NOTES)
    remember(tmp_path, "published", Notes())

    assert not is_due(tmp_path, "published", DUE).is_due
    assert len(list(tmp_path.iterdir())) == 1


def test_a_zone_that_this_machine_does_not_know_is_told_in_utc(tmp_path: Path) -> None:
    remember(tmp_path, "published", Notes(due=DUE.timestamp(), timezone="Atlantis/Capital"))

    assert "2026-11-27 01:00 UTC" in is_due(tmp_path, "published", DUE).words


def test_a_changed_source_makes_it_time_for_the_target_that_has_it_not_yet(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "content/a.md").write_text("one")
    cache = tmp_path / "cache"
    remember(cache, "published", Notes(), source_digests(tmp_path, cache / "sources.json"))
    (tmp_path / "content/a.md").write_text("two")
    remember(cache, "s3://one", Notes(), source_digests(tmp_path, cache / "sources.json"))

    answers = [is_due(cache, target, DUE, tmp_path) for target in ("published", "s3://one")]
    assert answers == [
        (True, "It is time: content/a.md has changed since the last release."),
        (False, "Not yet: nothing changes until somebody changes it."),
    ]


def test_after_a_rollback_no_source_makes_it_time(tmp_path: Path) -> None:
    remember(tmp_path / "cache", "published", Notes())
    (tmp_path / "content").mkdir()
    (tmp_path / "content/a.md").write_text("new")

    assert not is_due(tmp_path / "cache", "published", DUE, tmp_path).is_due


@pytest.mark.parametrize(
    ("look", "why"),
    [
        (
            PastLook(unseen=("a/index.html",)),
            "the last look at the published pages did not find a/index.html as published",
        ),
        (
            PastLook(unseen=("a/index.html", "b", "c")),
            "the last look at the published pages did not find a/index.html and 2 more as published",
        ),
        (PastLook(is_check_open=True), "a look at all published files was not finished"),
    ],
)
def test_after_a_look_that_failed_it_is_time_until_one_succeeds(tmp_path: Path, look: PastLook, why: str) -> None:
    remember(tmp_path, "published", Notes(), {})
    note_look(tmp_path, "published", look)
    failed = is_due(tmp_path, "published", DUE, tmp_path / "empty")
    note_look(tmp_path, "published", PastLook())

    assert failed == (True, f"It is time: {why}.")
    assert not is_due(tmp_path, "published", DUE, tmp_path / "empty").is_due


@pytest.mark.parametrize("text", ["", "[]", '{"unseen": 7, "is_check_open": false}'])
def test_a_note_of_a_look_that_is_damaged_is_none(tmp_path: Path, text: str) -> None:
    remember(tmp_path, "published", Notes(), {})
    note_look(tmp_path, "published", PastLook())
    next(tmp_path.glob("*.look.json")).write_text(text)

    assert not is_due(tmp_path, "published", DUE, tmp_path / "empty").is_due


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(DUE.timestamp()) - 60))
    (tmp_path / "publishconf.py").write_text('PUBLISH = {"target": "releases"}\n')
    return tmp_path


@pytest.mark.parametrize(("target", "environment"), [("releases", {}), ("s3://one", {"PUBLISH_TARGET": "s3://one"})])
def test_the_target_is_that_of_the_environment_or_the_settings(
    checkout: Path, capsys: pytest.CaptureFixture[str], target: str, environment: dict[str, str]
) -> None:
    remember(checkout / ".cache/publish", target, NOTES)

    status = main(environment)

    assert (status, capsys.readouterr().out[:7]) == (1, "Not yet")


def test_without_a_target_in_the_settings_it_is_that_of_make_publish(checkout: Path) -> None:
    (checkout / "publishconf.py").write_text("")
    remember(checkout / ".cache/publish", PublishSettings().target, NOTES)

    assert main({}) == 1
    assert PublishSettings().target == DEFAULT_TARGET


@pytest.mark.parametrize(
    ("settings", "why"),
    [
        ("PUBLISH = {", "publishconf.py:1:11: settings that Python cannot read: '{' was never closed"),
        (
            "import nothing_of_the_kind",
            "publishconf.py:1:1: settings that Python cannot run: ModuleNotFoundError: No module named"
            " 'nothing_of_the_kind'",
        ),
        ("PUBLISH = []", "settings, clock or files cannot be read (AttributeError)"),
        ('PUBLISH = {"target": "s3:one"}', "the target 's3:one' is no address yet; write 's3://one'"),
    ],
)
def test_what_keeps_it_from_knowing_is_left_to_make_publish(
    checkout: Path, capsys: pytest.CaptureFixture[str], settings: str, why: str
) -> None:
    (checkout / "publishconf.py").write_text(settings)

    assert main({}) == 0
    assert capsys.readouterr().out == f"It is time: {why}; make publish says more.\n"


def test_a_variable_without_a_value_is_told(checkout: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main({"PUBLISH_TARGET": ""}) == 0
    assert "PUBLISH_TARGET is set and empty; " in capsys.readouterr().out


def test_a_clock_that_cannot_be_read_is_left_to_make_publish(
    checkout: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "soon")

    assert main({}) == 0
    assert capsys.readouterr().out == (
        "It is time: settings, clock or files cannot be read (ValueError); make publish says more.\n"
    )


def test_as_a_command_it_loads_nothing_that_takes_long(tmp_path: Path) -> None:
    (tmp_path / "publishconf.py").write_text("")
    (tmp_path / "plugins").symlink_to(ROOT / "plugins")
    remember(tmp_path / ".cache/publish", "published", NOTES)

    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "plugins.publish.due"],
        check=False,
        cwd=tmp_path,
        env={**os.environ, "SOURCE_DATE_EPOCH": str(int(DUE.timestamp()))},
        capture_output=True,
        text=True,
    )

    assert (done.returncode, done.stdout) == (
        0,
        "It is time: a change fell at 2026-11-27 09:00 +08 (less than a minute ago).\n",
    )
    loaded = {line.rpartition("|")[2].strip().partition(".")[0] for line in done.stderr.splitlines()}
    assert loaded.isdisjoint({"pydantic", "obstore", "pelican", "sqlite3", "dataclasses", "asyncio", "socket"})
