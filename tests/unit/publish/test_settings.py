from pathlib import Path

import pytest

from plugins.publish.errors import PublishError
from plugins.publish.settings import PublishSettings, read_publish_settings


def settings_file(folder: Path, text: str) -> Path:
    file = folder / "publishconf.py"
    file.write_text(text)
    return file


def test_the_settings_come_from_the_publish_dict(tmp_path: Path) -> None:
    file = settings_file(tmp_path, 'PUBLISH = {"target": "elsewhere", "keep": 3}')

    assert read_publish_settings(file, {}) == PublishSettings(target="elsewhere", keep=3)


def test_without_a_publish_dict_the_defaults_hold(tmp_path: Path) -> None:
    assert read_publish_settings(settings_file(tmp_path, ""), {}) == PublishSettings(target="published", keep=10)


def test_the_environment_comes_before_the_settings_file(tmp_path: Path) -> None:
    found = read_publish_settings(settings_file(tmp_path, ""), {"PUBLISH_TARGET": "there"})

    assert found.target == "there"


def test_a_misspelt_setting_is_told_with_its_place_and_the_near_miss(tmp_path: Path) -> None:
    file = settings_file(tmp_path, 'PUBLISH = {\n    "targt": "x",\n}')

    with pytest.raises(
        PublishError, match=r"publishconf\.py:\d+:\d+: unknown setting 'PUBLISH.targt'; did you mean 'target'"
    ):
        read_publish_settings(file, {})


def test_fewer_than_two_releases_cannot_be_kept(tmp_path: Path) -> None:
    with pytest.raises(PublishError, match=r"PUBLISH\.keep: input should be greater than or equal to 2"):
        read_publish_settings(settings_file(tmp_path, 'PUBLISH = {"keep": 1}'), {})


@pytest.mark.parametrize("key", ["target", "url", "publisher"])
def test_the_environment_comes_before_each_of_what_differs_by_machine(tmp_path: Path, key: str) -> None:
    found = read_publish_settings(settings_file(tmp_path, ""), {f"PUBLISH_{key.upper()}": "there"})

    assert getattr(found, key) == "there"
