"""Settings of the share links: `SHARE` in `pelicanconf.py`."""

import re

from pydantic import Field, field_validator

from plugins.newsroom.problems import did_you_mean
from plugins.newsroom.settings import PluginSettings
from plugins.share.networks import NETWORKS


class ShareSettings(PluginSettings):
    """Share links."""

    networks: tuple[str, ...] = Field(default=tuple(NETWORKS))
    """The services, in the order of the links."""
    via: str = ""
    """The publication's handle on X, named at the end of a post there."""
    source_mark: str = ""
    """Query added to the URL of every share link, as `name=value`; the canonical URL stays without."""

    @field_validator("networks")
    @classmethod
    def _known(cls, names: tuple[str, ...]) -> tuple[str, ...]:
        for place, name in enumerate(names):
            if name not in NETWORKS:
                raise ValueError(f"unknown network {name!r}; {did_you_mean(name, NETWORKS)}")
            if name in names[:place]:
                raise ValueError(f"network {name!r} stands there twice; leave one out")
        return names

    @field_validator("via")
    @classmethod
    def _handle(cls, via: str) -> str:
        return _matching(via, r"[A-Za-z0-9_]{1,15}", "is no handle on X", "write 1 to 15 letters, digits or _, no @")

    @field_validator("source_mark")
    @classmethod
    def _mark(cls, mark: str) -> str:
        return _matching(mark, r"[\w.-]+=[\w.-]+", "is no source mark", "write it as name=value, such as from=share")


def _matching(value: str, pattern: str, fault: str, remedy: str) -> str:
    if value and not re.fullmatch(pattern, value, re.ASCII):
        raise ValueError(f"{value!r} {fault}; {remedy}")
    return value
