"""Values of embeds: a video, a post, an episode of another site that a text shows as a card."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal
from urllib.parse import urlsplit

Shape = Literal["wide", "tall", "post", "low", "high"]
"""Shape of a frame: 16:9, 9:16, as high as most posts, one row of a player, a player with a list."""
Medium = Literal["video", "audio", "post"]

PLAYS = "autoplay; encrypted-media; fullscreen; picture-in-picture"
"""Features of browsers that players use (Permissions Policy)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AddressForm:
    """One form of the addresses of a site.

    The names in the patterns are what the templates may use. Patterns allow no sign that means anything in HTML, in an
    address or in a path, so what they match can stand in all three.
    """

    hosts: str
    """The hosts, in small letters and without `www.`, as a pattern; `{hosts}` stands for those of a publication."""
    path: str
    """A pattern of the path without a slash at its end."""
    query: Mapping[str, str] = field(default_factory=dict)
    """Patterns of parts of the query that the address must have, by name."""
    id: str
    """Template of the embed's id, which is a folder's name below `/embeds/<provider>/`."""
    address: str
    """Template of the address that readers are led to."""
    frame: str = ""
    """Template of the address of the frame; empty if that is not known from the address alone."""
    shape: Shape = "post"
    starts_at: tuple[str, str] = ("", "")
    """Ends of address and frame for a start in seconds, `{start}`; empty if the site knows none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EmbedProvider:
    """A site whose videos, posts or episodes are shown as cards."""

    name: str
    """For readers."""
    medium: Medium
    forms: tuple[AddressForm, ...]
    origins: tuple[str, ...] = ()
    """Origins that a frame may lead on to, beside its own origin."""
    allow: str = "fullscreen"
    """Features of browsers that the frame may use (Permissions Policy)."""
    oembed: str = ""
    """Endpoint of oEmbed (https://oembed.com), with `{host}` for the embed's own; empty if it has none."""
    short_hosts: tuple[str, ...] = ()
    """Hosts of short addresses, which say nothing until they are followed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Embed:
    """One thing on another site, as its address tells of it."""

    provider: str
    """Key of the provider."""
    id: str
    """Letters, digits and `-_.@~`; a folder's name."""
    address: str
    """In its normal form, without a start; the cache has its words by this."""
    link: str
    """The address that readers follow: from the second on that the author has named."""
    frame: str
    """Address of what is shown in place; empty if there is nothing but the link."""
    shape: Shape

    @property
    def host(self) -> str:
        return urlsplit(self.address).netloc

    @property
    def frame_origin(self) -> str:
        """The origin of the frame; empty if there is none."""
        parts = urlsplit(self.frame)
        return f"{parts.scheme}://{parts.netloc}" if self.frame else ""


_SAFE_ID = re.compile(r"[A-Za-z0-9_@~-][A-Za-z0-9_.@~-]{0,199}")


def is_safe_id(text: str) -> bool:
    """Tell whether an id can be the name of a folder, on every disk and host, and part of an address as it is."""
    return _SAFE_ID.fullmatch(text) is not None
