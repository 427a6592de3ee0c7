"""Settings of the desk, and those of Pelican that it works by."""

from collections.abc import Mapping
from typing import Any

from pydantic import Field

from plugins.desk.publication.links import SiteDefaults
from plugins.newsroom.settings import PluginSettings
from plugins.newsroom.urls import site_prefix


class DeskSettings(PluginSettings):
    """What the desk shows."""

    show_drafts: bool = Field(
        default=False,
        description="Whether drafts and what is embargoed are shown, labelled, and `/coverage/` to editors; for the "
        "preview.",
    )


def house_of(settings: Mapping[str, Any], desk_settings: DeskSettings) -> SiteDefaults:
    """Return what Pelican's settings say of all content."""
    return SiteDefaults(
        lang=settings["DEFAULT_LANG"],
        prefix=site_prefix(settings["SITEURL"]),
        shows_drafts=desk_settings.show_drafts,
    )
