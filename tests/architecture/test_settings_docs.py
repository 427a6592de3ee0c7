from collections.abc import Iterator

import pytest

from plugins.__main__ import PAGE, all_settings, settings_class
from plugins.newsroom.settings import PluginSettings
from plugins.settings_reference import settings_reference
from tests.conftest import ROOT


def classes_of(plugin: str) -> Iterator[type[PluginSettings]]:
    """Yield the settings classes that `plugin` defines."""
    found: list[type[PluginSettings]] = [PluginSettings]
    for model in found:
        found += model.__subclasses__()
    yield from (model for model in found if model.__module__.startswith(f"plugins.{plugin.lower()}."))


def test_the_page_of_settings_is_what_the_settings_say() -> None:
    page = (ROOT / PAGE).read_text(encoding="utf-8")

    assert page == settings_reference(all_settings()), "run: python -m plugins"


@pytest.mark.parametrize("plugin", all_settings())
def test_every_setting_says_what_it_is_for(plugin: str) -> None:
    models = {model.__name__: model for model in classes_of(plugin)}
    silent = [row for row in settings_reference(models).splitlines() if row.endswith("|  |")]

    assert silent == []


@pytest.mark.parametrize("plugin", all_settings())
def test_a_settings_class_has_the_name_of_its_plugin(plugin: str) -> None:
    assert settings_class(plugin.lower()).__name__.upper() == f"{plugin}SETTINGS".replace("_", "")


def test_settings_without_the_class_of_the_whole_are_refused_by_name() -> None:
    with pytest.raises(LookupError, match=r"newsroom/settings\.py has no settings class NewsroomSettings; name"):
        settings_class("newsroom")
