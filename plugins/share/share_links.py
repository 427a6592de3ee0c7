"""The share links of one article, in the order that the settings give."""

from plugins.newsroom.choices import ShareLink, ShareLinks
from plugins.share.networks import NETWORKS, Post
from plugins.share.settings import ShareSettings


def share_links(title: str, url: str, settings: ShareSettings) -> ShareLinks:
    """Return the links for an article with the canonical, absolute `url` and the plain text `title`."""
    mark = f"?{settings.source_mark}" if settings.source_mark else ""
    post = Post(title=" ".join(title.split()), url=url + mark, via=settings.via)
    return ShareLinks(url=url, title=post.title, links=tuple(_link(name, post) for name in settings.networks))


def _link(name: str, post: Post) -> ShareLink:
    network = NETWORKS[name]
    return ShareLink(
        network=name,
        name=network.name,
        url=network.link(post),
        opens_window=network.opens_window,
    )
