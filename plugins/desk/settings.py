"""Settings of the desk, and those of Pelican that it works by."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import Field

from plugins.newsroom.settings import PluginSettings
from plugins.newsroom.urls import site_prefix


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteDefaults:
    """Settings that all content goes by."""

    lang: str
    prefix: str
    """Path that the site lives under, without a slash at its end; mostly empty."""
    shows_drafts: bool


class DeskSettings(PluginSettings):
    """Drafts in the preview."""

    show_drafts: bool = Field(
        default=False,
        description="Whether drafts and what is embargoed are shown, labelled, and `/coverage/` to editors; for the "
        "preview.",
    )


def site_defaults(settings: Mapping[str, Any], desk_settings: DeskSettings) -> SiteDefaults:
    """Return the defaults that Pelican's settings and the desk's name."""
    return SiteDefaults(
        lang=settings["DEFAULT_LANG"],
        prefix=site_prefix(settings["SITEURL"]),
        shows_drafts=desk_settings.show_drafts,
    )
