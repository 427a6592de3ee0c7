from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.unit.desk.conftest import Load, article

MEDIA = ROOT / "tests" / "media"
VTT = b"WEBVTT\n\n00:01.000 --> 00:02.000\nForty.\n"


def told(load_content: Load, body: str, files: dict[str, bytes]) -> list[str]:
    """Return what is told of an article with this text, and files beside it."""
    beside = {f"articles/{name}": data for name, data in files.items()}
    loaded = load_content({"articles/one.md": article(body=body), **beside})
    return [
        f"{problem.severity.name[0]} {problem.line} {problem.what}; {problem.remedy}" for problem in loaded.problems
    ]


def sample(name: str) -> bytes:
    return (MEDIA / Path(name)).read_bytes()


def test_video_without_captions_and_audio_without_a_transcript_are_told(load_content: Load) -> None:
    body = "[See](clip.mp4)\n\n[Hear](a.mp3)"
    files = {"clip.mp4": sample("clip.mp4"), "a.mp3": sample("episode.mp3")}

    assert told(load_content, body, files) == [
        "W 8 video 'clip.mp4' has no captions, without which some cannot follow it; "
        "write them in 'clip.vtt' beside it; docs/more-than-words.md says how",
        "W 10 audio 'a.mp3' has no transcript, without which some cannot follow it; "
        "write what is said in 'a.txt' beside it, or under '## Transcript'; docs/more-than-words.md says how",
    ]
    assert told(load_content, body, {**files, "clip.en.vtt": VTT, "a.txt": b"Forty.\n"}) == []
    assert told(load_content, f"{body}\n\n## Transcript\n\nForty.", {**files, "clip.vtt": VTT}) == []


def test_a_film_without_sound_needs_no_captions(load_content: Load) -> None:
    assert told(load_content, "[See](a.mp4)", {"a.mp4": sample("silent.mp4")}) == []


def test_captions_in_srt_are_told_with_the_command_that_helps(load_content: Load) -> None:
    files = {"clip.mp4": sample("clip.mp4"), "clip.srt": b"1\n00:00:01,000 --> 00:00:02,000\nForty.\n"}

    (line,) = told(load_content, "[See](clip.mp4)", files)

    assert line.endswith("; ffmpeg -i clip.srt clip.vtt")


def test_a_link_among_words_needs_no_captions(load_content: Load) -> None:
    assert told(load_content, "See [it](clip.mp4).", {"clip.mp4": sample("clip.mp4")}) == []


def test_what_stands_beside_is_looked_at(load_content: Load) -> None:
    files = {"clip.mp4": sample("clip.mp4"), "clip.vtt": b"Forty.\n", "clip.jpg": b"no picture"}

    lines = told(load_content, "[See](clip.mp4)", files)

    assert [line.partition(";")[0] for line in lines] == [
        "E 8 'clip.jpg', which belongs to 'clip.mp4', is a text, no picture",
        "E 8 'clip.vtt', which belongs to 'clip.mp4', does not begin with 'WEBVTT'",
    ]


def test_what_can_be_shown_beside_may_still_be_worth_a_word(load_content: Load) -> None:
    files = {"a.mp3": sample("episode.mp3"), "a.txt": "Café".encode("latin-1")}

    (line,) = told(load_content, "[Hear](a.mp3)", files)

    assert line.startswith("W 8 'a.txt', which belongs to 'a.mp3', is not in UTF-8")


@pytest.mark.parametrize(
    ("body", "what"),
    [
        ("[See](none.mp4)", "linked file 'none.mp4' does not exist"),
        ("[See](Clip.mp4)", "linked file 'Clip.mp4' does not exist"),
        ("[See](text.mp4)", "linked file 'text.mp4' is no .mp4: it is a text"),
        ("[See](empty.mp4)", "linked file 'empty.mp4' is empty"),
        ("[See](folder.mp4)", "linked file 'folder.mp4' is a folder"),
        ('<video controls src="none.mp4"></video>', "linked file 'none.mp4' does not exist"),
        ('<video controls src="../none.mp4"></video>', "linked file '../none.mp4' does not exist"),
        ('- <video controls src="none.mp4"></video>', "linked file 'none.mp4' does not exist"),
        ('<video controls><source src="none.webm"></video>', "linked file 'none.webm' does not exist"),
        ('<video controls src="clip"></video>', "file 'clip' is no audio or video"),
        ('<video controls src="one.md"></video>', "file 'one.md' is no audio or video"),
        ('<video controls src="clip.mkv"></video>', "file 'clip.mkv' is of a type that browsers do not play"),
        ('<video controls src="clip.jpg"></video>', "file 'clip.jpg' is no audio or video"),
        (
            '<video controls src="clip.mp4"><track src="a.srt"></video>',
            "file 'a.srt' is no captions: these end in '.vtt'",
        ),
        ('<video controls src="clip.mp4"><track src="none.vtt"></video>', "linked file 'none.vtt' does not exist"),
        ('<video controls src="clip.mp4" poster="none.jpg"></video>', "picture 'none.jpg' does not exist"),
        ("<video controls></video>", "video without a file"),
        ('<video controls src="#clip"></video>', "video without a file"),
        ('<video controls src=""></video>', "video without a file"),
        (
            '<video controls src="https://x.example/a.mp4"></video>',
            "a file of audio or video from another site: 'https://x.example/a.mp4'",
        ),
    ],
)
def test_no_dead_player_is_published(load_content: Load, body: str, what: str) -> None:
    files = {
        "clip.mp4": sample("clip.mp4"),
        "clip.vtt": VTT,
        "text.mp4": b"Not yet.\n",
        "empty.mp4": b"",
        "folder.mp4/a.txt": b"A\n",
    }

    lines = told(load_content, body, files)

    assert [line.partition(";")[0] for line in lines if line.startswith("E")] == [f"E 8 {what}"]
