from pathlib import Path

import minify_html
import pytest

from plugins.press.disk_cache import ThemeCache
from plugins.press.styles import minified_script, minified_style, script_sources, style_sources


@pytest.fixture
def static(tmp_path: Path) -> Path:
    for name in ("css/layers", "css/base", "css/pages/article", "css/pages/index", "css/components/card"):
        write(tmp_path / f"{name}.css", f"/* {name} */")
    write(tmp_path / "css" / "components" / "band.css", "/* band */")
    write(tmp_path / "js" / "share.js", "const a = 1; console.log(a, a);")
    return tmp_path


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_a_template_gets_the_base_its_page_kind_and_its_components(static: Path) -> None:
    sources = style_sources(static, ["article.html", "components/card.html", "partials/head.html"])

    names = [path.relative_to(static / "css").as_posix() for path in sources]
    assert names == ["layers.css", "base.css", "pages/article.css", "components/card.css"]


def test_a_template_gets_the_scripts_of_its_components(static: Path) -> None:
    assert script_sources(static, ["article.html", "components/share.html"]) == (static / "js" / "share.js",)
    assert script_sources(static, ["article.html", "components/card.html"]) == ()


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
