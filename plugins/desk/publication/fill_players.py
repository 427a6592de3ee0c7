"""Players of texts as parts of pages."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import PurePosixPath
from urllib.parse import unquote

from markupsafe import Markup

from plugins.attachments.attachment_values import ATTACHMENT, Attachment
from plugins.attachments.media.companions import COMPANIONS, Companions
from plugins.desk.files.attachment_files import attachment_key
from plugins.desk.publication.linker import Linker
from plugins.desk.text.forms.text_form import PLAYER, TRANSCRIPT, TextForm
from plugins.desk.text.link_targets import split_suffix
from plugins.newsroom.forms.form_parts import FormPart
from plugins.newsroom.forms.media_parts import CaptionTrack, MediaSource, Player
from plugins.newsroom.forms.shown_picture import Picture
from plugins.newsroom.markup import Html, without_tags
from plugins.newsroom.words.durations import duration, iso_duration
from plugins.newsroom.words.file_sizes import file_size

_UNNAMED_TYPES = ("video/quicktime",)
"""Media types that browsers would refuse by name, though they play most such files."""


def _fill_player(form: TextForm, linker: Linker) -> Html | Player | None:
    attachment = linker.attachment(form.target)
    title = linker.text(form.title)
    if attachment is None:
        return Markup("<p>{}</p>").format(title) if title else None
    media, words = attachment.media, linker.words
    caption, credit = map(linker.text, form.parts)
    beside = linker.view.read(COMPANIONS, attachment_key(linker.source, form.target))
    is_video = media.is_video if media else attachment.media_type.startswith("video/")
    sources = tuple(_sources(form, attachment, linker))
    return Player(
        is_video=is_video,
        title_html=title,
        name=without_tags(title) or without_tags(caption) or PurePosixPath(attachment.name).stem,
        url=linker.attachment_url(attachment),
        sources=sources,
        media_type=attachment.media_type,
        size=attachment.size,
        facts=words.file_facts.format(type=attachment.label, size=file_size(attachment.size, words)),
        seconds=media.seconds if media else 0,
        duration=duration(media.seconds, words) if media and media.seconds else "",
        iso_duration=iso_duration(media.seconds) if media and media.seconds else "",
        address=unquote(_on_host(linker, linker.attachment_url(attachment))),
        width=media.width if media else 0,
        height=media.height if media else 0,
        poster=_poster(form, beside, linker),
        tracks=tuple(_tracks(form, beside, linker)) if is_video else (),
        transcript_url=_transcript(form, beside, linker, is_video=is_video),
        anchor_html=Markup('<span id="{}"></span>').format(name) if (name := form.option("id")) else Markup(),
        caption_html=caption,
        credit_html=credit,
    )


def _on_host(linker: Linker, url: str) -> str:
    host = linker.site.own_site.host
    return f"https://{host}{url}" if host else url


def _sources(form: TextForm, attachment: Attachment, linker: Linker) -> Iterator[MediaSource]:
    """Yield the files among which browsers choose, each with the part of its address that names a time."""
    named = [(form.target, attachment)]
    named += [(target, found) for target in _options(form, "source") if (found := linker.attachment(target))]
    for target, each in named:
        _, fragment = split_suffix(target)
        time = fragment if fragment.startswith("#t=") else ""
        kind = "" if each.media_type in _UNNAMED_TYPES else each.media_type
        yield MediaSource(url=f"{linker.attachment_url(each)}{time}", media_type=kind)


def _poster(form: TextForm, beside: Companions, linker: Linker) -> Picture | None:
    written = form.option("poster")
    if written:
        return linker.picture(written)
    return linker.picture_with(beside.poster) if beside.poster else None


def _tracks(form: TextForm, beside: Companions, linker: Linker) -> Iterator[CaptionTrack]:
    """Yield the tracks that the author has written, else those of the files beside, if they can be shown."""
    written = [option.split("\t") for option in _options(form, "track")]
    for lang, kind, label, target in written:
        if found := linker.attachment(target):
            yield CaptionTrack(url=linker.attachment_url(found), kind=kind or "captions", lang=lang, label=label)
    for lang, key in () if written else beside.captions:
        if found := linker.view.read(ATTACHMENT, key):
            yield CaptionTrack(url=linker.attachment_url(found), kind="captions", lang=lang, label=lang)


def _transcript(form: TextForm, beside: Companions, linker: Linker, *, is_video: bool) -> str:
    """Return where the words can be read: in the text, in a file of text, or of audio in its captions."""
    if form.option(TRANSCRIPT):
        return form.option(TRANSCRIPT)
    keys = [beside.transcript, *([] if is_video else (key for _, key in beside.captions))]
    found = (linker.view.read(ATTACHMENT, key) for key in keys if key)
    return next((linker.attachment_url(each) for each in found if each), "")


def _options(form: TextForm, name: str) -> Iterator[str]:
    return (value for key, value in form.options if key == name)


PLAYER_FILLERS: Mapping[str, Callable[[TextForm, Linker], Html | FormPart | None]] = {PLAYER: _fill_player}
