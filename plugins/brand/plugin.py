"""The Pelican edge of the brand: checks `BRAND`, reads `content/brand/`, and puts the look into the run."""

from collections.abc import Iterable
from typing import Any

from pelican import Pelican, signals

from plugins.brand.brand_files import BRAND_FILE, BrandFile, BrandFileRenderer, MadeBrand
from plugins.brand.read_look import read_look
from plugins.brand.settings import BrandSettings
from plugins.newsroom.problems import Problem
from plugins.newsroom.settings import settings_problems
from plugins.stet.engine import Engine
from plugins.stet.facts import digest_of
from plugins.stet.outputs import Kind, Output
from plugins.stet.plugin import run_of
from plugins.stet.space import Space
from plugins.stet.step import Step

_FILE = Space[BrandFile](BRAND_FILE)
"""Every file that the look adds to the site, by its path in the output."""

_SHELF = "brand"


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
    made, problems = read_look(settings, run.engine.shelf(_SHELF))
    run.brand = made.brand
    offer_files(run.engine, made)
    return problems


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
