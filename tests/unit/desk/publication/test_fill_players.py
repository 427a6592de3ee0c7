from plugins.newsroom.forms.media_parts import CaptionTrack, MediaSource, Player
from tests.conftest import ROOT
from tests.unit.desk.conftest import SVG, Load, article

MEDIA = ROOT / "tests" / "media"
MP3, MP4, WEBM = ((MEDIA / name).read_bytes() for name in ("episode.mp3", "clip.mp4", "portrait.webm"))
VTT = b"WEBVTT\n\n00:01.000 --> 00:02.000\nForty.\n"


def players(load_content: Load, body: str, files: dict[str, bytes]) -> list[Player]:
    beside = {f"articles/{name}": data for name, data in files.items()}
    loaded = load_content({"articles/one.md": article(body=body), **beside})
    return [block for block in loaded.body("one").blocks if isinstance(block, Player)]


def test_audio_has_its_facts_and_what_lies_beside_it(load_content: Load) -> None:
    files = {"a b.mp3": MP3, "a b.txt": b"Forty.\n", "a b.vtt": VTT}

    (player,) = players(load_content, '[Hear: *it*](a%20b.mp3#t=4 "Two | Ann")', files)

    assert (player.is_video, player.title_html, player.name) == (False, "Hear: <em>it</em>", "Hear: it")
    assert (player.media_type, player.size, player.facts) == ("audio/mpeg", len(MP3), "MP3, 33\u00a0KB")
    assert (player.seconds, player.duration, player.iso_duration) == (8.072, "8 sec", "PT8S")
    assert (player.caption_html, player.credit_html) == ("Two", "Ann")
    assert player.url.startswith("/files/")
    assert player.url.endswith("/a%20b.mp3")
    assert player.address.endswith("/a b.mp3")
    assert player.sources == (MediaSource(url=f"{player.url}#t=4", media_type="audio/mpeg"),)
    assert player.transcript_url.endswith("/a%20b.txt")
    assert player.tracks == ()


def test_audio_without_a_transcript_has_its_captions_for_one(load_content: Load) -> None:
    (player,) = players(load_content, "[Hear](a.mp3)", {"a.mp3": MP3, "a.vtt": VTT})

    assert player.transcript_url.endswith("/a.vtt")


def test_video_has_its_sides_captions_and_poster(load_content: Load) -> None:
    files = {"c.mp4": MP4, "c.en.vtt": VTT, "c.vtt": VTT, "c.png": (ROOT / "tests/media/poster.png").read_bytes()}

    (player,) = players(load_content, "[See](c.mp4)\n\n## Transcript\n\nForty.", files)

    assert (player.is_video, player.width, player.height, player.is_portrait) == (True, 320, 180, False)
    assert [(track.lang, track.label, track.url.rpartition("/")[2]) for track in player.tracks] == [
        ("", "", "c.vtt"),
        ("en", "en", "c.en.vtt"),
    ]
    assert player.poster is not None
    assert player.poster_file
    assert player.transcript_url == "#transcript"


def test_a_tag_chooses_for_itself(load_content: Load) -> None:
    body = (
        '<video controls poster="p.svg"><source src="c.webm"><source src="c.mp4">'
        '<track src="de.vtt" srclang="de" kind="subtitles" label="Deutsch"></video>'
    )
    files = {"c.webm": WEBM, "c.mp4": MP4, "de.vtt": VTT, "c.vtt": VTT, "p.svg": SVG.encode()}

    (player,) = players(load_content, body, files)

    assert (player.name, player.is_portrait) == ("c", True)
    assert [source.media_type for source in player.sources] == ["video/webm", "video/mp4"]
    (track,) = player.tracks
    assert track == CaptionTrack(kind="subtitles", url=track.url, lang="de", label="Deutsch")
    assert player.poster is not None


def test_what_a_player_shows_is_published_with_it(load_content: Load) -> None:
    files = {"articles/a.mp3": MP3, "articles/a.txt": b"A\n", "articles/b.mp3": MP3, "articles/b.vtt": VTT}

    loaded = load_content({"articles/one.md": article(body="[Hear](a.mp3)\n\nOr [this](b.mp3) one."), **files})

    assert loaded.desk.attachments == ("articles/a.mp3", "articles/a.txt", "articles/b.mp3")


def test_a_draft_without_the_file_has_the_words(load_content: Load) -> None:
    loaded = load_content(
        {"articles/one.md": article(keys="status: draft\n", body="[Hear](none.mp3)\n\n<audio controls src='x.mp3'>")},
        drafts=True,
    )

    assert loaded.body("one").blocks == ("<p>Hear</p>",)
