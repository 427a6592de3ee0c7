"""Settings of pictures: the `PICTURES` dict of `pelicanconf.py`, and the folder that developed pictures are kept in."""

import os
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pydantic import Field, field_validator

from plugins.newsroom.problems import Problem, shortened
from plugins.newsroom.settings import PluginSettings, read_settings
from plugins.newsroom.settings_places import place_of
from plugins.stet.state.state_paths import state_folder

CACHE_VARIABLE = "PICTURES_CACHE"
"""Name of the environment's variable that names the folder of developed pictures."""

_TAKEN = ("plugins", ".git", ".venv", ".preview", ".releases")
"""Folders of a checkout that hold something else, beside those that settings name."""

_LENGTH = r"(?:\d*\.?\d+(?:px|r?em|ch|v[wh]|vmin|vmax)|(?:calc|min|max|clamp)\([^<>\n]+\))"
_SIZES = re.compile(rf"(?:\([^<>,\n]+\) {_LENGTH}, *)*{_LENGTH}")
"""HTML's `sizes`: widths behind their conditions, and at the end one for all other windows."""


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
        description="The width of a picture that fills the column of text, as `sizes` of HTML has it; to be changed "
        "with `--measure` of the theme.",
    )
    portrait_text_sizes: str = Field(
        default="(min-width: 29rem) 416px, 92vw",
        description="The same of one that is higher than wide.",
    )

    @field_validator("text_sizes", "portrait_text_sizes")
    @classmethod
    def check_sizes(cls, sizes: str) -> str:
        if not _SIZES.fullmatch(sizes):
            raise ValueError(
                f"{shortened(sizes)!r} is no list of widths; write it as in '(min-width: 43rem) 624px, 92vw'"
            )
        return sizes


def cache_root(settings: Mapping[str, Any]) -> Path:
    """Return the folder that developed pictures are kept in, by the environment and Pelican's settings."""
    named = os.environ.get(CACHE_VARIABLE) or read_settings(PicturesSettings, settings, "PICTURES").cache
    return Path(named).absolute()


def cache_problems(settings: Mapping[str, Any]) -> list[Problem]:
    """Return a problem if the folder is one of those that hold something else, lies in one, or holds the checkout."""
    root = cache_root(settings).resolve()
    output = Path(settings["OUTPUT_PATH"])
    taken = (*_TAKEN, output, state_folder(output), settings["PATH"], settings["THEME"])
    where = next((words for each in taken if (words := _relation(root, Path(each).resolve()))), None)
    if Path.cwd().is_relative_to(root):
        where = "holds the whole project"
    return [_problem(settings, where)] if where else []


def _relation(root: Path, folder: Path) -> str | None:
    return f"lies in {folder.name}/, which holds something else" if root.is_relative_to(folder) else None


def _problem(settings: Mapping[str, Any], where: str) -> Problem:
    remedy = "name a folder for developed pictures alone, such as '.pictures'"
    named = os.environ.get(CACHE_VARIABLE)
    if named:
        return Problem(CACHE_VARIABLE, 0, 0, f"{shortened(named)!r} {where}", remedy)
    file, line, column = place_of(settings, "PICTURES", ["cache"])
    return Problem(str(file), line, column, f"PICTURES.cache: the folder {where}", remedy)
