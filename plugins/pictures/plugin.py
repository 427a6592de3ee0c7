"""The Pelican edge of the pictures: offers the developed files that this build shows."""

from pelican import Pelican, signals

from plugins.newsroom.settings import settings_problems
from plugins.pictures.settings import PicturesSettings
from plugins.stet.plugin import run_of


def check_settings(pelican: Pelican) -> None:
    run_of(pelican.settings).problems += settings_problems(PicturesSettings, pelican.settings, "PICTURES")


def register() -> None:
    """Connect the pictures to Pelican."""
    signals.initialized.connect(check_settings)
