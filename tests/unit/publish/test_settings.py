from pathlib import Path

import pytest

from plugins.publish.errors import PublishError
from plugins.publish.settings import PublishSettings, read_publish_settings, target_folder


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


def test_a_folder_is_a_target() -> None:
    assert target_folder("some/where") == Path("some/where")


@pytest.mark.parametrize("kind", ["s3", "gs", "az", "https"])
def test_another_kind_of_target_is_told_to_be_missing(kind: str) -> None:
    with pytest.raises(PublishError, match=f"'{kind}://bucket': {kind}:// is not supported yet; name a folder"):
        target_folder(f"{kind}://bucket")


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A checkout as the present folder, with a link from elsewhere into its output."""
    folder = tmp_path / "checkout"
    for name in ("output/deep", "content", ".git"):
        (folder / name).mkdir(parents=True)
    (tmp_path / "link").symlink_to(folder / "output")
    monkeypatch.chdir(folder)
    return folder


@pytest.mark.parametrize(
    ("target", "said"),
    [
        ("output", "is output/"),
        ("output/pub", "lies in output/"),
        ("./content/../output/deep", "lies in output/"),
        ("../link/pub", "lies in output/"),
        ("output.stet/pub", "lies in output.stet/"),
        (".preview/pub", "lies in .preview/"),
        ("content/pub", "lies in content/"),
        ("plugins", "is plugins/"),
        ("theme/static", "lies in theme/"),
        (".git/pub", "lies in .git/"),
        (".cache", "is .cache/"),
        (".", "contains output/"),
        ("..", "contains output/"),
    ],
)
def test_a_folder_that_the_checkout_needs_is_no_target(checkout: Path, target: str, said: str) -> None:
    with pytest.raises(PublishError) as refused:
        target_folder(target)

    assert str(refused.value) == (
        f"target {target!r} {said}, which is no place for releases; name a folder of its own (PUBLISH_TARGET=published)"
    )


def test_a_link_in_the_place_of_a_checkout_s_folder_guards_what_it_leads_to(checkout: Path) -> None:
    (checkout / "theme").symlink_to(checkout.parent / "shared-theme")

    with pytest.raises(PublishError, match="lies in theme/"):
        target_folder("../shared-theme/pub")


@pytest.mark.parametrize("target", ["published", "outputs", "../elsewhere", "sub/output"])
def test_a_folder_beside_those_is_a_target(checkout: Path, target: str) -> None:
    assert target_folder(target) == Path(target)
