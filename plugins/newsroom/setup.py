"""Checks of the settings as a whole: every plugin that pages are made with, each plugin's dict under its name."""

from collections.abc import Collection, Mapping
from typing import Any

from plugins.newsroom.problems import Problem, did_you_mean
from plugins.newsroom.settings_places import place_of

NEEDED = ("desk", "related", "share", "cta", "promos", "pages", "feeds", "press", "stet")
"""Plugins that every page needs, in the order in which an article passes them; every page links to a feed."""

COMMANDS = ("preview", "publish")
"""Packages that have a dict but do not stand in PLUGINS."""

WITHOUT_SETTINGS = ("stet",)

DICTS = tuple(name.upper() for name in (*NEEDED, *COMMANDS) if name not in WITHOUT_SETTINGS)


def setup_problems(settings: Mapping[str, Any], pelicans_own: Collection[str]) -> list[Problem]:
    """Return missing plugins and dicts that nothing reads; `pelicans_own` are Pelican's settings.

    `settings["PLUGINS"]` holds dotted names, as it does once Pelican has loaded them.
    """
    return [*_missing_plugins(settings), *_misnamed_dicts(settings, pelicans_own)]


def _missing_plugins(settings: Mapping[str, Any]) -> list[Problem]:
    loaded = settings.get("PLUGINS", [])
    missing = [f"plugins.{name}" for name in NEEDED if f"plugins.{name}" not in loaded]
    file, line, column = place_of(settings, "PLUGINS", ())
    remedy = "add it; pages cannot be made without"
    return [Problem(str(file), line, column, f"PLUGINS lacks {name!r}", remedy) for name in missing]


def _misnamed_dicts(settings: Mapping[str, Any], pelicans_own: Collection[str]) -> list[Problem]:
    known = {*DICTS, *pelicans_own}
    names = [name for name in settings if name.isupper() and name not in known and isinstance(settings[name], dict)]
    return [
        Problem(str(file), line, column, f"unknown setting {name!r}", remedy)
        for name in names
        if (remedy := did_you_mean(name, DICTS, ""))
        for file, line, column in [place_of(settings, name, ())]
    ]
