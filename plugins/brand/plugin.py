"""The Pelican edge of the brand: checks `BRAND`, reads `content/brand/`, and puts the look into the run."""

import os
import pickle
from collections.abc import Iterable
from pathlib import Path, PurePosixPath
from typing import Any

from pelican import Pelican, signals

from plugins.brand.brand_files import BRAND_FILE, BrandFile, BrandFileRenderer, MadeBrand
from plugins.brand.brand_folder import BrandFiles, read_brand_files, theme_file_problems
from plugins.brand.settings import BrandSettings
from plugins.newsroom.brand import BRAND_FOLDER
from plugins.newsroom.problems import Problem
from plugins.newsroom.settings import read_settings, settings_problems
from plugins.newsroom.settings_places import place_of
from plugins.newsroom.urls import site_prefix
from plugins.stet.engine import Engine
from plugins.stet.facts import digest_of
from plugins.stet.outputs import Kind, Output
from plugins.stet.plugin import run_of
from plugins.stet.space import Space
from plugins.stet.state.shelf import Shelf
from plugins.stet.step import Step

_FILE = Space[BrandFile](BRAND_FILE)
"""Every file that the look adds to the site, by its path in the output."""

_SHELF, _KEPT = "brand", "made"


def check_settings(pelican: Pelican) -> None:
    """Check `BRAND` now, and have the files read at the beginning of the run."""
    settings, run = pelican.settings, run_of(pelican.settings)
    mistakes = settings_problems(BrandSettings, settings, "BRAND")
    run.problems += mistakes
    if not mistakes:
        run.readings.append(read_brand)


def read_brand(settings: dict[str, Any]) -> Iterable[Problem]:
    """Put the look into the run, offer the files that it adds to the site, and return what is wrong with it."""
    run = run_of(settings)
    static, root = Path(settings["THEME"]) / "static", Path(settings["PATH"]) / BRAND_FOLDER
    files = read_brand_files(root, PurePosixPath(os.path.relpath(root)).as_posix())
    made = _made_or_kept(settings, run.engine.shelf(_SHELF), root, files, static / "css" / "tokens.css")
    run.brand = made.brand
    offer_files(run.engine, made)
    placed = ((each, place_of(settings, "BRAND", each.place)) for each in made.remarks)
    remarks = [
        Problem(str(file), line, column, f"BRAND.{'.'.join(each.place)}: {each.what}", each.remedy, each.severity)
        for each, (file, line, column) in placed
    ]
    return [*remarks, *files.problems, *theme_file_problems(static), *made.problems]


def _made_or_kept(settings: dict[str, Any], shelf: Shelf, root: Path, files: BrandFiles, tokens: Path) -> MadeBrand:
    """Return the look of the last build, if nothing that it is made of has changed since."""
    own = read_settings(BrandSettings, settings, "BRAND")
    theme = tokens.read_text(encoding="utf-8") if tokens.is_file() else ""
    name, prefix = settings["SITENAME"], site_prefix(settings["SITEURL"])
    key = digest_of((name, prefix, files.shown_root, files.digests, own, theme)).hex()
    kept = shelf.get(_KEPT)
    if kept:
        found: tuple[str, MadeBrand] = pickle.loads(kept)
        if found[0] == key:
            return found[1]
    from plugins.brand.brand_colours import make_brand_colours
    from plugins.brand.make_brand import Ingredients, make_brand  # here, as is all that reads files: few builds do
    from plugins.brand.theme_colours import theme_colours

    colours = make_brand_colours(own, theme_colours(theme))
    given = Ingredients(name=name, prefix=prefix, root=root.as_posix(), files=files, colours=colours)
    made = make_brand(given)
    shelf.put(_KEPT, pickle.dumps((key, made)))
    return made


def offer_files(engine: Engine, made: MadeBrand) -> None:
    """Offer the files, and note whether a font is among them."""
    files = {file.path: file for file in made.files}
    engine.note("has_face", made.brand.has_face)
    engine.offer_renderer(BRAND_FILE, BrandFileRenderer())
    engine.offer_facts(_FILE, lambda _, path: files[path], {path: digest_of(file) for path, file in files.items()})
    kind = Kind(make=lambda view, output: view.read(_FILE, output.path), renderer=BRAND_FILE)
    engine.offer_kinds({BRAND_FILE: kind})
    outputs = [Output(path, BRAND_FILE, (file.source,)) for path, file in files.items()]
    engine.offer_outputs(Step("Planning the brand", digest_of(made.files), lambda _: outputs))


def register() -> None:
    """Connect the brand to Pelican."""
    signals.initialized.connect(check_settings)
