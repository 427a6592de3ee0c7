"""What a publication may choose about its related articles: `RELATED` in `pelicanconf.py`."""

from pydantic import Field

from plugins.newsroom.settings import PluginSettings


class RelatedSettings(PluginSettings):
    """Related articles and the don't-miss line."""

    articles: int = Field(default=3, ge=0, le=12)
    """How many related articles are shown."""
    dont_miss: bool = True
    """Whether an article without a don't-miss line of its own gets one."""
    dont_miss_score: int = Field(default=0, ge=0, le=1000)
    """How strong a match must be for that, in thousandths. At 0 every article gets one; at 100, an editor had linked to
    more than half of the choices (18F blog corpus)."""
