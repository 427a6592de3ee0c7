import shutil
from io import BytesIO
from pathlib import Path

import pytest

from plugins.attachments.attachment_types import ATTACHMENT_TYPES
from plugins.attachments.attachment_values import AttachmentError, MediaFacts
from plugins.attachments.media.media_formats import FORMATS
from plugins.attachments.media.read_media import read_media

SAMPLES = Path("tests/media")


def read(name: str, data: bytes) -> tuple[MediaFacts, list[str]]:
    facts, remarks = read_media(name, BytesIO(data))
    return facts, [remark.what for remark in remarks]


def sample(name: str) -> bytes:
    return (SAMPLES / name).read_bytes()


def test_every_type_that_players_play_can_be_read() -> None:
    assert set(FORMATS) == {suffix for suffix, each in ATTACHMENT_TYPES.items() if each.is_media}


@pytest.mark.parametrize(
    ("name", "facts"),
    [
        ("episode.mp3", MediaFacts(8.072, 0, 0, False, "MPEG Audio")),
        ("clip.mp4", MediaFacts(6.0, 320, 180, True, "AVC, AAC")),
        ("portrait.webm", MediaFacts(4.008, 180, 320, True, "VP9, Opus")),
        ("rotated.mp4", MediaFacts(1.0, 36, 64, True, "AVC, AAC")),
        ("silent.mp4", MediaFacts(1.0, 36, 64, True, "AVC", has_sound=False)),
    ],
)
def test_length_and_sides_are_those_that_players_show(name: str, facts: MediaFacts) -> None:
    assert read(name, sample(name)) == (facts, [])


@pytest.mark.parametrize(
    ("name", "what"),
    [
        ("hevc.mp4", "is in HEVC, which many browsers do not play"),
        ("ac3.mp4", "is in AC-3, which many browsers do not play"),
        ("ten-bit.mp4", "is in AVC High 10@L1, which many browsers do not play"),
        ("prores.mov", "is in ProRes, which many browsers do not play"),
        ("alac.m4a", "is in ALAC, which many browsers do not play"),
        ("slow.mp4", "has its index at the end, so that it starts late"),
        ("place.mp4", "tells where it was recorded"),
        ("device.mp4", "tells which camera or phone it was recorded with"),
    ],
)
def test_what_readers_or_authors_would_regret_is_told(name: str, what: str) -> None:
    _, remarks = read(name, sample(name))

    assert remarks == [what]


def test_the_command_against_one_fault_heals_the_other_too() -> None:
    _, remarks = read_media("articles/a b.mov", BytesIO(sample("place.mov")))

    assert [remark.remedy for remark in remarks] == [
        "ffmpeg -i 'a b.mov' -map_metadata -1 -c copy -movflags +faststart 'a b-web.mp4', and name that one"
    ] * 2


@pytest.mark.skipif(not shutil.which("ffmpeg"), reason="there is no ffmpeg, which only authors need")
@pytest.mark.parametrize("name", ["hevc.mp4", "slow.mp4", "place.mov", "device.mp4"])
def test_the_commands_that_are_told_help(name: str, tmp_path: Path) -> None:
    import shlex
    import subprocess

    shutil.copy(SAMPLES / name, tmp_path)
    _, remarks = read_media(name, BytesIO(sample(name)))
    command = shlex.split(remarks[0].remedy.removesuffix(", and name that one"))

    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True)

    assert read(command[-1], (tmp_path / command[-1]).read_bytes())[1] == []


@pytest.mark.parametrize(
    ("name", "data", "what"),
    [
        ("clip.mp4", b"", "is no video, though its name ends in '.mp4'"),
        ("clip.mp4", b"Not yet.\n", "is no video, though its name ends in '.mp4'"),
        ("talk.mp3", b"Not yet.\n", "is no audio, though its name ends in '.mp3'"),
        ("clip.mp4", sample("clip.mp4")[:9000], "breaks off before its end"),
        ("clip.mp4", sample("slow.mp4")[:3000], "breaks off before its end"),
        ("clip.webm", sample("portrait.webm")[:9000], "breaks off before its end"),
        ("clip.mp4", sample("matroska.mp4"), "is Matroska, though its name ends in '.mp4'"),
        ("clip.MP4", sample("portrait.webm"), "is WebM, though its name ends in '.mp4'"),
        ("talk.mp3", sample("alac.m4a"), "is MPEG-4, though its name ends in '.mp3'"),
        ("talk.m4a", sample("clip.mp4"), "has a picture that moves, though its name ends in '.m4a'"),
    ],
)
def test_a_file_that_no_player_plays_is_refused(name: str, data: bytes, what: str) -> None:
    with pytest.raises(AttachmentError) as raised:
        read_media(name, BytesIO(data))

    assert str(raised.value) == what


def test_a_cut_mp3_may_only_say_a_wrong_length() -> None:
    facts, remarks = read("talk.mp3", sample("episode.mp3")[:9000])

    assert (facts.is_video, remarks) == (False, ["ends before the length that it says of itself"])
