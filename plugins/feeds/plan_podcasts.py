"""Podcasts from articles: which there are, the episode of an article, and the podcast made of episodes."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice

from plugins.feeds.feed_entry import feed_identity
from plugins.feeds.feed_files import files_of
from plugins.feeds.feed_header import HEADER, feed_title, title_phrases
from plugins.feeds.podcast_feed import Episode, PodcastFeed, write_episode
from plugins.feeds.written_feed import WrittenEntry
from plugins.newsroom.addresses.address_forms import PageRedirect
from plugins.newsroom.articles import Article, Category, Publication, Tag
from plugins.newsroom.site_pages import FRONTS_WITH_PODCAST, pages_of
from plugins.newsroom.spaces import ARTICLE, BODY, CATEGORY, TAG
from plugins.newsroom.urls import absolute_url, on_host, output_path, podcast_url
from plugins.stet.facts import View
from plugins.stet.outputs import Output
from plugins.stet.space import Space

PODCAST_COPY = "former podcast"
"""Kind of the files at the former addresses of podcasts."""

EPISODE = Space[WrittenEntry | None]("podcast episode")
"""The episode of an article, by slug; None of one without audio."""


def plan_podcasts(publication: Publication, size: int) -> Iterator[Output]:
    """Yield the podcasts of all fronts that have one, each with the newest `size` public articles with audio."""
    fronts: Iterable[tuple[str, Category | Tag]] = (
        *(("category", each) for each in publication.categories),
        *(("tag", each) for each in publication.tags),
    )
    podcasts = {(kind, front.slug) for kind, front in fronts if front.podcast}
    if not podcasts:
        return
    audio = {*publication.audio}
    former = _former_podcasts(publication.redirects)
    for page in pages_of(publication):
        if page.kind in FRONTS_WITH_PODCAST and (page.kind, page.slug) in podcasts:
            shown = (line.slug for line in page.articles if line.is_offered and line.slug in audio)
            path, spec = output_path(podcast_url(page.url)), (page.kind, page.slug, tuple(islice(shown, size)))
            yield Output(path, "podcast", spec)
            for address in former.get(page.url, ()):
                yield Output(address, PODCAST_COPY, (path, *spec))


def _former_podcasts(redirects: Sequence[PageRedirect]) -> Mapping[str, list[str]]:
    """Return the files at which the podcast of a front was, by the front's address: apps follow no page."""
    found: dict[str, list[str]] = {}
    for redirect in redirects:
        front = redirect.target.removesuffix(podcast_url(""))
        if redirect.is_of_feed and front != redirect.target:
            found.setdefault(front, []).append(redirect.path)
        elif redirect.address.endswith("/") and not redirect.is_of_feed:
            found.setdefault(redirect.target, []).append(output_path(podcast_url(redirect.address)))
    return found


def make_podcast(view: View, output: Output) -> PodcastFeed:
    """Return the podcast of a front: its kind, its slug, and the slugs of its episodes, newest first."""
    kind, slug, articles = output.spec
    header = view.read(HEADER)
    front = view.read(CATEGORY, slug) if kind == "category" else view.read(TAG, slug)
    podcast = front.podcast
    if podcast is None:
        raise LookupError(f"the {kind} {slug!r} has no podcast, and one is planned")
    url = absolute_url(header.url, f"/{output.path}")
    link = on_host(header.url, podcast.link) if podcast.link.startswith("/") else podcast.link
    return PodcastFeed(
        path=output.path,
        podcast=replace(podcast, author=podcast.author or header.name),
        description=front.summary,
        lang=header.lang,
        url=url,
        front_url=link or url.removesuffix(podcast_url("")),
        image=on_host(header.url, podcast.image) if podcast.image else "",
        episodes=tuple(episode for each in articles if (episode := view.read(EPISODE, each))),
    )


def make_former_podcast(view: View, output: Output) -> PodcastFeed:
    """Return the podcast that has moved, as it is at its new path: the first of the arguments."""
    path, *spec = output.spec
    return make_podcast(view, Output(path, output.kind, tuple(spec)))


def make_episode(view: View, slug: str) -> WrittenEntry | None:
    header, article = view.read(HEADER), view.read(ARTICLE, slug)
    file = next((each for each in files_of(view.read(BODY, slug), header.url) if not each.is_video), None)
    if file is None:
        return None
    return write_episode(
        Episode(
            title=feed_title(title_phrases(view, article), article),
            url=absolute_url(header.url, article.url),
            id=feed_identity(header.url, article),
            summary=article.summary,
            authors=tuple(author.name for author in article.authors),
            date=article.date,
            changed=article.changed or article.date,
            file=file,
            image=_square(header.url, article),
        )
    )


def _square(site_url: str, article: Article) -> str:
    """Return the address of the lead picture as a square; empty if there is none."""
    ratios = article.picture.ratios if article.picture else ()
    return next((on_host(site_url, cut.url) for cut in ratios if cut.width == cut.height), "")
