"""Checks of the settings as a whole: every plugin that pages are made with, each plugin's dict under its name."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any

from plugins.newsroom.problems import Problem, did_you_mean
from plugins.newsroom.settings_places import place_of

NEEDED = ("desk", "pictures", "attachments", "brand", "pages", "redirects", "root_files", "press", "stet")
"""Plugins that every page needs, in the order in which an article passes them."""

OPTIONAL = ("related", "share", "cta", "promos", "share_cards", "embeds", "feeds", "sitemaps", "crawlers")
"""Plugins that a publication may leave out of PLUGINS: its pages then lack their blocks, and links to them."""

COMMANDS = ("preview", "publish")
"""Packages that have a dict but do not stand in PLUGINS."""

WITHOUT_SETTINGS = ("redirects", "root_files", "stet")

DICTS = tuple(name.upper() for name in (*NEEDED, *OPTIONAL, *COMMANDS) if name not in WITHOUT_SETTINGS)


_NEVER = "which is never sent here"
_NO_ARTICLE = "it will not see any article being"
_NO_PAGE = "it will not see any page being"

SILENT: Mapping[str, tuple[str, str]] = {
    "readers_init": ("whose readers are asked for no file here", "it will not read any"),
    "get_writer": ("whose writer is not used here", "it will not write any page"),
    "content_object_init": ("sent here for articles that a plugin looks at", "no page shows its changes"),
    "article_generator_preread": (_NEVER, f"{_NO_ARTICLE} read"),
    "article_generator_context": (_NEVER, f"{_NO_ARTICLE} read"),
    "article_generator_pretaxonomy": ("sent here before there are articles", "it will not see any"),
    "article_generator_write_article": (_NEVER, f"{_NO_ARTICLE} written"),
    "article_writer_finalized": (_NEVER, f"{_NO_ARTICLE} written"),
    "page_generator_preread": (_NEVER, f"{_NO_PAGE} read"),
    "page_generator_context": (_NEVER, f"{_NO_PAGE} read"),
    "page_generator_write_page": (_NEVER, f"{_NO_PAGE} written"),
    "page_writer_finalized": (_NEVER, f"{_NO_PAGE} written"),
    "static_generator_preread": (_NEVER, "it will not see any file being read"),
    "static_generator_context": (_NEVER, "it will not see any file being read"),
    "content_written": (_NEVER, "it will not see any page"),
    "feed_generated": (_NEVER, "it will not see any feed"),
    "feed_written": (_NEVER, "it will not see any feed"),
}
"""Signals of Pelican 4.12 that a build of this kit does not send as Pelican does: the difference, the consequence."""

_OWN_OUTPUTS = ("TEMPLATE_PAGES", "OUTPUT_SOURCES", "STATIC_PATHS", "THEME_STATIC_PATHS")
"""Pelican's settings of files that it writes by itself."""


def setup_problems(settings: Mapping[str, Any], pelicans_own: Collection[str]) -> list[Problem]:
    """Return missing plugins and dicts that nothing reads; `pelicans_own` are Pelican's settings.

    `settings["PLUGINS"]` holds dotted names, as it does once Pelican has loaded them.
    """
    loaded = settings.get("PLUGINS", [])
    missing = [f"plugins.{name}" for name in NEEDED if f"plugins.{name}" not in loaded]
    file, line, column = place_of(settings, "PLUGINS", ())
    remedy = "add it, or leave PLUGINS to 'from plugins.settings import *'"
    problems = [Problem(str(file), line, column, f"PLUGINS lacks {name!r}", remedy) for name in missing]
    return [*problems, *_misnamed_dicts(settings, pelicans_own)]


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


def _misnamed_dicts(settings: Mapping[str, Any], pelicans_own: Collection[str]) -> list[Problem]:
    known = {*DICTS, *pelicans_own}
    names = [name for name in settings if name.isupper() and name not in known and isinstance(settings[name], dict)]
    return [
        Problem(str(file), line, column, f"unknown setting {name!r}", remedy)
        for name in names
        if (remedy := did_you_mean(name, DICTS, ""))
        for file, line, column in [place_of(settings, name, ())]
    ]


def other_plugins(settings: Mapping[str, Any]) -> list[str]:
    """Return the plugins in PLUGINS that are not of this kit, by their dotted names."""
    kit = {f"plugins.{name}" for name in (*NEEDED, *OPTIONAL)}
    return [name for name in settings["PLUGINS"] if name not in kit]


def other_writers(settings: Mapping[str, Any]) -> list[str]:
    """Return the names of all that may write into the output beside this kit: plugins, and settings of Pelican."""
    return [*other_plugins(settings), *(name for name in _OWN_OUTPUTS if settings.get(name))]


def silent_signals(listeners: Iterable[tuple[str, str]], settings: Mapping[str, Any]) -> Iterator[str]:
    """Yield a sentence for each of other people's plugins that listens to a signal in vain.

    `listeners` are names of signals, each with the name of a module that listens to it.
    """
    known = list(listeners)
    for plugin in other_plugins(settings):
        for signal in sorted({signal for signal, module in known if f"{module}.".startswith(f"{plugin}.")}):
            if signal in SILENT:
                yield f"{plugin} listens to {signal}, {SILENT[signal][0]}: {SILENT[signal][1]}"
