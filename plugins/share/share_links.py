"""The share links of one article, in the order that the settings give."""

from plugins.newsroom.choices import ShareLink, ShareLinks
from plugins.share.networks import NETWORKS, Post
from plugins.share.settings import ShareSettings


def share_links(title: str, url: str, settings: ShareSettings) -> ShareLinks:
    """Return the links for an article with the canonical, absolute `url` and the plain text `title`."""
    mark = f"?{settings.source_mark}" if settings.source_mark else ""
    post = Post(title=" ".join(title.split()), url=url + mark, via=settings.via)
    networks = ((short_name, NETWORKS[short_name]) for short_name in settings.networks)
    links = (
        ShareLink(network=short_name, name=each.name, url=each.link(post), opens_window=each.opens_window)
        for short_name, each in networks
    )
    return ShareLinks(url=url, title=post.title, links=tuple(links))
