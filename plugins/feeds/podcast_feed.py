"""Podcasts as RSS 2.0 with the tags of Apple and of the Podcast Index: what directories require, and a little more.

Required by Apple (podcasters.apple.com/support/823) and by Spotify (support.spotify.com, podcast delivery).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from typing import Any

from feedgenerator import Enclosure, Rss201rev2Feed
from feedgenerator.django.utils.xmlutils import SimplerXMLGenerator

from plugins.feeds.feed_files import FeedFile
from plugins.feeds.written_feed import EPOCH, WrittenEntry, digested_entry
from plugins.newsroom.syndication.podcast import Podcast

RSS = "rss"
"""Name of the engine's renderer that writes podcasts."""
END = b"</channel></rss>"
_NAMESPACES = {
    "xmlns:itunes": "http://www.itunes.com/dtds/podcast-1.0.dtd",
    "xmlns:podcast": "https://podcastindex.org/namespace/1.0",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class PodcastFeed:
    """One podcast, newest episode first; every address is absolute."""

    path: str
    """Path below the output folder."""
    podcast: Podcast
    description: str
    lang: str
    url: str
    front_url: str
    image: str
    episodes: tuple[WrittenEntry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Episode:
    """One article with audio, every address absolute."""

    title: str
    url: str
    id: str
    summary: str
    authors: tuple[str, ...]
    date: datetime
    changed: datetime
    file: FeedFile
    image: str
    """A square; may be empty."""


class PodcastDocument(Rss201rev2Feed):  # type: ignore[misc]  # feedgenerator has no types
    """RSS with what is said of podcasts."""

    def rss_attributes(self) -> dict[str, str]:
        return {**super().rss_attributes(), **_NAMESPACES}

    def latest_post_date(self) -> Any:
        """Return the time of the newest change, which `_frame` gives: the library would look for it in the episodes."""
        return self.feed["changed"]

    def add_root_elements(self, handler: Any) -> None:
        super().add_root_elements(handler)
        podcast: Podcast = self.feed["podcast"]
        handler.addQuickElement("itunes:author", podcast.author)
        handler.startElement("itunes:owner", {})
        handler.addQuickElement("itunes:name", podcast.author)
        handler.addQuickElement("itunes:email", podcast.email)
        handler.endElement("itunes:owner")
        if self.feed["image"]:
            handler.addQuickElement("itunes:image", None, {"href": self.feed["image"]})
        handler.startElement("itunes:category", {"text": podcast.category})
        if podcast.subcategory:
            handler.addQuickElement("itunes:category", None, {"text": podcast.subcategory})
        handler.endElement("itunes:category")
        handler.addQuickElement("itunes:explicit", "true" if podcast.is_explicit else "false")
        handler.addQuickElement("itunes:type", podcast.order)

    def add_item_elements(self, handler: Any, item: dict[str, Any]) -> None:
        super().add_item_elements(handler, item)
        episode: Episode = item["episode"]
        if episode.authors:
            handler.addQuickElement("itunes:author", ", ".join(episode.authors))
        if episode.file.seconds:
            handler.addQuickElement("itunes:duration", str(episode.file.seconds))
        if episode.image:
            handler.addQuickElement("itunes:image", None, {"href": episode.image})
        for url, media_type in episode.file.words:
            handler.addQuickElement("podcast:transcript", None, {"url": url, "type": media_type})


class PodcastRenderer:
    """Writes podcasts for the engine."""

    def version(self, template: str) -> bytes:
        """Return a constant: podcasts depend on nothing but their model and this code."""
        return b"podcast"

    def prepare(self, templates: Iterable[str]) -> None:
        """Do nothing: there are no templates."""

    def render(self, model: PodcastFeed) -> bytes:
        return podcast_rss(model)


def podcast_rss(feed: PodcastFeed) -> bytes:
    """Return a podcast as a document in UTF-8; equal ones give the same bytes."""
    before = _frame(feed).removesuffix(END)
    return b"".join([before, *(episode.data for episode in feed.episodes), END])


def write_episode(episode: Episode) -> WrittenEntry:
    """Return an episode as it stands in the podcasts of its category and its tags."""
    document = PodcastDocument(title="", link="", description="")
    document.add_item(
        title=episode.title,
        link=episode.url,
        unique_id=episode.id,
        unique_id_is_permalink=False,
        description=episode.summary,
        pubdate=episode.date,
        enclosures=[Enclosure(episode.file.url, str(episode.file.size), episode.file.media_type)],
        episode=episode,
    )
    out = BytesIO()
    document.write_items(SimplerXMLGenerator(out, "utf-8", short_empty_elements=True))
    return digested_entry(episode.changed, out.getvalue())


def _frame(feed: PodcastFeed) -> bytes:
    """Return the document without its episodes; one that has none was last changed at the epoch, not now."""
    document = PodcastDocument(
        title=feed.podcast.title,
        link=feed.front_url,
        description=feed.description,
        language=feed.lang,
        feed_url=feed.url,
        podcast=feed.podcast,
        image=feed.image,
        changed=max((episode.updated for episode in feed.episodes), default=EPOCH),
    )
    out = BytesIO()
    document.write(out, "utf-8")
    return out.getvalue()
