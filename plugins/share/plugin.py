"""The Pelican edge: checks `SHARE`, then offers the share links of every article."""

from pelican import Pelican, signals
from pelican.generators import ArticlesGenerator

from plugins.newsroom.choices import ShareLink, ShareLinks
from plugins.newsroom.settings import read_settings, settings_problems
from plugins.newsroom.spaces import ARTICLE, SHARE
from plugins.newsroom.urls import absolute_url
from plugins.newsroom.words.words_of import words_of
from plugins.share.networks import NETWORKS, Post
from plugins.share.settings import ShareSettings
from plugins.stet.facts import View
from plugins.stet.plugin import run_of
from plugins.stet.space import Space

_SETTINGS = Space[tuple[str, ShareSettings, str]]("share settings")
"""The address of the publication, the settings, and the word for e-mail, by the empty name."""


def check_settings(pelican: Pelican) -> None:
    run_of(pelican.settings).problems += settings_problems(ShareSettings, pelican.settings, "SHARE")


def offer_share_links(generator: ArticlesGenerator) -> None:
    engine = run_of(generator.settings).engine
    settings = generator.settings
    own = read_settings(ShareSettings, settings, "SHARE")
    engine.offer_constant(_SETTINGS, (settings["SITEURL"], own, words_of(settings).email))
    engine.offer_values(SHARE, _share_links, keep=1)


def _share_links(view: View, slug: str) -> ShareLinks:
    site_url, settings, email = view.read(_SETTINGS)
    article = view.read(ARTICLE, slug)
    return share_links(article.title, absolute_url(site_url, article.url), settings, email)


def share_links(title: str, url: str, settings: ShareSettings, email: str) -> ShareLinks:
    """Return the links for an article with the canonical, absolute `url` and the plain text `title`.

    `email` is the name of the link that a mail program opens.
    """
    mark = f"?{settings.source_mark}" if settings.source_mark else ""
    post = Post(title=" ".join(title.split()), url=url + mark, via=settings.via)
    networks = ((short_name, NETWORKS[short_name]) for short_name in settings.networks)
    links = (
        ShareLink(network=short_name, name=each.name or email, url=each.link(post), opens_window=each.opens_window)
        for short_name, each in networks
    )
    return ShareLinks(url=url, title=post.title, links=tuple(links))


def register() -> None:
    signals.initialized.connect(check_settings)
    signals.article_generator_finalized.connect(offer_share_links)
