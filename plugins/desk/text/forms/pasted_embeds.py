"""Codes that other sites give out to paste: frames, and quotations that a script would fill. Of each its address stays.

The address then stands alone in a paragraph, as an author would write it, and becomes a card.
"""

import re
from collections.abc import Iterator

from plugins.desk.text import allowed_html as allowed
from plugins.desk.text.findings import TextProblem
from plugins.desk.text.tree import Element, Text, attributes_of, elements, new_element
from plugins.newsroom.embeds.embed import Embed
from plugins.newsroom.embeds.embed_table import EmbedTable

_ADDRESS_ATTRIBUTES = ("cite", "data-instgrm-permalink", "data-text-post-permalink", "data-embed-url")
_QUOTING = frozenset(("twitter-tweet", "twitter-video", "bluesky-embed", "mastodon-embed"))
"""Classes of quotations that hold the words of a post, and behind a dash the name of who wrote it."""
_CLASSES = _QUOTING | {"instagram-media", "tiktok-embed", "text-post-media"}
_SCRIPT_HOSTS = frozenset(
    (
        *("platform.twitter.com", "platform.x.com", "instagram.com", "tiktok.com", "embed.bsky.app"),
        *("threads.net", "threads.com", "player.vimeo.com", "embed.podcasts.apple.com", "open.spotify.com"),
    )
)
_WRAPPERS = frozenset(("center", "div", "figure", "p", "section"))
_HOST = re.compile(r"(?:https?:)?//(?:www\.)?([a-z0-9.-]+)/", re.IGNORECASE)
_BLUESKY = re.compile(r"at://(did:[^/]+)/app\.bsky\.feed\.post/(\w+)")
_SHORTENED = re.compile(r"(?:\s*(?:https://t\.co|pic\.(?:twitter|x)\.com)/\w+)+$")
"""Addresses of pictures and quotations that end the words of a post on X."""
_BEFORE_NAME = " \n\u2014\u2013-"


class PastedEmbeds:
    """Finds such codes of the sites in a table, and notes each as a problem."""

    def __init__(self, table: EmbedTable) -> None:
        self._table = table
        self._hosts: set[str] = set()
        self.problems: list[TextProblem] = []

    def link(self, root: Element) -> None:
        """Put a link in the place of each code below `root`."""
        found = [(element, embed) for element in elements(root) if (embed := self._embed_of(element))]
        for element, embed in found:
            self._hosts.add(embed.host)
            self.problems.append(TextProblem("pasted embed", self._table.providers[embed.provider].name, element))
            whole = _wrapper(element, root)
            link = _link(element, embed)
            whole.replace_with(new_element("p", {}, link) if whole.parent is root else link)
        for script in [element for element in elements(root) if found and element.tag == "script"]:
            host = _HOST.match(str(script.attrs.get("src") or ""))
            if host and host[1].lower() in {*_SCRIPT_HOSTS, *self._hosts}:
                script.extract()

    def _embed_of(self, element: Element) -> Embed | None:
        if element.tag == "iframe":
            return self._table.find(allowed.clean_address(str(element.attrs.get("src") or "")))
        if element.tag == "blockquote" and _CLASSES & {*(element.attrs.get("class") or ())}:
            return next(filter(None, map(self._table.find, _addresses(element))), None)
        return None


def _addresses(quotation: Element) -> Iterator[str]:
    """Yield the addresses that may be that of the post: in attributes, then those of links, the last first."""
    attributes = attributes_of(quotation)
    if match := _BLUESKY.match(attributes.get("data-bluesky-uri", "")):
        yield f"https://bsky.app/profile/{match[1]}/post/{match[2]}"
    yield from (attributes[name] for name in _ADDRESS_ATTRIBUTES if name in attributes)
    links = [str(element.attrs.get("href") or "") for element in elements(quotation) if element.tag == "a"]
    yield from reversed(links)


def _wrapper(element: Element, root: Element) -> Element:
    """Return the outermost element that holds nothing but this one."""
    while True:
        around = element.parent
        if not isinstance(around, Element) or around is root or around.tag not in _WRAPPERS:
            return element
        if any(
            node is not element and not (isinstance(node, Text) and not node.data.strip()) for node in around.children
        ):
            return element
        element = around


def _link(element: Element, embed: Embed) -> Element:
    title = _words_of(element)
    return new_element("a", {"href": embed.link, **({"title": title} if title else {})}, embed.link)


def _words_of(element: Element) -> str:
    """Return the words of a post and its author, as an author writes them in the title of a link."""
    if not _QUOTING & {*(element.attrs.get("class") or ())}:
        return ""
    paragraph = next((node for node in elements(element) if node.tag == "p"), None)
    said = _SHORTENED.sub("", " ".join(paragraph.text.split())) if paragraph else ""
    last = next((node for node in reversed(list(element.children)) if isinstance(node, Element)), None)
    behind = "".join(node.text for node in element.children if node is not paragraph and node is not last)
    author = " ".join(behind.split()).strip(_BEFORE_NAME)
    return f"{said} | {author}" if author else said
