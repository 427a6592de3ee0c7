from pathlib import Path

import pytest

from plugins.press.overrides.copy_template import CopyError, copy_template, kit_version, listed_files, overridable
from plugins.press.theme_files import Overrides, ThemeFiles
from tests.conftest import ROOT

FILES = ThemeFiles(ROOT / "theme")


def test_a_template_is_copied_to_its_place(tmp_path: Path) -> None:
    path = copy_template("components/card.html", FILES, tmp_path / "own", "1.0.0")

    assert path == tmp_path / "own/components/card.html"
    assert path.read_text(encoding="utf-8").startswith("{# from 1.0.0 sha256:")


def test_what_is_there_is_not_written_over(tmp_path: Path) -> None:
    path = copy_template("components/card.css", FILES, tmp_path, "1.0.0")
    path.write_text("mine", encoding="utf-8")

    with pytest.raises(CopyError, match=r"card\.css is there already; edit it, or move it away"):
        copy_template("components/card.css", FILES, tmp_path, "1.0.0")
    assert path.read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize("name", ["components/crad.html", "../../pelicanconf.py", "", "components/card.js"])
def test_another_name_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(CopyError, match="cannot be overridden"):
        copy_template(name, FILES, tmp_path, "1.0.0")
    assert list(tmp_path.iterdir()) == []


def test_the_near_miss_of_a_name_is_given(tmp_path: Path) -> None:
    with pytest.raises(CopyError, match=r"did you mean 'components/card\.html'\?"):
        copy_template("components/crad.html", FILES, tmp_path, "1.0.0")


def test_templates_styles_and_scripts_can_be_overridden() -> None:
    names = overridable(FILES)

    assert {"article.html", "article.css", "components/share.js", "partials/head.html"} <= set(names)
    assert names.index("components/card.css") == names.index("components/card.html") + 1


def test_the_list_says_what_is_overridden_already(tmp_path: Path) -> None:
    copy_template("components/card.html", FILES, tmp_path, "1.0.0")

    lines = list(listed_files(ThemeFiles(FILES.theme, Overrides((tmp_path,)))))

    assert [line for line in lines if "yours" in line] == [
        f"{'components/card.html':<36} yours: {tmp_path / 'components/card.html'}"
    ]


def test_the_version_is_the_project_s() -> None:
    assert kit_version().count(".") == 2
