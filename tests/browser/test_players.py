"""Players in a real browser, under the policy: nothing is asked for before somebody plays; captions are shown then."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from plugins.newsroom.forms.media_parts import CaptionTrack, MediaSource, Player
from plugins.press.environment import ThemeEnvironment
from plugins.publish.settings import HeaderSettings
from plugins.publish.site.model import Notes
from tests.browser.serving import Served, serving
from tests.conftest import ROOT
from tests.unit.newsroom.forms.test_plain_forms import player

MEDIA = ROOT / "tests" / "media"
VTT = "WEBVTT\n\n00:00.000 --> 00:09.000\nForty.\n"
NOTES = Notes(siteurl="https://small.example")
PLAY = """async (tag) => {
    const player = document.querySelector(tag);
    player.muted = true;
    await player.play();
    await new Promise((done) => player.addEventListener("timeupdate", done, {once: true}));
    return player.currentSrc.split("/").pop();
}"""
CAPTION = """async () => {
    const video = document.querySelector("video"), [track] = video.textTracks;
    track.mode = "showing";
    await new Promise((done) => video.querySelector("track").addEventListener("load", done, {once: true}));
    await new Promise((done) => video.addEventListener("timeupdate", done, {once: true}));
    return track.activeCues[0].text;
}"""
SHAPE = "document.querySelector('video').getBoundingClientRect().height"


def video() -> Player:
    sources = tuple(
        MediaSource(url=f"files/0123456789ab/{name}", media_type=kind)
        for name, kind in (("clip.mp4", "video/mp4"), ("portrait.webm", "video/webm"))
    )
    track = CaptionTrack(kind="captions", url="files/0123456789ab/clip.vtt", lang="en", label="")
    return player(is_video=True, sources=sources, tracks=(track,), width=320, height=180)


def sound() -> Player:
    source = MediaSource(url="files/0123456789ab/episode.mp3", media_type="audio/mpeg")
    return player(sources=(source,), url=source.url)


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Address of a page with two players, served with the headers that sites have."""
    folder = tmp_path_factory.mktemp("players")
    files = folder / "files" / "0123456789ab"
    files.mkdir(parents=True)
    for name in ("clip.mp4", "portrait.webm", "episode.mp3"):
        (files / name).write_bytes((MEDIA / name).read_bytes())
    (files / "clip.vtt").write_text(VTT, encoding="utf-8")
    macro = ThemeEnvironment(ROOT / "theme").get_template("components/player.html").module.player  # type: ignore[attr-defined]
    page = f"<!doctype html><html lang=en><title>Players</title><body>{macro(video())}{macro(sound())}"
    (folder / "index.html").write_text(page, encoding="utf-8")
    with serving(Served(folder=Path(folder), notes=NOTES, settings=HeaderSettings())) as url:
        yield url


def asked(page: Page) -> list[str]:
    """Return a list that the names of files go into, as they are asked for."""
    found: list[str] = []
    page.on("request", lambda request: found.append(request.url) if "/files/" in request.url else None)
    return found


def test_a_file_is_asked_for_when_somebody_plays_it(page: Page, address: str) -> None:
    found, refused = asked(page), []
    page.on("console", lambda message: refused.append(message.text) if message.type == "error" else None)
    page.goto(address)
    before, height = [*found], page.evaluate(SHAPE)

    played = [page.evaluate(PLAY, tag) for tag in ("video", "audio")]
    caption = page.evaluate(CAPTION)

    assert before == []
    assert (caption, played[1]) == ("Forty.", "episode.mp3")
    assert played[0] in ("clip.mp4", "portrait.webm")
    assert page.evaluate(SHAPE) == height
    assert refused == []


def test_players_are_whole_without_scripts(browser: Browser, address: str) -> None:
    page = browser.new_page(java_script_enabled=False)
    found = asked(page)
    page.goto(address)

    links = [page.get_by_role("link", name="Download").nth(number).get_attribute("href") for number in (0, 1)]

    assert links == ["/files/0123456789ab/a.mp3", "files/0123456789ab/episode.mp3"]
    assert [page.locator(tag).get_attribute("controls") for tag in ("video", "audio")] == ["", ""]
    assert found == []
    page.close()
