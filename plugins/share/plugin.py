"""The Pelican edge: checks `SHARE`, then offers the share links of every article."""

from collections.abc import Iterable
from typing import NamedTuple

from pelican import Pelican, signals
from pelican.generators import ArticlesGenerator

from plugins.newsroom.choices import ShareLink, ShareLinks
from plugins.newsroom.language.site_languages import SiteLanguage, declared_language, site_languages
from plugins.newsroom.settings import read_settings, settings_problems
from plugins.newsroom.spaces import ARTICLE, SHARE
from plugins.newsroom.urls import absolute_url
from plugins.newsroom.words.phrases import Words
from plugins.newsroom.words.words_of import words_by_language
from plugins.share.networks import NETWORKS, Network, Post
from plugins.share.settings import ShareSettings
from plugins.stet.facts import View, digest_of
from plugins.stet.plugin import run_of
from plugins.stet.space import Space


class NamedNetwork(NamedTuple):
    """A service as readers are told of it."""

    short_name: str
    name: str
    label: str


_SETTINGS = Space[tuple[str, ShareSettings, tuple[NamedNetwork, ...]]]("share settings")
"""The address of the publication, the settings, and the services in words: by the empty name, or a language."""
_LANGUAGES = Space[tuple[SiteLanguage, ...]]("languages of share links")
"""By the empty name."""


def check_settings(pelican: Pelican) -> None:
    run_of(pelican.settings).problems += settings_problems(ShareSettings, pelican.settings, "SHARE")


def offer_share_links(generator: ArticlesGenerator) -> None:
    engine = run_of(generator.settings).engine
    settings = generator.settings
    own = read_settings(ShareSettings, settings, "SHARE")
    by_language, languages = words_by_language(settings), site_languages(settings)
    values = {lang: (settings["SITEURL"], own, named_networks(own, each)) for lang, each in by_language.items()}
    digests = {lang: digest_of(value) for lang, value in values.items()}
    engine.offer_constant(_LANGUAGES, languages)
    engine.offer_facts(_SETTINGS, lambda _, lang: values[lang], digests)
    engine.offer_values(SHARE, _share_links, keep=1)


def _share_links(view: View, slug: str) -> ShareLinks:
    article, languages = view.read(ARTICLE, slug), view.read(_LANGUAGES)
    site_url, settings, networks = view.read(_SETTINGS, declared_language(article.lang, languages))
    return share_links(article.title, absolute_url(site_url, article.url), settings, networks)


def named_networks(settings: ShareSettings, words: Words) -> tuple[NamedNetwork, ...]:
    """Return the services of the settings; made once, for an article page has twenty labels."""
    return tuple(
        NamedNetwork(short_name, *_name_and_label(NETWORKS[short_name], words)) for short_name in settings.networks
    )


def _name_and_label(network: Network, words: Words) -> tuple[str, str]:
    if not network.opens_window:
        return words.email, words.share_by_email
    return network.name, f"{words.share_on.format(network=network.name)} {words.new_window}"


def share_links(title: str, url: str, settings: ShareSettings, networks: Iterable[NamedNetwork]) -> ShareLinks:
    """Return the links for an article with the canonical, absolute `url` and the plain text `title`."""
    mark = f"?{settings.source_mark}" if settings.source_mark else ""
    post = Post(title=" ".join(title.split()), url=url + mark, via=settings.via)
    links = (
        ShareLink(
            network=short_name,
            name=name,
            label=label,
            url=NETWORKS[short_name].link(post),
            opens_window=NETWORKS[short_name].opens_window,
        )
        for short_name, name, label in networks
    )
    return ShareLinks(url=url, title=post.title, links=tuple(links))


def register() -> None:
    signals.initialized.connect(check_settings)
    signals.article_generator_finalized.connect(offer_share_links)
