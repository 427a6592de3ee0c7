"""Captions of audio and video: whether a file is WebVTT as browsers read it (w3.org/TR/webvtt1).

Browsers pass over a cue that is not written right, and show nothing at all of a file that does not begin right.
"""

import re
import shlex
from itertools import pairwise

from plugins.attachments.attachment_values import AttachmentError
from plugins.newsroom.problems import shortened

_TIME = r"(?:(\d{2,}):)?([0-5]\d):([0-5]\d)\.(\d{3})"
_TIMES = re.compile(rf"{_TIME}[ \t]*-->[ \t]*{_TIME}(?:[ \t]+\S.*)?")
_ARROW = "-->"
_COMMA_TIME = re.compile(r"\d{2}:\d{2}:\d{2},\d{3}")
_SIGNATURE = re.compile(r"WEBVTT(?:[ \t].*)?")
_OTHER_BLOCKS = re.compile(r"(?:NOTE|STYLE|REGION)(?:[ \t]|$)")


def srt_remedy(stem: str) -> str:
    """Return the command that makes WebVTT of a file in SRT; `stem` is that of its name."""
    return f"ffmpeg -i {shlex.quote(f'{stem}.srt')} {shlex.quote(f'{stem}.vtt')}"


def check_captions(stem: str, data: bytes) -> None:
    """Raise AttachmentError for the first thing in a file that browsers would not show; `stem` is that of its name."""
    if not data.strip():
        raise AttachmentError("is empty", "write captions in it, or delete it")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise AttachmentError("is not in UTF-8", "save it as UTF-8") from None
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    if not _SIGNATURE.fullmatch(lines[0]):
        if _COMMA_TIME.search(text):
            raise AttachmentError("is SRT, which browsers do not show", _renamed(stem))
        raise AttachmentError("does not begin with 'WEBVTT'", "write that as its first line, and an empty one under it")
    starts = [number for number, line in enumerate(lines) if number and line.strip() and not lines[number - 1].strip()]
    has_cues = False
    for start, end in pairwise([*starts, len(lines)]):
        has_cues = _check_block(stem, lines[start:end], start + 1) or has_cues
    if not has_cues:
        raise AttachmentError("has no captions in it", "write them, or delete it")


def _check_block(stem: str, lines: list[str], number: int) -> bool:
    """Tell whether a block is a cue; `number` is that of its first line."""
    if _OTHER_BLOCKS.match(lines[0]):
        return False
    at = next((index for index, line in enumerate(lines[:2]) if _ARROW in line), None)
    if at is None:
        remedy = "write them as 00:01.000 --> 00:04.000 in the line above the words; no empty line parts the words"
        raise AttachmentError(f"has words without times in line {number}: '{shortened(lines[0])}'", remedy)
    times = _TIMES.fullmatch(lines[at].strip())
    if times is None:
        written = shortened(lines[at].strip())
        remedy = "write 00:01.000 --> 00:04.000, with a point before the thousandths"
        if _COMMA_TIME.search(lines[at]):
            remedy = _renamed(stem)
        raise AttachmentError(f"has times in line {number + at} that browsers do not read: '{written}'", remedy)
    start, end = (_seconds(*times.groups()[first : first + 4]) for first in (0, 4))
    if end <= start:
        what = f"has a caption in line {number + at} that ends before it begins: '{shortened(lines[at].strip())}'"
        raise AttachmentError(what, "put its times right")
    return True


def _renamed(stem: str) -> str:
    return f"rename it to {shortened(stem)}.srt, and run: {srt_remedy(stem)}"


def _seconds(hours: str | None, minutes: str, seconds: str, thousandths: str) -> float:
    return int(hours or 0) * 3600 + int(minutes) * 60 + int(seconds) + int(thousandths) / 1000
