from pathlib import Path

import minify_html
import pytest

from plugins.press.disk_cache import ThemeCache
from plugins.press.styles import minified_script, minified_style, needed_sources, script_sources, style_sources
from plugins.press.theme_files import Overrides, ThemeFiles


@pytest.fixture
def files(tmp_path: Path) -> ThemeFiles:
    static = tmp_path / "theme/static"
    for name in ("css/layers", "css/base", "css/pages/article", "css/pages/index", "css/components/card"):
        write(static / f"{name}.css", f"/* {name} */")
    write(static / "css" / "components" / "band.css", "/* band */")
    write(static / "js" / "share.js", "const a = 1; console.log(a, a);")
    write(tmp_path / "own.css", "")
    return ThemeFiles(tmp_path / "theme", Overrides((tmp_path / "own",), tmp_path / "own.css"))


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def names(files: ThemeFiles, templates: list[str]) -> list[str]:
    """Return the stylesheets of templates by their places."""
    return [str(path.relative_to(files.theme.parent)) for path in style_sources(files, templates)]


def test_a_template_gets_the_base_its_page_kind_its_components_and_the_publications(files: ThemeFiles) -> None:
    sources = style_sources(files, ["article.html", "components/card.html", "partials/head.html"])

    assert [path.name for path in sources] == ["layers.css", "base.css", "article.css", "card.css", "own.css"]


@pytest.mark.parametrize(("lang", "is_on_all"), [("en", False), ("de", False), ("ar", True), ("zh-Hant", True)])
def test_the_sheet_for_other_scripts_is_on_all_pages_of_a_publication_in_one(
    files: ThemeFiles, lang: str, *, is_on_all: bool
) -> None:
    writing = write(files.theme / "static/css/needed/writing.css", "")

    assert (writing in style_sources(files, ["article.html"], lang)) is is_on_all
    assert (writing in needed_sources(files, lang).values()) is not is_on_all


def test_a_template_gets_the_scripts_of_its_components(files: ThemeFiles) -> None:
    script = files.theme / "static/js/share.js"

    assert script_sources(files, ["article.html", "components/share.html"]) == (script,)
    assert script_sources(files, ["article.html", "components/card.html"]) == ()


def test_the_publishers_styles_replace_those_of_the_theme_beside_them(files: ThemeFiles) -> None:
    own = files.overrides.folders[0]
    write(own / "components/card.css", "")
    write(own / "article.css", "")
    write(own / "components/share.js", "")
    templates = ["article.html", "components/card.html", "!theme/components/card.html", "components/share.html"]

    base = [f"theme/static/css/{name}.css" for name in ("layers", "base")]
    assert names(files, templates) == [*base, "own/article.css", "own/components/card.css", "own.css"]
    assert script_sources(files, templates) == (own / "components/share.js",)


def test_the_publishers_styles_stand_in_their_layer_before_print(tmp_path: Path) -> None:
    layers = write(tmp_path / "layers.css", "@layer components, publisher, print;")
    printed = write(tmp_path / "print.css", "@layer print { @media print { a { color: blue } } }")
    own = write(tmp_path / "own.css", "a { color: red }\n@layer components { b { color: red } }")

    style = minified_style([layers, printed, own], is_own=lambda path: path == own)

    assert style == (
        "@layer components{b{color:red}}@layer publisher{a{color:red}}@layer print{@media print{a{color:#00f}}}"
    )


def test_the_publishers_sheet_comes_behind_the_rules_that_are_made_for_the_publication(tmp_path: Path) -> None:
    layers = write(tmp_path / "layers.css", "@layer publisher, print;")
    own = write(tmp_path / "own.css", "a { color: red }")

    style = minified_style([layers, own], own="@layer publisher { b { top: 0 } }", is_own=lambda path: path == own)

    assert style == "@layer publisher{b{top:0}a{color:red}}@layer print;"


def test_a_sheet_of_the_publishers_is_another_one_than_the_same_of_the_theme(tmp_path: Path) -> None:
    sheet, cache = write(tmp_path / "a.css", "a { color: red }"), ThemeCache(tmp_path / "cache")

    assert minified_style([sheet], cache) == "a{color:red}"
    assert minified_style([sheet], cache, is_own=lambda _: True) == "@layer publisher{a{color:red}}"


@pytest.mark.parametrize(
    ("style", "minified"),
    [
        ("@layer a, b;\n@layer b { .x { margin-inline: 1rem } }", "@layer a;@layer b{.x{margin-inline:1rem}}"),
        (
            "@layer a, b;\n@layer b { p { margin: 0 } }\n@layer a { p { margin: 1rem } }",
            "@layer a{p{margin:1rem}}@layer b{p{margin:0}}",
        ),
        ("a { color: light-dark(oklch(20% .01 80), #fff) }", "a{color:light-dark(oklch(20% .01 80),#fff)}"),
        (".a { &:hover { color: red } }", ".a{&:hover{color:red}}"),
        ("/* why */ a { color: red }", "a{color:red}"),
    ],
)
def test_a_minified_stylesheet_says_the_same(tmp_path: Path, style: str, minified: str) -> None:
    assert minified_style([write(tmp_path / "a.css", style)]) == minified


def test_the_names_of_two_scripts_do_not_meet(tmp_path: Path) -> None:
    first = write(tmp_path / "a.js", "const a = document.title; console.log(a, a);")
    second = write(tmp_path / "b.js", "const a = document.body; console.log(a, a);")

    script = minified_script([first, second])

    assert script.count("{") == script.count("}") == 2


def test_without_scripts_there_is_none() -> None:
    assert minified_script([]) == ""


def test_a_stylesheet_that_was_minified_before_is_not_minified_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sheet = write(tmp_path / "a.css", "a { color: red }")
    cache = ThemeCache(tmp_path / "cache")
    before = minified_style([sheet], cache)
    monkeypatch.setattr(minify_html, "minify", lambda *_, **__: "<style>minified</style>")

    assert minified_style([sheet], cache) == before
    assert minified_style([write(sheet, "a { color: blue }")], cache) == "minified"
