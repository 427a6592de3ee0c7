"""Runs that tell a hub and a search engine on this machine; what fails is told by the next run."""

import hashlib
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs

import pytest

from plugins.publish.errors import PublishError
from plugins.publish.publish_run import PublishRun, release, show_plan
from plugins.publish.roll_back import roll_back
from plugins.publish.settings import PublishSettings
from plugins.publish.site.kept_release import KeptSite
from plugins.publish.site.manifest import PublishedFile
from plugins.publish.site.model import Notes
from plugins.publish.target_names import TARGET_CACHE
from plugins.publish.targets.folder.target import FolderTarget
from plugins.publish.targets.open import RunOptions
from plugins.publish.tell.changed_addresses import ChangedAddresses
from plugins.publish.tell.services import INDEXNOW_VARIABLE
from plugins.publish.tell.untold import last_told, untold
from tests.publish.networks import Answer, Api, Request

KEY = "0123456789abcdef"
URL = "https://a.example/news"
FORGOTTEN = ChangedAddresses()


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def hub() -> Iterator[Api]:
    with Api(lambda _: (204, {}, "")) as api:
        yield api


@pytest.fixture
def engine() -> Iterator[Api]:
    with Api(_indexnow) as api:
        yield api


def _indexnow(request: Request) -> Answer:
    """Answer like https://www.indexnow.org/documentation."""
    value = request.json
    if set(value) != {"host", "key", "keyLocation", "urlList"}:
        return 400, {}, "Bad request"
    if (value["key"], value["keyLocation"]) != (KEY, f"{URL}/{KEY}.txt"):
        return 403, {}, "Key not valid"
    return (200, {}, "") if all(url.startswith(URL) for url in value["urlList"]) else (422, {}, "Unprocessable")


def site(hub: Api, key: str = KEY, **texts: str) -> KeptSite:
    """Return a site with one file for each text: `home` is the home page, `feed` the feed, others are articles."""
    files, paths = {}, {"home": "index.html", "feed": "feed.xml", "key_file": f"{KEY}.txt"}
    for name, text in texts.items():
        path = paths.get(name, f"{name}/index.html")
        place = Path("built") / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text)
        kind = {"home": "home", "feed": "feed"}.get(name, "article")
        files[path] = PublishedFile(sha256=hashlib.sha256(text.encode()).hexdigest(), bytes=len(text), kind=kind)
    notes = Notes(siteurl=URL, hub=hub.url, indexnow_key=key)
    return KeptSite(files, lambda path, _: Path("built") / path, notes)


def run(engine: Api, url: str = URL, *, tells: bool = True) -> PublishRun:
    settings = PublishSettings(tell=["websub", "indexnow"], url=url, verify=False)
    environment = {INDEXNOW_VARIABLE: engine.url}
    options = RunOptions(tells=tells, force=True)
    return PublishRun(
        target=FolderTarget(Path("published")), settings=settings, environment=environment, options=options
    )


def publish(publishing: PublishRun, site: KeptSite) -> int:
    with publishing.target.held():
        return release(publishing, site)


def told_feeds(hub: Api) -> list[str]:
    return [parse_qs(request.body.decode())["hub.url"][0].removeprefix(URL) for request in hub.requests]


def told_pages(engine: Api) -> list[list[str]]:
    return [[url.removeprefix(URL) for url in request.json["urlList"]] for request in engine.requests]


def test_only_what_a_release_has_changed_is_told(hub: Api, engine: Api, capsys: pytest.CaptureFixture[str]) -> None:
    publish(run(engine), site(hub, home="1", feed="1", a="1", b="1"))
    publish(run(engine), site(hub, home="1", feed="2", a="2"))
    publish(run(engine), site(hub, home="1", feed="2", a="2"))

    assert told_feeds(hub) == ["/feed.xml", "/feed.xml"]
    assert told_pages(engine) == [["/a/", "/b/", "/"], ["/a/", "/b/"]]
    assert "Told the hub of 1 address.\nTold IndexNow of 2 addresses.\n" in capsys.readouterr().out
    assert last_told(TARGET_CACHE, "published").startswith("Last told: ")


def test_a_failure_fails_no_release_and_is_made_good_by_the_next_run(
    hub: Api, engine: Api, capsys: pytest.CaptureFixture[str]
) -> None:
    hub.faults, engine.faults = [(500, {}, "")], [(429, {}, "")]
    statuses = [publish(run(engine), site(hub, home="1", feed="1"))]
    said = capsys.readouterr().out
    statuses += [publish(run(engine), site(hub, home="1", feed="1", a="1"))]

    assert statuses == [0, 0]
    assert (
        "The hub could not be told of 1 address: it answered 500 Internal Server Error. The next make publish" in said
    )
    assert told_feeds(hub) == ["/feed.xml", "/feed.xml"]
    assert told_pages(engine)[-1] == ["/a/", "/"]
    assert untold(TARGET_CACHE, "published") == FORGOTTEN


def test_after_a_failure_a_hub_is_not_asked_again_in_the_same_run(hub: Api, engine: Api) -> None:
    hub.faults = [(503, {}, "")] * 9
    several = site(hub, home="1", feed="1")
    files = {f"{name}/feed.xml": PublishedFile(sha256="0", bytes=1, kind="feed") for name in "abc"}
    for path in files:
        (Path("built") / path).parent.mkdir()
        (Path("built") / path).write_text("f")
        files[path] = PublishedFile(sha256=hashlib.sha256(b"f").hexdigest(), bytes=1, kind="feed")

    publish(run(engine), KeptSite({**several.known, **files}, several.find, several.notes))

    assert len(hub.requests) == 1
    assert len(untold(TARGET_CACHE, "published").feeds) == 4


def test_what_is_refused_for_good_is_not_told_for_ever(
    hub: Api, engine: Api, capsys: pytest.CaptureFixture[str]
) -> None:
    engine.faults = [(422, {}, "Not your host")]
    publish(run(engine), site(hub, home="1"))
    publish(run(engine), site(hub, home="1"))

    assert len(engine.requests) == 1
    assert "IndexNow could not be told of 1 address: it answered 422 Unprocessable" in capsys.readouterr().out


def test_a_run_that_is_stopped_before_the_telling_leaves_it_to_the_next(hub: Api, engine: Api) -> None:
    with pytest.raises(PublishError), pytest.MonkeyPatch.context() as patch:
        patch.setattr("plugins.publish.publish_run.published", _stopped)
        publish(run(engine), site(hub, home="1", feed="1"))

    publish(run(engine), site(hub, home="1", feed="1"))

    assert (told_feeds(hub), told_pages(engine)) == (["/feed.xml"], [["/"]])


def _stopped(*_: object) -> str:
    raise PublishError("stopped")


def test_nobody_is_told_of_a_folder_that_readers_do_not_get(
    hub: Api, engine: Api, capsys: pytest.CaptureFixture[str]
) -> None:
    publish(run(engine, url=""), site(hub, home="1", feed="1"))
    publish(run(engine, url=""), site(hub, home="1", feed="1"))

    assert hub.requests == engine.requests == []
    assert capsys.readouterr().out.count("Nobody is told of changes: published is a folder of this machine; set") == 1


def test_a_publisher_may_tell_nobody_of_one_release(hub: Api, engine: Api) -> None:
    publish(run(engine, tells=False), site(hub, home="1", feed="1"))
    publish(run(engine), site(hub, home="1", feed="1"))

    assert hub.requests == engine.requests == []


def test_a_site_without_key_is_told_of_with_the_remedy(
    hub: Api, engine: Api, capsys: pytest.CaptureFixture[str]
) -> None:
    publish(run(engine), site(hub, "", home="1"))

    assert "IndexNow was told nothing: the site has no key; set `indexnow_key` in CRAWLERS" in capsys.readouterr().out
    assert engine.requests == []


def test_a_plan_names_what_would_be_told_and_tells_nobody(
    hub: Api, engine: Api, capsys: pytest.CaptureFixture[str]
) -> None:
    show_plan(run(engine), site(hub, home="1", feed="1"), as_json=False)

    said = capsys.readouterr().out
    assert f"        1 addresses told to the hub: {URL}/feed.xml\n" in said
    assert f"        1 addresses told to IndexNow: {URL}/\n" in said
    assert hub.requests == engine.requests == []


def test_a_plan_says_who_would_be_told_nothing_and_why(
    hub: Api, engine: Api, capsys: pytest.CaptureFixture[str]
) -> None:
    show_plan(run(engine), site(hub, key="", home="1", feed="1"), as_json=False)

    said = capsys.readouterr()
    assert "told to IndexNow" not in said.out
    assert "IndexNow would be told nothing: the site has no key; set `indexnow_key` in CRAWLERS" in said.err


def test_going_back_tells_of_a_kept_release_too(hub: Api, engine: Api) -> None:
    publish(run(engine), site(hub, home="1", feed="1", key_file=KEY))
    last = site(hub, home="2", feed="2", key_file=KEY)
    publish(run(engine), last)
    going_back = run(engine)
    with going_back.target.held():
        roll_back(going_back, "", last)

    assert told_feeds(hub) == ["/feed.xml"] * 3
    assert told_pages(engine) == [["/"]] * 3
