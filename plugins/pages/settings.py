"""Settings of the pages."""

from pydantic import Field

from plugins.newsroom.settings import PluginSettings


class PagesSettings(PluginSettings):
    """Pages: the number of articles on each, and the pages and pictures that all of them name."""

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
    share_picture: str = "share.png"
    """Picture of the theme's `static/` that a page without one is shared with, where `share_cards` is left out."""
    logo: str = "logo.png"
    """Picture of the theme's `static/` that is the publisher's logo."""
