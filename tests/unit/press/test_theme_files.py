from ast import literal_eval
from pathlib import Path

import pytest
from jinja2 import TemplateNotFound

from plugins.press.environment import ThemeEnvironment
from plugins.press.theme_files import (
    NO_OVERRIDES,
    Overrides,
    ThemeFiles,
    folder_problems,
    overrides_of,
    template_folders,
)
from tests.conftest import ROOT


@pytest.fixture
def files(tmp_path: Path) -> ThemeFiles:
    """A theme with a card on a page, and the publisher's own card."""
    for name, text in {
        "theme/templates/page.html": '{% include "components/card.html" %}',
        "theme/templates/components/card.html": "theirs",
        "theme/static/css/components/card.css": "",
        "theme/static/css/pages/page.css": "",
        "theme/static/js/card.js": "",
        "own/components/card.html": 'own of {% include "!theme/components/card.html" %}',
        "own/components/.card.html.swp": "",
        "own.css": "",
    }.items():
        write(tmp_path / name, text)
    return ThemeFiles(tmp_path / "theme", Overrides((tmp_path / "own",), tmp_path / "own.css"))


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_the_publishers_template_wins_and_may_use_the_theme_s(files: ThemeFiles) -> None:
    environment = ThemeEnvironment(files.theme, overrides=files.overrides)

    assert environment.get_template("page.html").render() == "own of theirs"
    assert ThemeEnvironment(files.theme).get_template("page.html").render() == "theirs"


def test_a_template_that_nobody_has_is_not_found(files: ThemeFiles) -> None:
    with pytest.raises(TemplateNotFound, match=r"^components/cart\.html$"):
        ThemeEnvironment(files.theme, overrides=files.overrides).get_template("components/cart.html")


def test_the_first_of_several_folders_wins(files: ThemeFiles, tmp_path: Path) -> None:
    write(tmp_path / "first/components/card.html", "first")
    folders = (tmp_path / "first", *files.overrides.folders)

    assert ThemeFiles(files.theme, Overrides(folders)).template("components/card.html").parts[-3] == "first"


def test_files_are_found_by_the_names_of_templates(files: ThemeFiles) -> None:
    own, theme = files.overrides.folders[0], files.theme

    assert files.template("components/card.html") == own / "components/card.html"
    assert files.template("!theme/components/card.html") == theme / "templates/components/card.html"
    assert files.style("!theme/components/card.html") == theme / "static/css/components/card.css"
    assert files.style("page.html") == theme / "static/css/pages/page.css"
    assert files.script("components/card.html") == theme / "static/js/card.js"
    assert files.style("components/byline.html") is None


def test_styles_and_scripts_beside_a_template_replace_those_of_the_theme(files: ThemeFiles) -> None:
    own = files.overrides.folders[0]
    paths = [write(own / name, "") for name in ("components/card.css", "components/card.js", "page.css")]

    found = files.style("components/card.html"), files.script("components/card.html"), files.style("page.html")
    assert list(found) == paths


def test_names_are_those_of_all_templates(files: ThemeFiles) -> None:
    write(files.overrides.folders[0] / "new.html", "")

    names = [*("components/card.html", "new.html", "page.html"), "!theme/components/card.html", "!theme/page.html"]
    assert list(files.names()) == names
    assert files.own_names() == ["components/card.html", "new.html"]


def test_hidden_files_are_none_of_the_publishers(files: ThemeFiles) -> None:
    assert [path.name for path in files.overrides.files()] == ["card.html", "own.css"]


def test_a_digest_follows_every_file(files: ThemeFiles) -> None:
    before = files.overrides.digest()
    for path in files.overrides.files():
        text = path.read_text(encoding="utf-8")

        path.write_text(f"{text} ", encoding="utf-8")

        assert files.overrides.digest() != before
        path.write_text(text, encoding="utf-8")
    assert files.overrides.digest() == before


def test_overrides_are_looked_for_in_the_brand_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    write(tmp_path / "content/brand/brand.css", "")
    write(tmp_path / "content/brand/templates/page.html", "")

    found = overrides_of({"PATH": str(tmp_path / "content"), "THEME_TEMPLATES_OVERRIDES": []})

    assert found == Overrides((Path("content/brand/templates"),), Path("content/brand/brand.css"))


def test_a_publication_without_a_brand_has_no_overrides(tmp_path: Path) -> None:
    assert overrides_of({"PATH": str(tmp_path)}) == NO_OVERRIDES


def test_settings_may_name_other_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "mine").mkdir()
    settings = {"PATH": "content", "THEME_TEMPLATES_OVERRIDES": ["mine", "shared"]}

    assert template_folders(settings) == [Path("mine"), Path("shared")]
    assert overrides_of(settings).folders == (Path("mine"),)


def test_a_folder_that_is_not_there_is_told_where_it_is_set(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("pelicanconf.py").write_text('THEME_TEMPLATES_OVERRIDES = [\n    "own",\n]\n', encoding="utf-8")
    settings = {"THEME_TEMPLATES_OVERRIDES": ["own"], "PATH": "content"}

    assert list(map(str, folder_problems(settings))) == [
        "pelicanconf.py:2:5: THEME_TEMPLATES_OVERRIDES: there is no folder 'own'; make it, or take it out"
    ]
    assert folder_problems({"PATH": "content"}) == []


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("5", '29: THEME_TEMPLATES_OVERRIDES: is no list of folders; write ["content/brand/templates"]'),
        ("None", '29: THEME_TEMPLATES_OVERRIDES: is no list of folders; write ["content/brand/templates"]'),
        ("[5]", "30: THEME_TEMPLATES_OVERRIDES: there is no folder '5'; make it, or take it out"),
    ],
)
def test_what_names_no_folders_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, written: str, told: str
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("pelicanconf.py").write_text(f"THEME_TEMPLATES_OVERRIDES = {written}\n", encoding="utf-8")
    settings = {"THEME_TEMPLATES_OVERRIDES": literal_eval(written), "PATH": "content"}

    assert list(map(str, folder_problems(settings))) == [f"pelicanconf.py:1:{told}"]
    assert overrides_of(settings) == NO_OVERRIDES


def test_links_that_lead_to_no_file_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    write(tmp_path / "shared/card.html", "")
    own = tmp_path / "content/brand/templates"
    own.mkdir(parents=True)
    (own / "components").symlink_to(tmp_path / "shared")
    (own / "page.html").symlink_to("nowhere.html")
    (own / "article.html").symlink_to(tmp_path / "shared/card.html")

    assert [str(problem).split(";")[0] for problem in folder_problems({"PATH": "content"})] == [
        "content/brand/templates/components:1:1: warning: a link to a folder, whose files are not all checked",
        "content/brand/templates/page.html:1:1: a link that leads nowhere",
    ]


def test_the_stylesheet_of_a_form_is_among_those_that_few_pages_need() -> None:
    files = ThemeFiles(ROOT / "theme")

    assert files.theirs("components/box.css") == ROOT / "theme/static/css/needed/box.css"
    assert files.has_needed_style("components/box.html")
    assert not files.has_needed_style("components/card.html")
    assert files.theirs("components/none.css") == ROOT / "theme/static/css/components/none.css"
