"""The look of a publication by its settings, and everything that is wrong with it."""

import os
import pickle
from collections.abc import Mapping
from pathlib import Path, PurePosixPath
from typing import Any

from plugins.brand.brand_files import MadeBrand
from plugins.brand.brand_folder import BrandFiles, read_brand_files, theme_file_problems
from plugins.brand.settings import BrandSettings
from plugins.newsroom.addresses.root_folder import ROOT_FOLDER
from plugins.newsroom.brand import BRAND_FOLDER
from plugins.newsroom.problems import Problem
from plugins.newsroom.settings import read_settings
from plugins.newsroom.settings_places import place_of
from plugins.newsroom.urls import site_prefix
from plugins.stet.facts import digest_of
from plugins.stet.state.shelf import Shelf

_KEPT = "made"
_MAYBE_OWN = ("favicon.ico", "site.webmanifest")


def read_look(settings: Mapping[str, Any], shelf: Shelf | None = None) -> tuple[MadeBrand, list[Problem]]:
    """Return the look and its problems; `shelf` keeps it, so that what has not changed is not made again."""
    static, root = Path(settings["THEME"]) / "static", Path(settings["PATH"]) / BRAND_FOLDER
    files = read_brand_files(root, PurePosixPath(os.path.relpath(root)).as_posix())
    made = _made_or_kept(settings, shelf, root, files, static / "css" / "tokens.css")
    placed = ((each, place_of(settings, "BRAND", each.place)) for each in made.remarks)
    remarks = [
        Problem(str(file), line, column, f"BRAND.{'.'.join(each.place)}: {each.what}", each.remedy, each.severity)
        for each, (file, line, column) in placed
    ]
    return made, [*remarks, *files.problems, *theme_file_problems(static), *made.problems]


def _made_or_kept(
    settings: Mapping[str, Any], shelf: Shelf | None, root: Path, files: BrandFiles, tokens: Path
) -> MadeBrand:
    own = read_settings(BrandSettings, settings, "BRAND")
    theme = tokens.read_text(encoding="utf-8") if tokens.is_file() else ""
    name, prefix = str(settings["SITENAME"]), site_prefix(str(settings["SITEURL"]))
    lang, place = str(settings["DEFAULT_LANG"]), Path(settings["PATH"]) / ROOT_FOLDER
    own_root = tuple(each for each in _MAYBE_OWN if (place / each).is_file())
    key = digest_of((name, prefix, lang, own_root, files.shown_root, files.digests, own, theme)).hex()
    kept = shelf.get(_KEPT) if shelf else None
    if kept:
        found: tuple[str, MadeBrand] = pickle.loads(kept)
        if found[0] == key:
            return found[1]
    from plugins.brand.brand_colours import make_brand_colours
    from plugins.brand.make_brand import Ingredients, make_brand  # here, as is all that reads files: few builds do
    from plugins.brand.theme_colours import theme_colours

    colours = make_brand_colours(own, theme_colours(theme))
    given = Ingredients(
        name=name,
        prefix=prefix,
        root=root.as_posix(),
        files=files,
        colours=colours,
        lang=lang,
        short_name=own.short_name,
        own_root_files=own_root,
    )
    made = make_brand(given)
    if shelf:
        shelf.put(_KEPT, pickle.dumps((key, made)))
    return made
