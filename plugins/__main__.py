"""`python -m plugins`: writes `docs/settings.md` from the settings of every plugin."""

from importlib import import_module
from pathlib import Path

from plugins.newsroom.settings import PluginSettings
from plugins.newsroom.settings_reference import settings_reference

PAGE = Path("docs/settings.md")


def all_settings() -> dict[str, type[PluginSettings]]:
    """Return the settings class of every plugin that has one, by the name of its dict in `pelicanconf.py`."""
    folders = (file.parent.name for file in sorted(Path(__file__).parent.glob("*/settings.py")))
    return {name.upper(): _outermost(name) for name in folders if name != "newsroom"}


def _outermost(plugin: str) -> type[PluginSettings]:
    """Return the class that stands for the whole dict: the last that the plugin's `settings.py` defines."""
    module = import_module(f"plugins.{plugin}.settings")
    classes = [value for value in vars(module).values() if getattr(value, "__module__", "") == module.__name__]
    return next(one for one in reversed(classes) if isinstance(one, type) and issubclass(one, PluginSettings))


if __name__ == "__main__":
    PAGE.write_text(settings_reference(all_settings()), encoding="utf-8")
    print(f"Wrote {PAGE}")
