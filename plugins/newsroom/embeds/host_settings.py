"""Sites that a publication adds to the table of embeds, as `EMBEDS` in its settings names them."""

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any
from urllib.parse import urlsplit

from pydantic import Field, ValidationError, field_validator

from plugins.newsroom.embeds.embed import PLAYS, AddressForm, EmbedProvider, Medium, Shape
from plugins.newsroom.embeds.embed_table import EMBED_TABLE, EmbedTable, embed_table
from plugins.newsroom.embeds.providers import PROVIDERS
from plugins.newsroom.front_matter.slugs import slugify
from plugins.newsroom.problems import did_you_mean
from plugins.newsroom.settings import PluginSettings, read_settings

_HOST = re.compile(r"[a-z0-9-]+(?:\.[a-z0-9-]+)+")
_PLACE = re.compile(r"\{([a-z]+)\}")
_PLACE_PATTERN = r"[A-Za-z0-9_-]{1,80}"
_PATH = re.compile(r"/[A-Za-z0-9_.~@/{}-]*")
_FRAME = re.compile(r"https://[a-z0-9.-]+/[A-Za-z0-9_.~@/{}?&=%-]*")
_HOST_OF_FRAME = re.compile(r"https://[a-z0-9.-]+/")
"""Without a place: headers name the hosts, and must not change with an article."""
_OF_KIT = replace(EMBED_TABLE, is_whole=False)
_SOFTWARE = ("mastodon", "peertube")
"""Providers that are software on many hosts."""


class EmbedSite(PluginSettings):
    """A site that the kit does not know."""

    name: str
    """Its name, for readers."""
    host: str
    """The host of its addresses: `charts.example.com`."""
    address: str
    """The path of its addresses, with places for what differs: `/{id}/{version}/`."""
    frame: str
    """The address of what is shown in place, with the same places: `https://charts.example.com/embed/{id}/{version}/`."""
    medium: Medium = "post"
    """`video`, `audio` or `post`: the word on the button, \"Play\" or \"Show\"."""
    shape: Shape = "post"
    """Shape of the frame: `wide` (16:9), `tall` (9:16), `post`, `low` (one row of a player), `high`."""
    oembed: str = ""
    """Endpoint of oEmbed that `make embeds` asks; empty if it has none."""

    @field_validator("name")
    @classmethod
    def _named(cls, name: str) -> str:
        if not (key := slugify(name)) or key in PROVIDERS:
            raise ValueError(f"{name!r} is {'taken' if key else 'no name'}; write the name of the site")
        return name

    @field_validator("host")
    @classmethod
    def _hosted(cls, host: str) -> str:
        return _checked_host(host)

    @field_validator("address")
    @classmethod
    def _addressed(cls, address: str) -> str:
        if not _PATH.fullmatch(_PLACE.sub("x", address)) or not _PLACE.search(address):
            raise ValueError(f"{address!r} is no path with a place; write it as '/video/{{id}}'")
        return address

    @field_validator("frame")
    @classmethod
    def _framed(cls, frame: str) -> str:
        if not _HOST_OF_FRAME.match(frame) or not _FRAME.fullmatch(_PLACE.sub("x", frame)):
            raise ValueError(f"{frame!r} is no address of a frame; write it as 'https://site.example/embed/{{id}}'")
        return frame

    @field_validator("oembed")
    @classmethod
    def _asked(cls, endpoint: str) -> str:
        if endpoint and urlsplit(endpoint).scheme != "https":
            raise ValueError(f"{endpoint!r} is no address over https; leave it out if the site has none")
        return endpoint

    @property
    def provider(self) -> EmbedProvider:
        """The site as the table has them."""
        places = _PLACE.findall(self.address)
        path = _PLACE.sub(r"(?P<\1>PLACE)", self.address.rstrip("/").replace(".", r"\."))
        form = AddressForm(
            hosts=re.escape(self.host),
            path=path.replace("PLACE", _PLACE_PATTERN),
            id="-".join(f"{{{place}}}" for place in places),
            address=f"https://{self.host}{self.address}",
            frame=self.frame,
            shape=self.shape,
        )
        allow = "fullscreen" if self.medium == "post" else PLAYS
        return EmbedProvider(name=self.name, medium=self.medium, forms=(form,), allow=allow, oembed=self.oembed)


class EmbedHostSettings(PluginSettings):
    """Sites beside those that the kit knows."""

    hosts: dict[str, str] = Field(default={})
    """Servers of `mastodon` or `peertube`, by host: `{"social.example.com": "mastodon"}`."""
    sites: tuple[EmbedSite, ...] = ()
    """Other sites, each with the form of its addresses."""

    @field_validator("hosts")
    @classmethod
    def _known(cls, hosts: dict[str, str]) -> dict[str, str]:
        for host, software in hosts.items():
            _checked_host(host)
            if software not in _SOFTWARE:
                raise ValueError(f"unknown software {software!r}; {did_you_mean(software, _SOFTWARE)}")
        return hosts

    @field_validator("sites")
    @classmethod
    def _fitting(cls, sites: tuple[EmbedSite, ...]) -> tuple[EmbedSite, ...]:
        for site in sites:
            strange = set(_PLACE.findall(site.frame)) - set(_PLACE.findall(site.address))
            if strange:
                raise ValueError(f"the frame of {site.name!r} has the place {min(strange)!r}; its address needs it too")
        if len({slugify(site.name) for site in sites}) < len(sites):
            raise ValueError("two sites have one name; name each differently")
        return sites

    @property
    def table(self) -> EmbedTable:
        """The sites of the kit and of the publication."""
        if not self.hosts and not self.sites:
            return EMBED_TABLE
        return embed_table(self.hosts, {slugify(site.name): site.provider for site in self.sites})


def _checked_host(host: str) -> str:
    if not _HOST.fullmatch(host):
        raise ValueError(f"{host!r} is no host; write it in small letters, without https:// and path")
    return host.removeprefix("www.")


def table_of(settings: Mapping[str, Any]) -> EmbedTable:
    """Return the table by Pelican's settings; the kit's own where `EMBEDS` has mistakes, which are told elsewhere."""
    if "plugins.embeds" not in settings.get("PLUGINS", ()):
        return _OF_KIT
    try:
        return read_settings(EmbedHostSettings, settings, "EMBEDS").table
    except ValidationError:
        return _OF_KIT
