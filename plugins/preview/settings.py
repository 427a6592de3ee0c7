"""Settings of the preview: the `PREVIEW` dict of `pelicanconf.py`, and the path that the site lives under."""

import runpy
from pathlib import Path
from typing import Any

from pydantic import Field

from plugins.newsroom.problems import report
from plugins.newsroom.settings import PluginSettings, read_settings, settings_problems
from plugins.newsroom.urls import site_prefix


class PreviewSettings(PluginSettings):
    """`make serve`."""

    port: int = Field(default=8000, ge=1, le=65535)
    """Port of the local address; where it is taken, the next free one is used."""
    folder: str = Field(default=".preview", min_length=1)
    """Folder for the preview's builds."""
    watch: list[str] = Field(default=["content", "theme", "plugins"])
    """Folders whose files are watched: a save in them builds the preview again."""


def read_preview_settings(file: Path) -> tuple[PreviewSettings, str]:
    """Return the settings, and the path prefix of SITEURL: `/news` for `https://example.com/news`, mostly empty.

    Raises ValueError with every problem, one a line.
    """
    settings: dict[str, Any] = runpy.run_path(str(file))
    problems = settings_problems(PreviewSettings, settings, "PREVIEW")
    if problems:
        raise ValueError(report(problems))
    return read_settings(PreviewSettings, settings, "PREVIEW"), site_prefix(str(settings.get("SITEURL", "")))
