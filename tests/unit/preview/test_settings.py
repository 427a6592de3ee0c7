from pathlib import Path

import pytest

from plugins.preview.settings import PreviewSettings, read_preview_settings


@pytest.mark.parametrize(
    ("address", "prefix"),
    [("https://example.com", ""), ("https://example.com/", ""), ("https://example.com/a/b/", "/a/b")],
)
def test_the_site_lives_under_the_path_of_its_address(tmp_path: Path, address: str, prefix: str) -> None:
    (tmp_path / "conf.py").write_text(f'SITEURL = "{address}"\nPREVIEW = {{"port": 8080}}')

    assert read_preview_settings(tmp_path / "conf.py") == (PreviewSettings(port=8080), prefix)


def test_without_settings_the_defaults_hold(tmp_path: Path) -> None:
    (tmp_path / "conf.py").touch()

    assert read_preview_settings(tmp_path / "conf.py") == (PreviewSettings(), "")


def test_a_misspelt_setting_is_told_with_the_near_miss(tmp_path: Path) -> None:
    (tmp_path / "conf.py").write_text('PREVIEW = {"prot": 8080}')

    with pytest.raises(ValueError, match=r"unknown setting 'PREVIEW\.prot'; did you mean 'port'"):
        read_preview_settings(tmp_path / "conf.py")
