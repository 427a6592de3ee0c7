"""Runs that publish to a folder."""

import hashlib
import json
import shutil
from collections.abc import Iterator
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
from plugins.publish.web.http import HttpLimits
from tests.publish.web_host import WebHost, web_host

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
        "The build has no home page (index.html).\n"
        "The last release is untouched. If that is meant: make publish FORCE=1"
    )
    assert publish(run(RunOptions(force=True)), site(one="1")) == 0


@pytest.mark.parametrize(
    ("options", "command"),
    [
        (RunOptions(checks=True), "make publish CHECK=1 FORCE=1"),
        (RunOptions(checks=True, removes_foreign=True), "make publish CHECK=remove FORCE=1"),
    ],
)
def test_a_doubt_is_told_with_the_command_that_overrides_it(options: RunOptions, command: str) -> None:
    publish(run(), site(home="h", a="1", b="2"))
    doubted = run(options)

    with doubted.target.held(), pytest.raises(PublishError) as caught:
        release(doubted, site(home="h"))

    assert str(caught.value).endswith(f"If that is meant: {command}")


def test_an_empty_build_is_refused_even_if_it_is_forced() -> None:
    with pytest.raises(PublishError, match=r"^The build wrote no file\.\nThe last release is untouched\.$"):
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


@pytest.fixture
def host(monkeypatch: pytest.MonkeyPatch) -> Iterator[WebHost]:
    """A web server that readers use, and that serves nothing yet; what is wrong there is looked at once."""
    monkeypatch.setattr("plugins.publish.cdn.purge.VERIFY_LIMITS", HttpLimits(total=0.0, answer=5.0))
    with web_host() as server:
        yield server


def test_a_look_that_failed_is_repeated_by_each_run_until_it_succeeds(
    host: WebHost, capsys: pytest.CaptureFixture[str]
) -> None:
    elsewhere = run(target="ssh://host/folder", url=host.url)

    statuses = [publish(elsewhere, site(home="1")), publish(elsewhere, site(home="1"))]
    host.pages["/"] = (200, b"1")
    statuses += [publish(elsewhere, site(home="1")), publish(elsewhere, site(home="1"))]

    assert statuses == [1, 1, 0, 0]
    assert capsys.readouterr().err.count("404 was answered") == 2
    assert host.asked.count("/") == 3  # not again once it was seen


def test_a_run_that_was_stopped_before_its_look_leaves_it_to_the_next(host: WebHost) -> None:
    elsewhere = run(target="ssh://host/folder", url=host.url)
    with pytest.raises(PublishError), pytest.MonkeyPatch.context() as patch:
        patch.setattr("plugins.publish.publish_run.published", stopped)
        publish(elsewhere, site(home="1"))

    assert publish(elsewhere, site(home="1")) == 1
    assert host.asked.count("/") == 1


def stopped(*_: object) -> str:
    raise PublishError("stopped")


def test_a_checkout_that_knows_of_no_look_looks_at_the_home_page_even_if_nothing_has_changed(host: WebHost) -> None:
    publish(run(verify=False), site(home="1"))
    shutil.rmtree(TARGET_CACHE)

    assert publish(run(target="ssh://host/folder", url=host.url), site(home="1")) == 1
    assert host.asked.count("/") == 1


def test_a_look_at_every_file_mends_and_a_plan_with_one_only_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    publish(run(), site(home="1", about="2"))
    Path("published/current/about/index.html").write_text("?")
    checking = run(RunOptions(checks=True))

    with checking.target.held():
        planned = show_plan(checking, site(home="1", about="2"), as_json=False)
    statuses = [publish(checking, site(home="1", about="2")) for _ in range(2)]
    said = capsys.readouterr().out

    assert (planned, statuses) == (1, [0, 0])
    assert said.count("published/current: not all are as published.\n        1 damaged: about/index.html\n") == 2
    assert "Mended release" in said
    assert said.endswith(
        "Looked at all 2 files at published/current: each is as published.\n"
        "Nothing has changed, and nothing was to mend: 2 pages (2 files, 2 bytes).\n"
        "It is in published/current; `make open` serves it at a local address.\n"
    )


def test_a_mending_that_was_stopped_is_gone_on_with_by_the_next_run() -> None:
    publish(run(), site(home="1", about="2"))
    Path("published/current/about/index.html").write_text("?")
    with pytest.raises(PublishError), pytest.MonkeyPatch.context() as patch:
        patch.setattr(FolderTarget, "publish", stopped)
        publish(run(RunOptions(checks=True)), site(home="1", about="2"))

    assert publish(run(), site(home="1", about="2")) == 0
    assert Path("published/current/about/index.html").read_text() == "2"
