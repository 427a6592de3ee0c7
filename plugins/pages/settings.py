"""Settings of the pages."""

from collections.abc import Mapping
from typing import ClassVar

from pydantic import Field

from plugins.newsroom.settings import PluginSettings


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
    newsletter_page: str = "newsletter"
    """Slug of the page that shows the sign-up."""
