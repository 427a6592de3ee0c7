"""Settings of related articles: `RELATED` in `pelicanconf.py`."""

from pydantic import Field

from plugins.newsroom.settings import PluginSettings


class RelatedSettings(PluginSettings):
    """Related articles and the don't-miss line."""

    articles: int = Field(default=3, ge=0, le=12)
    """Number of related articles that are shown."""
    floor: int = Field(default=60, ge=0, le=1000)
    """Strength that a match must have to be shown, in thousandths: below, no article rather than an odd one. `make why
    ARTICLE=slug` says how strong the matches of an article are."""
    fill: bool = False
    """True if the latest articles of the category take the places that are left."""
    variety: int = Field(default=100, ge=0, le=1000)
    """Part of its strength that a match loses, in thousandths, if one that is shown is among its own best matches. At 0
    the strongest are shown, however alike; the more, the weaker one may be that is about something else."""
    sponsored: bool = False
    """True if a sponsored article may be chosen. By hand it always can; it has its label wherever it is shown."""
    dont_miss: bool = True
    """True if an article without a don't-miss line of its own gets one where an older match is strong."""
    dont_miss_score: int = Field(default=120, ge=0, le=1000)
    """Strength that this match must have, in thousandths. At 120 half of the articles get a line, and two of three
    lines lead where an author had linked to (18F blog corpus)."""
