"""Runs that publish to a folder."""

import hashlib
import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from plugins.publish.due import is_due
from plugins.publish.errors import PublishError
from plugins.publish.publish_run import PublishRun, release, show_plan
from plugins.publish.settings import BunnyPurge, PublishSettings
from plugins.publish.site.kept_release import KeptSite
from plugins.publish.site.manifest import PublishedFile
from plugins.publish.site.model import Notes
from plugins.publish.target_names import TARGET_CACHE
from plugins.publish.targets.folder.target import FolderTarget
from plugins.publish.targets.open import RunOptions

pytestmark = pytest.mark.slow

NOTES = Notes(siteurl="https://a.example")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def site(notes: Notes = NOTES, **texts: str) -> KeptSite:
    """Return a site with one page for each text, by name; `home` is the home page."""
    files = {}
    for name, text in texts.items():
        path = "index.html" if name == "home" else f"{name}/index.html"
        place = Path("built") / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text)
        files[path] = PublishedFile(sha256=hashlib.sha256(text.encode()).hexdigest(), bytes=len(text.encode()))
    return KeptSite(files, lambda path, _: Path("built") / path, notes)


def run(options: RunOptions = RunOptions(), **settings: object) -> PublishRun:  # noqa: B008 - a frozen value
    chosen = PublishSettings.model_validate(settings)
    return PublishRun(target=FolderTarget(Path("published")), settings=chosen, environment={}, options=options)


def publish(publishing: PublishRun, site: KeptSite) -> int:
    with publishing.target.held():
        return release(publishing, site)


def kept(published: PublishRun) -> int:
    return len(published.target.releases())


def test_a_release_is_told_and_the_same_site_makes_no_other_one(capsys: pytest.CaptureFixture[str]) -> None:
    statuses = [publish(run(), site(home="1")), publish(run(), site(home="1"))]
    first, *_, second, where = capsys.readouterr().out.splitlines()

    assert statuses == [0, 0]
    assert first.startswith("Published 1 pages (1 files, 1 bytes) as release ")
    assert second == ("Nothing has changed since the last release: 1 pages (1 files, 1 bytes), by the target's record.")
    assert where == (
        "It is in published/current; `make open` serves it at a local address. "
        "`make publish CHECK=1` looks at the files themselves."
    )
    assert kept(run()) == 1


def test_the_next_change_is_known_after_every_run() -> None:
    for due in (100.0, 200.0):
        publish(run(), site(Notes(siteurl="https://a.example", due=due), home="1"))

    assert not is_due(TARGET_CACHE, "published", datetime.fromtimestamp(150, UTC)).is_due


def test_a_doubtful_release_is_refused_unless_it_is_forced() -> None:
    with pytest.raises(PublishError) as error:
        publish(run(), site(one="1"))

    assert str(error.value) == (
        "The build has no home page (index.html). The last release is untouched. If that is meant: make publish FORCE=1"
    )
    assert publish(run(RunOptions(force=True)), site(one="1")) == 0


def test_an_empty_build_is_refused_even_if_it_is_forced() -> None:
    with pytest.raises(PublishError, match=r"^The build wrote no file\. The last release is untouched\.$"):
        publish(run(RunOptions(force=True)), site())


def test_a_purge_that_could_not_be_made_stops_a_run_before_anything_is_sent() -> None:
    purging = run(purge=BunnyPurge(provider="bunny"))

    with pytest.raises(PublishError, match="BUNNY_API_KEY is not set"):
        publish(purging, site(home="1"))
    assert kept(purging) == 0


def test_a_plan_names_addresses_to_purge_and_sends_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    planning = run(purge=BunnyPurge(provider="bunny"))

    assert show_plan(planning, site(home="1"), as_json=True) == 0
    plan = json.loads(capsys.readouterr().out)
    assert (plan["new"], plan["doubts"]) == (["index.html"], [])
    assert plan["purged"] == ["https://a.example/", "https://a.example/index.html"]
    assert kept(planning) == 0


def test_a_plan_that_a_guard_would_stop_is_told_with_status_1(capsys: pytest.CaptureFixture[str]) -> None:
    assert show_plan(run(), site(one="1"), as_json=False) == 1
    assert capsys.readouterr().err == "The build has no home page (index.html).\n"


@pytest.mark.parametrize(("verify", "status"), [(True, 1), (False, 0)])
def test_a_release_elsewhere_is_looked_at_if_that_is_set(
    verify: bool, status: int, capsys: pytest.CaptureFixture[str]
) -> None:
    elsewhere = run(target="ssh://host/folder", url="http://127.0.0.1:1", verify=verify)

    assert publish(elsewhere, site(home="1")) == status
    assert ("no connection" in capsys.readouterr().err) is verify
