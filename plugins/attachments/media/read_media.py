"""Reading a file of audio or video: its length and sides, and what its author should know of it.

The library reads it piece by piece, so that a file of gigabytes is never in memory; nothing is decoded.
"""

import shlex
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Any, BinaryIO, NamedTuple

from plugins.attachments.attachment_values import AttachmentError, FileRemark, MediaFacts
from plugins.attachments.media.media_formats import FORMATS, MediaFormat, conversion
from plugins.newsroom.problems import shortened

_MILLISECONDS = 1000
_QUARTERS = (90, 270)
_BROKEN, _ANEW = "breaks off before its end", "export or copy it anew"
_LOOSE = "MPEG Audio"
"""Format whose files say a length that programs that cut them leave as it was."""
_STRIPPED = "-map_metadata -1 "
_STUDIO_PROFILES = ("High 10", "High 4:2:2", "High 4:4:4")
_PLACE_WORDS = ("location", "iso6709", "xyz")
"""Parts of the names under which cameras and phones write where they were."""
_DEVICE_WORDS = ("make", "model")


class MediaReading(NamedTuple):
    """A file of audio or video as it was read."""

    facts: MediaFacts
    remarks: tuple[FileRemark, ...]


def read_media(name: str, file: BinaryIO) -> MediaReading:
    """Return what is known of the audio or video in `file`, of this name. Raises AttachmentError."""
    tracks = _tracks(file)
    general = tracks[0]
    kinds = {kind: [track for track in tracks if track.track_type == kind] for kind in ("Video", "Audio")}
    if not any(kinds.values()):
        raise _no_media(name, general)
    media_format = FORMATS[_suffix(name)]
    if general.format not in media_format.containers:
        raise AttachmentError(
            f"is {general.format}, though its name ends in '.{_suffix(name)}'", conversion(name, bool(kinds["Video"]))
        )
    if kinds["Video"] and not media_format.is_video:
        raise AttachmentError(
            f"has a picture that moves, though its name ends in '.{_suffix(name)}'", "end its name with '.mp4'"
        )
    if general.istruncated == "Yes" and general.format != _LOOSE:
        raise AttachmentError(_BROKEN, _ANEW)
    width, height = _sides(kinds["Video"][0]) if kinds["Video"] else (0, 0)
    facts = MediaFacts(
        seconds=_seconds([*kinds["Video"], *kinds["Audio"], general]),
        width=width,
        height=height,
        is_video=bool(kinds["Video"]),
        has_sound=bool(kinds["Audio"]),
        codecs=", ".join(dict.fromkeys(str(track.format) for track in (*kinds["Video"], *kinds["Audio"]))),
    )
    return MediaReading(facts, tuple(_remarks(name, tracks, media_format)))


def _tracks(file: BinaryIO) -> list[Any]:
    from pymediainfo import MediaInfo  # here, for most builds meet no new file

    try:
        return list(MediaInfo.parse(file).tracks)
    except (OSError, RuntimeError) as error:
        remedy = "install MediaInfo (its package is named mediainfo or libmediainfo), and delete the folder output.stet"
        raise AttachmentError(f"cannot be read ({shortened(str(error))})", remedy) from None


def _no_media(name: str, general: Any) -> AttachmentError:
    if general.istruncated == "Yes":
        return AttachmentError(_BROKEN, _ANEW)
    kind = "video" if FORMATS[_suffix(name)].is_video else "audio"
    return AttachmentError(f"is no {kind}, though its name ends in '.{_suffix(name)}'", _ANEW)


def _seconds(tracks: list[Any]) -> float:
    """Return the length of the longest part, in seconds; 0 where no part tells its own."""
    return max((float(track.duration) / _MILLISECONDS for track in tracks if track.duration), default=0.0)


def _sides(video: Any) -> tuple[int, int]:
    """Return width and height as browsers show them: upright, and with pixels that are square."""
    width, height = int(video.width or 0), int(video.height or 0)
    width = round(width * float(video.pixel_aspect_ratio or 1))
    return (height, width) if round(float(video.rotation or 0)) % 360 in _QUARTERS else (width, height)


def _remarks(name: str, tracks: list[Any], media_format: MediaFormat) -> Iterator[FileRemark]:
    general = tracks[0]
    told = _told(general)
    stripped = _STRIPPED if told else ""
    unplayed = list(filter(None, (_unplayed(track, media_format) for track in tracks)))
    if unplayed:
        is_video = any(track.track_type == "Video" for track in tracks)
        what = f"is in {' and '.join(unplayed)}, which many browsers do not play"
        yield FileRemark(what, conversion(name, is_video, stripped), is_warning=True)
    elif _suffix(name) == "mov":
        yield FileRemark(
            "is a QuickTime file, which some browsers do not play", _copied(name, stripped), is_warning=True
        )
    elif general.isstreamable == "No":
        yield FileRemark("has its index at the end, so that it starts late", _copied(name, stripped), is_warning=False)
    elif general.istruncated == "Yes":
        yield FileRemark(
            "ends before the length that it says of itself", f"listen to its end; if it is missing, {_ANEW}", True
        )
    if told:
        yield FileRemark(told, _copied(name, stripped), is_warning="where" in told)


def _told(general: Any) -> str:
    """Return what a file tells of who recorded it, which nobody sees on the page; empty if it tells nothing."""
    names = general.to_data()
    if any(word in key for key in names for word in _PLACE_WORDS):
        return "tells where it was recorded"
    if any(key.endswith(_DEVICE_WORDS) for key in names):
        return "tells which camera or phone it was recorded with"
    return ""


def _unplayed(track: Any, media_format: MediaFormat) -> str:
    """Return the name of what a track is written in, if browsers do not play that."""
    if track.track_type == "Video" and track.format == "AVC":
        profile = str(track.format_profile or "")
        return f"AVC {profile}" if profile.startswith(_STUDIO_PROFILES) else ""
    played = {"Audio": media_format.audio, "Video": media_format.video}.get(track.track_type)
    return "" if played is None or track.format in played else str(track.format)


def _copied(name: str, options: str = "") -> str:
    """Return the command that copies what is in a file into a better one, and the name to write instead."""
    path = PurePosixPath(name)
    suffix = "mp4" if _suffix(name) == "mov" else path.suffix[1:]
    start = "-movflags +faststart " if FORMATS[_suffix(name)].containers == {"MPEG-4"} else ""
    made = shlex.quote(f"{path.stem}-web.{suffix}")
    return f"ffmpeg -i {shlex.quote(path.name)} {options}-c copy {start}{made}, and name that one"


def _suffix(name: str) -> str:
    return PurePosixPath(name).suffix.lower()[1:]
