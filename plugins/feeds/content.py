"""The text of an article for feed readers: lead picture and body, every URL absolute."""

import re

from markupsafe import Markup

from plugins.newsroom.articles import Article, Body
from plugins.newsroom.markup import Html
from plugins.newsroom.urls import absolute_url, on_host

TAG = re.compile(r'<[a-z][^>]*? (?:src|href)="[/#][^>]*>')
"""A tag that may have a URL of the publication's own."""
OWN_URL = re.compile(r' (?P<name>src|href)="(?P<url>/(?!/)[^"]*|#[^"]*)"')
"""A root-relative URL or a bare fragment in an attribute, as the desk writes it."""


def content(site_url: str, article: Article, body: Body) -> Html:
    """Return the lead picture and the text of `article`."""
    picture = article.picture
    lead = (
        Markup('<p><img src="{}" width="{}" height="{}" alt="{}"></p>\n').format(
            picture.url, picture.width, picture.height, picture.alt
        )
        if picture
        else ""
    )
    here = absolute_url(site_url, article.url)
    host = on_host(site_url, "")

    def absolute(match: re.Match[str]) -> str:
        name, url = match.groups()
        return f' {name}="{here if url.startswith("#") else host}{url}"'

    html = str(lead) + "\n".join(body.blocks)
    return Markup(TAG.sub(lambda tag: OWN_URL.sub(absolute, tag[0]), html))
