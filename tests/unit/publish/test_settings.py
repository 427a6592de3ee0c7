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


@pytest.mark.parametrize(
    ("key", "value"), [("target", "there"), ("url", "https://there.example"), ("publisher", "there")]
)
def test_the_environment_comes_before_each_of_what_differs_by_machine(tmp_path: Path, key: str, value: str) -> None:
    found = read_publish_settings(settings_file(tmp_path, ""), {f"PUBLISH_{key.upper()}": value})

    assert getattr(found, key) == value


@pytest.mark.parametrize("key", ["TARGET", "URL", "PUBLISHER"])
def test_what_the_environment_has_empty_is_refused(tmp_path: Path, key: str) -> None:
    with pytest.raises(PublishError, match=f"PUBLISH_{key} is set and empty; give it a value, or unset it"):
        read_publish_settings(settings_file(tmp_path, ""), {f"PUBLISH_{key}": ""})


def test_a_misspelt_target_is_told_with_its_place(tmp_path: Path) -> None:
    file = settings_file(tmp_path, 'PUBLISH = {\n    "target": "s3:one",\n}')

    with pytest.raises(PublishError) as caught:
        read_publish_settings(file, {})

    assert str(caught.value) == f"{file}:2:15: PUBLISH.target: 's3:one' is no address yet; write 's3://one'"


def test_a_misspelt_target_of_the_environment_is_told_with_the_variable(tmp_path: Path) -> None:
    with pytest.raises(PublishError) as caught:
        read_publish_settings(settings_file(tmp_path, ""), {"PUBLISH_TARGET": "s3:one"})

    assert str(caught.value) == "PUBLISH_TARGET 's3:one' is no address yet; write 's3://one'"


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("site.example", "'site.example' is no address of a web server; write 'https://site.example'"),
        (
            " https://site.example",
            "' https://site.example' is no address of a web server; write 'https://site.example'",
        ),
        (
            "ftp://site.example",
            "'ftp://site.example' is no address of a web server; write https://example.com, or with a path",
        ),
    ],
)
def test_an_address_of_readers_that_is_none_is_told_with_what_to_write(tmp_path: Path, url: str, words: str) -> None:
    with pytest.raises(PublishError) as caught:
        read_publish_settings(settings_file(tmp_path, ""), {"PUBLISH_URL": url})

    assert str(caught.value) == f"PUBLISH_URL {words}"
