"""Players of an article as feeds tell of them: the files, which readers of feeds load by themselves."""

from collections.abc import Iterator
from dataclasses import dataclass

from plugins.newsroom.articles import Body
from plugins.newsroom.forms.media_parts import Player
from plugins.newsroom.media_types import media_type
from plugins.newsroom.urls import on_host


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedFile:
    """A file of audio or video, every address absolute."""

    url: str
    size: int
    """In bytes."""
    media_type: str
    seconds: int
    """0 where it is not known."""
    is_video: bool
    words: tuple[tuple[str, str], ...] = ()
    """Addresses and media types of files with what is said in it."""


def files_of(body: Body, site_url: str) -> Iterator[FeedFile]:
    """Yield the files that the players of a text play, in order, each once."""
    seen = set()
    for part in body.blocks:
        if isinstance(part, Player) and part.url not in seen:
            seen.add(part.url)
            found = (part.transcript_url, *(track.url for track in part.tracks))
            addresses = [each for each in found if each and not each.startswith("#")]  # else it stands in the text
            yield FeedFile(
                url=on_host(site_url, part.url),
                size=part.size,
                media_type=part.media_type,
                seconds=round(part.seconds),
                is_video=part.is_video,
                words=tuple((on_host(site_url, each), media_type(each).partition(";")[0]) for each in addresses),
            )
