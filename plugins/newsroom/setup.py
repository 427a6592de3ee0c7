"""Checks of the settings as a whole: every plugin that pages are made with, each plugin's dict under its name."""

from collections.abc import Collection, Mapping
from typing import Any

from plugins.newsroom.problems import Problem, did_you_mean
from plugins.newsroom.settings_places import place_of

NEEDED = ("desk", "pages", "press", "stet")
"""Plugins that every page needs, in the order in which an article passes them."""

OPTIONAL = ("related", "share", "cta", "promos", "feeds")
"""Plugins that a publication may leave out of PLUGINS: its pages then lack their blocks, and links to them."""

COMMANDS = ("preview", "publish")
"""Packages that have a dict but do not stand in PLUGINS."""

WITHOUT_SETTINGS = ("stet",)

DICTS = tuple(name.upper() for name in (*NEEDED, *OPTIONAL, *COMMANDS) if name not in WITHOUT_SETTINGS)


def setup_problems(settings: Mapping[str, Any], pelicans_own: Collection[str]) -> list[Problem]:
    """Return missing plugins and dicts that nothing reads; `pelicans_own` are Pelican's settings.

    `settings["PLUGINS"]` holds dotted names, as it does once Pelican has loaded them.
    """
    return [*_missing_plugins(settings), *_misnamed_dicts(settings, pelicans_own)]


def has_plugin(settings: Mapping[str, Any], name: str) -> bool:
    """Tell whether PLUGINS names one of this kit's plugins, `feeds` for example."""
    return f"plugins.{name}" in settings["PLUGINS"]


def unused_dicts(settings: Mapping[str, Any]) -> list[Problem]:
    """Return the dicts of plugins that PLUGINS does not name: harmless, but not what their author thinks."""
    left = [name for name in OPTIONAL if name.upper() in settings and not has_plugin(settings, name)]
    return [
        Problem(str(file), line, column, f"{name.upper()} is unused", f"PLUGINS does not name 'plugins.{name}'")
        for name in left
        for file, line, column in [place_of(settings, name.upper(), ())]
    ]


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
