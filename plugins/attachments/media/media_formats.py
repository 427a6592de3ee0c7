"""Formats of audio and video that browsers of today play, by the ending of a file's name.

After the tables of MDN (Media container formats, Web video and audio codec guides), as of 2026.
"""

import shlex
from pathlib import PurePosixPath
from typing import NamedTuple


class MediaFormat(NamedTuple):
    """The names that MediaInfo has for the contents of one kind of file, as far as browsers play them."""

    containers: frozenset[str]
    audio: frozenset[str]
    video: frozenset[str] = frozenset()

    @property
    def is_video(self) -> bool:
        return bool(self.video)


def _format(containers: str, audio: str, video: str = "") -> MediaFormat:
    return MediaFormat(*(frozenset(filter(None, names.split("/"))) for names in (containers, audio, video)))


_MP4 = _format("MPEG-4", "AAC/MPEG Audio/Opus/FLAC", "AVC/AV1/VP9")
_M4A = _format("MPEG-4", "AAC/MPEG Audio/Opus/FLAC")
_OGG = _format("Ogg", "Vorbis/Opus/FLAC")
FORMATS = {
    "flac": _format("FLAC", "FLAC"),
    "m4a": _M4A,
    "mov": _MP4,
    "mp3": _format("MPEG Audio", "MPEG Audio"),
    "mp4": _MP4,
    "ogg": _OGG,
    "opus": _OGG,
    "wav": _format("Wave", "PCM"),
    "webm": _format("WebM", "Vorbis/Opus", "VP8/VP9/AV1"),
}
"""By ending; one that has names of video is for audio with pictures that move."""

UNPLAYED_AUDIO = ("aif", "aiff", "amr", "caf", "m4b", "mid", "ra", "wma")
UNPLAYED_VIDEO = ("3gp", "avi", "flv", "m2ts", "mkv", "mpeg", "mpg", "mts", "ogv", "ts", "vob", "wmv")
"""Endings of files that browsers do not play, or few."""


def is_played(name: str) -> bool:
    """Tell whether players play a file, by its name."""
    return PurePosixPath(name).suffix[1:].lower() in FORMATS


def conversion(name: str, is_video: bool, options: str = "") -> str:
    """Return the command that makes a file of a sort that all browsers play, and the name to write instead."""
    path = PurePosixPath(name)
    made = f"{path.stem}-web.{'mp4' if is_video else 'mp3'}"
    how = "-c:v libx264 -pix_fmt yuv420p -c:a aac -movflags +faststart" if is_video else "-vn -c:a libmp3lame -q:a 4"
    return f"ffmpeg -i {shlex.quote(path.name)} {options}{how} {shlex.quote(made)}, and name that one"
