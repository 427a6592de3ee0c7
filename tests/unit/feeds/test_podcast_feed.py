"""The tags that directories require, after Apple's (podcasters.apple.com/support/823) and Spotify's specifications."""

from dataclasses import replace
from xml.etree import ElementTree

import pytest

from plugins.feeds.feed_files import FeedFile
from plugins.feeds.podcast_feed import Episode, PodcastFeed, PodcastRenderer, podcast_rss, write_episode
from tests.unit.feeds.heard import PODCAST
from tests.values import at

NAMES = {
    "itunes": "http://www.itunes.com/dtds/podcast-1.0.dtd",
    "podcast": "https://podcastindex.org/namespace/1.0",
    "atom": "http://www.w3.org/2005/Atom",
}
FILE = FeedFile(
    url="https://example.test/files/0/one%20%26%20two.mp3",
    size=1234,
    media_type="audio/mpeg",
    seconds=750,
    is_video=False,
    words=(("https://example.test/files/0/one.txt", "text/plain"),),
)
EPISODE = Episode(
    title="Prices & <shelves> ]]>",
    url="https://example.test/2023/11/one/",
    id="https://example.test/2023/10/old/",
    summary="What they cost.",
    authors=("Mei Tan", "Ari Wibowo"),
    date=at("2023-11-24T09:30"),
    changed=at("2023-11-25T09:30"),
    file=FILE,
    image="https://example.test/pictures/one.jpg",
)
FEED = PodcastFeed(
    path="tags/x/podcast.xml",
    podcast=PODCAST,
    description="A list a week.",
    lang="en",
    url="https://example.test/tags/x/podcast.xml",
    front_url="https://example.test/tags/x/",
    image="https://example.test/pictures/show.png",
    episodes=(write_episode(EPISODE),),
)


def channel(feed: PodcastFeed = FEED) -> ElementTree.Element:
    found = ElementTree.fromstring(podcast_rss(feed)).find("channel")
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        ("title", "The rate card"),
        ("description", "A list a week."),
        ("language", "en"),
        ("link", "https://example.test/tags/x/"),
        ("itunes:author", "Ana & Budi"),
        ("itunes:owner/itunes:name", "Ana & Budi"),
        ("itunes:owner/itunes:email", "desk@kabar.example"),
        ("itunes:explicit", "false"),
        ("itunes:type", "episodic"),
        ("lastBuildDate", "Sat, 25 Nov 2023 09:30:00 +0800"),
        ("item/title", "Prices & <shelves> ]]>"),
        ("item/description", "What they cost."),
        ("item/pubDate", "Fri, 24 Nov 2023 09:30:00 +0800"),
        ("item/guid", "https://example.test/2023/10/old/"),
        ("item/link", "https://example.test/2023/11/one/"),
        ("item/itunes:duration", "750"),
        ("item/itunes:author", "Mei Tan, Ari Wibowo"),
    ],
)
def test_a_tag_has_the_words_that_directories_look_for(tag: str, expected: str) -> None:
    assert channel().findtext(tag, namespaces=NAMES) == expected


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        ("itunes:image", {"href": "https://example.test/pictures/show.png"}),
        ("itunes:category", {"text": "Business"}),
        ("itunes:category/itunes:category", {"text": "Marketing"}),
        ("atom:link", {"rel": "self", "href": "https://example.test/tags/x/podcast.xml"}),
        ("item/enclosure", {"url": FILE.url, "length": "1234", "type": "audio/mpeg"}),
        ("item/guid", {"isPermaLink": "false"}),
        ("item/itunes:image", {"href": "https://example.test/pictures/one.jpg"}),
        ("item/podcast:transcript", {"url": "https://example.test/files/0/one.txt", "type": "text/plain"}),
    ],
)
def test_a_tag_has_the_attributes_that_directories_look_for(tag: str, expected: dict[str, str]) -> None:
    found = channel().find(tag, NAMES)

    assert found is not None
    assert found.attrib == expected


def test_what_is_not_known_is_left_out() -> None:
    bare = replace(EPISODE, authors=(), image="", file=replace(FILE, seconds=0, words=()))
    podcast = replace(PODCAST, subcategory="", is_explicit=True)
    found = channel(replace(FEED, podcast=podcast, image="", episodes=(write_episode(bare),)))

    names = {each.tag.rpartition("}")[2] for each in found.iter()}
    assert names.isdisjoint({"image", "duration", "transcript"})
    assert len(found.findall(".//itunes:category", NAMES)) == 1
    assert found.findtext("itunes:explicit", namespaces=NAMES) == "true"


def test_a_podcast_without_episodes_was_last_changed_at_the_epoch() -> None:
    found = channel(replace(FEED, episodes=()))

    assert found.findtext("lastBuildDate") == "Thu, 01 Jan 1970 00:00:00 +0000"
    assert found.find("item") is None


def test_the_renderer_writes_what_the_function_does() -> None:
    assert PodcastRenderer().render(FEED) == podcast_rss(FEED)
