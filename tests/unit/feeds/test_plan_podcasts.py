from collections.abc import Mapping
from dataclasses import replace

import pytest

from plugins.feeds.feed_header import HEADER
from plugins.feeds.plan_podcasts import (
    EPISODE,
    PODCAST_COPY,
    make_episode,
    make_former_podcast,
    make_podcast,
    plan_podcasts,
)
from plugins.feeds.podcast_feed import PodcastFeed, podcast_rss
from plugins.newsroom.addresses.address_forms import PageRedirect
from plugins.newsroom.articles import Article, Body, Publication
from plugins.stet.facts import View
from plugins.stet.offers import Offers
from plugins.stet.outputs import Output
from tests.unit.feeds.fed import PUBLICATION
from tests.unit.feeds.heard import PODCAST, SHOW, clip, player, playing
from tests.values import SOCIAL, VIDEO, article, at, offer_publication, publication


def whole(*articles: Article, **changes: object) -> Publication:
    slugs = tuple(sorted(each.slug for each in articles))
    return publication(*articles, **{"tags": (SHOW,), "audio": slugs, **changes})


def view(*articles: Article, of: Publication, bodies: Mapping[str, Body]) -> View:
    offers = Offers()
    offer_publication(offers, *articles, of=of, bodies=bodies)
    offers.offer_constant(HEADER, PUBLICATION)
    offers.offer_values(EPISODE, make_episode)
    return offers.view()


def made(*articles: Article, bodies: Mapping[str, Body], **changes: object) -> PodcastFeed:
    of = whole(*articles, **changes)
    return make_podcast(view(*articles, of=of, bodies=bodies), next(plan_podcasts(of, 20)))


def test_a_publication_without_podcasts_has_none() -> None:
    assert list(plan_podcasts(whole(article(), tags=(VIDEO,)), 20)) == []


def test_a_podcast_of_a_tag_and_of_a_category_stands_beside_its_feed() -> None:
    of = whole(article(), categories=(replace(SOCIAL, podcast=PODCAST),))

    assert list(plan_podcasts(of, 20)) == [
        Output("social/podcast.xml", "podcast", ("category", "social", ("one",))),
        Output("tags/video/podcast.xml", "podcast", ("tag", "video", ("one",))),
    ]


@pytest.mark.parametrize(
    "hidden",
    [
        {"is_draft": True},
        {"embargo": at("2035-01-01T00:00")},
        {"retracted_since": at("2023-11-25T00:00")},
        {"over_since": at("2023-11-25T00:00")},
    ],
    ids=["draft", "embargoed", "retracted", "over"],
)
def test_what_readers_are_not_led_to_is_no_episode(hidden: dict[str, object]) -> None:
    of = whole(article("hidden", **hidden), article("old", date="2023-01-01T09:00"))

    assert next(plan_podcasts(of, 1)).spec == ("tag", "video", ("old",))


def test_an_article_without_audio_is_no_episode_and_takes_no_place() -> None:
    of = whole(article("text"), article("heard", date="2023-01-01T09:00"), audio=("heard",))

    assert next(plan_podcasts(of, 1)).spec == ("tag", "video", ("heard",))


def test_an_article_that_only_shows_a_video_is_no_episode() -> None:
    podcast = made(article("seen"), article("heard"), bodies={"seen": playing(clip()), "heard": playing(player())})

    assert len(podcast.episodes) == 1


def test_a_podcast_that_moved_is_at_its_former_address_too() -> None:
    moved = (
        PageRedirect("/tags/show/", "/tags/video/"),
        PageRedirect("/show/rss.xml/", "/tags/video/podcast.xml"),
        PageRedirect("/show/feed.xml/", "/tags/video/feed.xml"),
        PageRedirect("/x.html", "/about/"),
    )
    of = whole(article(), redirects=moved)
    now, former, other = plan_podcasts(of, 20)
    there = view(article(), of=of, bodies={"one": playing(player())})

    assert other.path == "show/rss.xml"
    assert (former.path, former.kind) == ("tags/show/podcast.xml", PODCAST_COPY)
    assert podcast_rss(make_former_podcast(there, former)) == podcast_rss(make_podcast(there, now))


def test_addresses_are_absolute_and_the_publication_is_the_author_by_default() -> None:
    show = replace(SHOW, podcast=replace(PODCAST, author="", link="/news/about/"))
    podcast = made(article(), bodies={"one": playing(player())}, tags=(show,))

    assert podcast.podcast.author == "The Test"
    assert (podcast.url, podcast.front_url, podcast.image, podcast.description) == (
        "https://example.test/news/tags/video/podcast.xml",
        "https://example.test/news/about/",
        "https://example.test/news/pictures/show.png",
        "A list a week.",
    )
