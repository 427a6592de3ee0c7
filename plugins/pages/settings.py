"""Settings of the pages."""

from collections.abc import Mapping
from typing import ClassVar, Literal

from pydantic import Field

from plugins.newsroom.settings import PluginSettings

PolicyName = Literal[
    "about",
    "contact",
    "principles",
    "corrections",
    "ethics",
    "ownership",
    "masthead",
    "diversity",
    "feedback",
    "fact_checking",
    "sources",
]
"""Subjects of pages: who they are, how to reach them, the rules that they write by, …"""


class PagesSettings(PluginSettings):
    """Pages: the number of articles on each, and the pages that all of them name."""

    moved: ClassVar[Mapping[str, str]] = {
        "logo": "leave it out, and put the picture into the content folder as brand/logo.png",
        "share_picture": "leave it out, and put the picture into the content folder as brand/share.png",
    }

    front_size: int = Field(default=20, ge=1)
    """Articles on one page of a category, tag or author front."""
    seconds: int = Field(default=3, ge=0)
    """Articles beside the lead of the home front."""
    latest: int = Field(default=8, ge=0)
    """Articles in the home front's list of the latest."""
    band_size: int = Field(default=4, ge=1)
    """Articles of each category on the home front."""
    words_per_minute: int = Field(default=230, ge=50)
    """Reading speed behind the reading time."""
    footer: tuple[str, ...] = ()
    """Slugs of the pages that every footer links to, in order."""
    policies: dict[PolicyName, str] = Field(default_factory=dict)
    """Slugs of the pages that say how the publication works, for search engines: `{"corrections": "corrections"}`."""
    newsletter_page: str = "newsletter"
    """Slug of the page that shows the sign-up."""
