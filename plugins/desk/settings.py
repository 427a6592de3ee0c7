"""Settings of the desk, and those of Pelican that it works by."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from pydantic import Field

from plugins.desk.linking import House
from plugins.desk.typography import read_typography
from plugins.newsroom.settings import PluginSettings
from plugins.newsroom.urls import site_prefix


class DeskSettings(PluginSettings):
    """What the desk shows."""

    show_drafts: bool = Field(default=False, description="Whether drafts and what is embargoed are shown, labelled.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """Where the content is, and what all of it shares."""

    root: Path
    zone: ZoneInfo
    house: House
    markdown: Mapping[str, Any]


def surroundings(settings: Mapping[str, Any], desk_settings: DeskSettings) -> Surroundings:
    """Return what Pelican's settings say."""
    house = House(
        lang=settings["DEFAULT_LANG"],
        prefix=site_prefix(settings["SITEURL"]),
        shows_drafts=desk_settings.show_drafts,
        typography=read_typography(settings),
    )
    return Surroundings(
        root=Path(settings["PATH"]),
        zone=ZoneInfo(settings["TIMEZONE"]),
        house=house,
        markdown=settings["MARKDOWN"],
    )
