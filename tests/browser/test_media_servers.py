"""Players in a real browser play, and seek by asking for parts: from what `make open` runs, nginx, Caddy and S3."""

import shutil
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import Page, Response

from plugins.preview.current_state import CurrentState, PreviewState
from plugins.preview.server import PreviewServer
from plugins.publish.headers.formats import render
from plugins.publish.headers.per_file import file_headers
from plugins.publish.settings import HeaderSettings
from plugins.publish.site.model import Notes
from tests.conftest import ROOT
from tests.publish.headers.web_servers import running
from tests.publish.servers import S3, s3, s3_endpoint  # noqa: F401 - fixtures
from tests.publish.sites import EditedSite

NOTES = Notes(siteurl="https://small.example", styles=("YQ==",))
SETTINGS = HeaderSettings()
DIGEST = "0123456789ab"
MEDIA = ("clip.mp4", "episode.mp3", "portrait.webm")
PLAYERS = "".join(
    f'<{tag} id="{name.partition(".")[0]}" controls preload="none" src="files/{DIGEST}/{name}"></{tag}>'
    for tag, name in zip(("video", "audio", "video"), MEDIA, strict=True)
)
PLAY_AND_SEEK = """async (id) => {
    const player = document.getElementById(id);
    player.muted = true;
    await player.play();
    player.pause();
    const there = player.duration / 2;
    const done = new Promise((end) => player.addEventListener("seeked", end, {once: true}));
    player.currentTime = there;
    await done;
    return [Math.abs(player.currentTime - there) < 0.1, player.seekable.end(0) === player.duration];
}"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A published site with a page that has players, and what web servers are told of it."""
    folder = tmp_path_factory.mktemp("media")
    site = EditedSite(folder / "site", NOTES)
    site.write({"index.html": f"<!doctype html><title>Players</title>{PLAYERS}", "404.html": "missing"})
    files = folder / "site" / "files" / DIGEST
    files.mkdir(parents=True)
    for name in MEDIA:
        shutil.copy(ROOT / "tests" / "media" / name, files)
    return folder


@pytest.fixture(params=["open", "nginx", "caddy", "s3"])
def address(request: pytest.FixtureRequest, folder: Path, tmp_path: Path) -> Iterator[str]:
    """Address of the page at each server."""
    site = folder / "site"
    with ExitStack() as stack:
        if request.param == "open":
            current = CurrentState(PreviewState(folder=site))
            yield f"{stack.enter_context(PreviewServer(current, port=0).running())}/"
        elif request.param == "s3":
            bucket: S3 = request.getfixturevalue("s3")
            _send(site, bucket)
            yield f"{bucket.endpoint}/{bucket.name}/index.html"
        else:
            (tmp_path / "site").symlink_to(site)
            (tmp_path / "headers").write_text(render(request.param, EditedSite(site, NOTES), SETTINGS))
            yield f"http://127.0.0.1:{stack.enter_context(running(request.param, tmp_path))}/"


def _send(site: Path, bucket: S3) -> None:
    """Put all files into a bucket, as the network in front may read them."""
    from boto3 import client

    key, secret = (bucket.environment[f"AWS_{name}"] for name in ("ACCESS_KEY_ID", "SECRET_ACCESS_KEY"))
    there = client("s3", "us-east-1", endpoint_url=bucket.endpoint, aws_access_key_id=key, aws_secret_access_key=secret)
    for place in filter(Path.is_file, site.rglob("*")):
        path = place.relative_to(site).as_posix()
        kind = file_headers(path, SETTINGS)["Content-Type"]
        there.put_object(Bucket=bucket.name, Key=path, Body=place.read_bytes(), ContentType=kind, ACL="public-read")


def test_players_play_and_seek_and_ask_for_nothing_before(page: Page, address: str) -> None:
    found: list[Response] = []
    page.on("response", lambda answer: found.append(answer))
    page.goto(address)
    before = [answer.url for answer in found if "/files/" in answer.url]

    played = {name: page.evaluate(PLAY_AND_SEEK, name.partition(".")[0]) for name in MEDIA}

    answers = {(answer.url.rpartition("/")[2], answer.status) for answer in found if "/files/" in answer.url}
    assert before == []
    assert played == {name: [True, True] for name in MEDIA}
    assert answers == {(name, 206) for name in MEDIA}
