"""`python -m plugins`: writes `docs/settings.md` from the settings of every plugin."""

from importlib import import_module
from pathlib import Path

from plugins.newsroom.settings import PluginSettings
from plugins.settings_reference import settings_reference

PAGE = Path("docs/settings.md")


def all_settings() -> dict[str, type[PluginSettings]]:
    """Return the settings class of every plugin that has one, by the name of its dict in `pelicanconf.py`."""
    folders = (file.parent.name for file in sorted(Path(__file__).parent.glob("*/settings.py")))
    return {name.upper(): settings_class(name) for name in folders if name != "newsroom"}


def settings_class(plugin: str) -> type[PluginSettings]:
    """Return the class that stands for the whole dict of `plugin`: `PromosSettings` in `plugins/promos/settings.py`.

    Raises LookupError if there is none of that name.
    """
    name = "".join(word.capitalize() for word in plugin.split("_")) + "Settings"
    found = getattr(import_module(f"plugins.{plugin}.settings"), name, None)
    if isinstance(found, type) and issubclass(found, PluginSettings):
        return found
    raise LookupError(f"plugins/{plugin}/settings.py has no settings class {name}; name the one of the whole dict so")


if __name__ == "__main__":
    PAGE.write_text(settings_reference(all_settings()), encoding="utf-8")
    print(f"Wrote {PAGE}")
