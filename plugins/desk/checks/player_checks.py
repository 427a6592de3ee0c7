"""Files of audio and video that texts play: each is one, and those who cannot hear it can read what is said."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePosixPath

from plugins.attachments.attachment_types import suffix_of
from plugins.attachments.attachment_values import AttachmentError, SourceAttachment
from plugins.attachments.media.captions import srt_remedy
from plugins.attachments.media.companions import CAPTIONS, TRANSCRIPT, Companions
from plugins.attachments.media.media_formats import UNPLAYED_AUDIO, UNPLAYED_VIDEO, conversion, is_played
from plugins.desk.checks.attachment_checks import check_attachment
from plugins.desk.files.content_index import ContentIndex
from plugins.desk.files.entry import PLAYERS, Entry, Ref
from plugins.newsroom.problems import Problem, Severity, shortened
from plugins.pictures.values import PictureError

_GIVES = {"player captions": "captions", "player transcript": "transcript"}
_GUIDE = "docs/more-than-words.md says how"


def check_media(index: ContentIndex, here: Entry, ref: Ref) -> Iterator[Problem]:
    """Find a file that no player plays, and what is wrong with those beside it."""
    wanted = (suffix_of(ref.key) == CAPTIONS) if ref.kind == "track" else is_played(ref.key)
    if not wanted:
        yield _wrong_kind(index, here, ref)
        return
    yield from check_attachment(index, here, ref)
    found = index.attachments.get(ref.key)
    if found and ref.kind in PLAYERS:
        beside = index.attachments.companions(ref.key)
        yield from _check_beside(index, here, ref, beside)
        yield from _check_words(index, here, ref, found, beside)


def _wrong_kind(index: ContentIndex, here: Entry, ref: Ref) -> Problem:
    name, suffix = f"file {shortened(ref.target)!r}", suffix_of(ref.key)
    if ref.kind == "track":
        what, stem = f"{name} is no captions: these end in '.{CAPTIONS}'", str(PurePosixPath(ref.key).with_suffix(""))
        remedy = srt_remedy(PurePosixPath(stem).name) if suffix == "srt" else f"write them as WebVTT: {_GUIDE}"
    elif suffix in (*UNPLAYED_AUDIO, *UNPLAYED_VIDEO):
        what = f"{name} is of a type that browsers do not play"
        remedy = conversion(ref.key, suffix in UNPLAYED_VIDEO)
    else:
        what, remedy = f"{name} is no audio or video", "name a file that ends in '.mp3' or '.mp4'"
    return index.problem(here, ref.place, what, remedy, has_rendering=True)


def _check_beside(index: ContentIndex, here: Entry, ref: Ref, beside: Companions) -> Iterator[Problem]:
    """Find captions, transcripts and posters that cannot be shown."""
    files = ((key, index.attachments.by_key.get(key)) for key in beside.files)
    found = [(key, error) for key, error in files if isinstance(error, AttachmentError)]
    for key in beside.files:
        for what, remedy, is_warning in source.remarks if (source := index.attachments.get(key)) else ():
            told = f"{shortened(PurePosixPath(key).name)!r}, which belongs to {shortened(ref.target)!r}, {what}"
            problem = index.problem(here, ref.place, told, remedy)
            yield replace(problem, severity=Severity.WARNING if is_warning else Severity.NOTICE)
    poster = index.pictures.get(beside.poster)
    errors: list[tuple[str, AttachmentError | PictureError]] = [*found]
    if isinstance(poster, PictureError):
        errors.append((beside.poster, poster))
    for key, error in errors:
        what = f"{shortened(PurePosixPath(key).name)!r}, which belongs to {shortened(ref.target)!r}, {error}"
        yield index.problem(here, ref.place, what, error.remedy or "save it again", has_rendering=True)


def _check_words(
    index: ContentIndex, here: Entry, ref: Ref, found: SourceAttachment, beside: Companions
) -> Iterator[Problem]:
    """Find audio and video whose words nobody can read (WCAG 2.2, 1.2.1 and 1.2.2)."""
    if found.media is None:
        return
    gives = _GIVES.get(ref.kind, "")
    stem = PurePosixPath(ref.key).stem
    name = shortened(f"{stem}.{CAPTIONS}")
    if found.media.is_video and not (gives == "captions" or beside.captions or not found.media.has_sound):
        srt = f"{PurePosixPath(ref.key).with_suffix('')}.srt"
        has_srt = srt in index.attachments.by_key
        remedy = srt_remedy(stem) if has_srt else f"write them in {name!r} beside it; {_GUIDE}"
        what = f"video {shortened(ref.target)!r} has no captions, without which some cannot follow it"
    elif not (found.media.is_video or gives or beside.captions or beside.transcript):
        text = shortened(f"{stem}.{TRANSCRIPT}")
        remedy = f"write what is said in {text!r} beside it, or under '## Transcript'; {_GUIDE}"
        what = f"audio {shortened(ref.target)!r} has no transcript, without which some cannot follow it"
    else:
        return
    yield replace(index.problem(here, ref.place, what, remedy), severity=Severity.WARNING)
