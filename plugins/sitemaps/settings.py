"""Settings of the sitemaps: `SITEMAPS` in `pelicanconf.py`."""

from pydantic import Field, field_validator

from plugins.newsroom.settings import PluginSettings


class SitemapsSettings(PluginSettings):
    """Sitemaps."""

    news: bool = True
    """A sitemap of the articles of the last two days, for Google News."""
    news_name: str = Field(
        default="",
        description="The publication's name in it, exactly as Google News has it, without brackets; by default, "
        "`SITENAME`.",
    )
    pictures: bool = True
    """Pictures that articles show, named in their sitemaps."""

    @field_validator("news_name")
    @classmethod
    def _without_brackets(cls, name: str) -> str:
        if "(" in name or ")" in name:
            raise ValueError(f"{name!r} has brackets; write the name without what stands in them, as Google News does")
        return name
