"""Settings of pictures."""

from pydantic import Field

from plugins.newsroom.settings import PluginSettings


class PicturesSettings(PluginSettings):
    """Pictures: how they are developed, and where those that are done are kept."""

    cache: str = Field(
        default=".pictures",
        description="Folder that keeps developed pictures from build to build, so that each is made once; "
        "`PICTURES_CACHE` of the environment goes before it.",
    )
    ratios: bool = Field(
        default=True,
        description="Whether lead pictures are also made in the three ratios that search engines ask for.",
    )
    text_sizes: str = Field(
        default="(min-width: 43rem) 624px, 92vw",
        pattern=r"\S[^<>\n]*",
        description="The width of a picture that fills the column of text, as `sizes` of HTML has it; to be changed "
        "with `--measure` of the theme.",
    )
    portrait_text_sizes: str = Field(
        default="(min-width: 29rem) 416px, 92vw",
        pattern=r"\S[^<>\n]*",
        description="The same of one that is higher than wide.",
    )
