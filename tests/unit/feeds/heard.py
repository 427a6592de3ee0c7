"""Players and podcasts for the tests of feeds."""

from dataclasses import replace
from typing import Any

from markupsafe import Markup

from plugins.newsroom.articles import Body, Tag
from plugins.newsroom.forms.media_parts import Player
from plugins.newsroom.syndication.podcast import Podcast
from tests.values import VIDEO, body, paragraphs

PODCAST = Podcast(
    title="The rate card",
    author="Ana & Budi",
    email="desk@kabar.example",
    category="Business",
    subcategory="Marketing",
    is_explicit=False,
    order="episodic",
    link="",
    image="/news/pictures/show.png",
)
SHOW: Tag = replace(VIDEO, summary="A list a week.", podcast=PODCAST)


def player(name: str = "episode.mp3", **changes: Any) -> Player:
    standard = Player(
        is_video=False,
        title_html=Markup("Listen"),
        name="Listen",
        url=f"/news/files/012345012345/{name}",
        sources=(),
        media_type="audio/mpeg",
        size=11_400_000,
        facts="MP3, 11.4 MB",
        seconds=750.4,
        duration="12 min, 30 sec",
        iso_duration="PT12M30S",
        address="example.test/news/files/012345012345/episode.mp3",
    )
    return replace(standard, **changes)


def clip(name: str = "clip.mp4") -> Player:
    return player(name, is_video=True, media_type="video/mp4")


def playing(*players: Player) -> Body:
    return body(blocks=(*paragraphs("First."), *players, *paragraphs("Last.")))
